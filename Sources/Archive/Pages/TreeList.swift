internal import Learning
internal import Runbooks
internal import Templates

/// A decision tree as nested lists: complete, and in the order a screen reader should read it.
struct TreeList {
  private(set) var html = HTML.empty
  private let tree: DecisionTree
  private let leads: TreeLeads
  /// What closes the elements that are open, the innermost last: for each level a list of questions, one of
  /// them, a list of its answers, and one of those.
  private var open: [String] = []

  init(of tree: DecisionTree, _ leads: TreeLeads) {
    self.tree = tree
    self.leads = leads
    for row in tree.rows {
      let level = row.depth * 4
      switch row.kind {
      case .question(let index):
        close(to: level + 1)
        if open.count == level { start(level == 0 ? "<ol class=\"tree\">" : "<ol>", "</ol>") }
        start("<li>", "</li>")
        add("<span class=\"asks\">")
        add(text: tree.questions[index].text)
        add("</span>")
      case .answer(let choice):
        close(to: level + 3)
        if open.count == level + 2 { start("<ul>", "</ul>") }
        start("<li>", "</li>")
        add(tree[choice], choice)
      }
    }
    close(to: 0)
  }

  private mutating func start(_ tag: String, _ end: String) {
    add(tag)
    open.append(end)
  }

  private mutating func close(to count: Int) {
    while open.count > count {
      if let end = open.popLast() { add(end) }
      if open.count % 2 == 1 { add("\n") }
    }
  }

  private mutating func add(_ answer: DecisionTree.Answer, _ choice: DecisionPath.Choice) {
    add("<span class=\"label\">")
    add(text: answer.label)
    add("</span> ")
    html.append(leads.html(of: answer, choice, in: tree))
  }

  private mutating func add(_ markup: String) { html.append(HTML(trusted: markup)) }
  private mutating func add(text: String) { html.append(HTML(text: text)) }
}
