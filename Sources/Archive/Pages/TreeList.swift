internal import Runbooks
internal import Templates

/// A decision tree as nested lists: complete, and in the order a screen reader should read it.
struct TreeList {
  private(set) var html = HTML.empty
  private let destination: (String) -> String?

  /// `destination` tells where a link of an answer leads from the page; `nil` when it leads nowhere.
  init(of tree: DecisionTree, destination: @escaping (String) -> String?) {
    self.destination = destination
    var depth = -1
    for step in tree.steps {
      if step.depth > depth {
        add(depth < 0 ? "<ul class=\"tree\">" : "\n<ul>")
      } else {
        for _ in step.depth..<depth { add("</li></ul>") }
        add("</li>")
      }
      depth = step.depth
      add("\n<li>")
      add(step)
    }
    if depth >= 0 {
      for _ in 0...depth { add("</li></ul>") }
    }
  }

  private mutating func add(_ step: DecisionTree.Step) {
    if let label = step.label {
      add("<span class=\"label\">")
      add(text: label)
      add(":</span>")
    }
    if !step.note.isEmpty {
      add("<span class=\"soft\">")
      add(text: step.note)
      add(".</span> ")
    }
    switch step.kind {
    case .question: add("<span class=\"asks\">")
    case .reference: add("<span class=\"soft\">back to: ")
    case .leaf: add("<span class=\"ends\">")
    }
    if step.kind == .leaf, let address = step.destination.flatMap(destination) {
      add("<a href=\"")
      add(text: address)
      add("\">")
      add(text: step.text)
      add("</a></span>")
    } else {
      add(text: step.text)
      add("</span>")
    }
  }

  private mutating func add(_ markup: String) { html.append(HTML(trusted: markup)) }
  private mutating func add(text: String) { html.append(HTML(text: text)) }
}
