internal import Learning
internal import Runbooks
internal import Templates

/// A decision tree to be answered on the page: the questions in order, each with a choice that shows what it says to
/// do, and the questions below it. Works without a script, because the style sheet shows what is chosen.
struct TreeWalk {
  private(set) var html = HTML.empty
  private let tree: DecisionTree
  private let leads: TreeLeads
  /// What closes the elements that are open, the innermost last: for each level a question and one of its answers.
  private var open: [String] = []

  init(of tree: DecisionTree, _ leads: TreeLeads) {
    self.tree = tree
    self.leads = leads
    for row in tree.rows {
      switch row.kind {
      case .question(let index):
        close(to: 2 * row.depth)
        ask(index)
        open.append("</fieldset>\n")
      case .answer(let choice):
        close(to: 2 * row.depth + 1)
        add("<div class=\"then\">")
        html.append(leads.html(of: tree[choice], choice, in: tree))
        open.append("</div>\n")
      }
    }
    close(to: 0)
  }

  private mutating func close(to count: Int) {
    while open.count > count, let end = open.popLast() { add(end) }
  }

  private mutating func ask(_ index: Int) {
    let question = tree.questions[index]
    add("<fieldset class=\"ask\"><legend>")
    add(text: question.text)
    add("</legend>\n")
    for (place, answer) in question.answers.enumerated() {
      let id = "q\(index + 1)a\(place + 1)"
      let kind = answer.decidesAlone ? " class=\"alone\"" : ""
      add("<input type=\"radio\" name=\"q\(index + 1)\" id=\"\(id)\"\(kind)><label for=\"\(id)\">")
      add(text: answer.label)
      add("</label>\n")
    }
  }

  private mutating func add(_ markup: String) { html.append(HTML(trusted: markup)) }
  private mutating func add(text: String) { html.append(HTML(text: text)) }
}
