internal import Learning
internal import Runbooks
internal import Templates

/// A decision tree to be answered on the page: the questions in order, each with a choice that shows what it says to
/// do, and the questions below it. Works without a script, because the style sheet shows what is chosen.
struct TreeWalk {
  private(set) var html = HTML.empty
  private let tree: DecisionTree
  private let leads: TreeLeads

  init(of tree: DecisionTree, _ leads: TreeLeads) {
    self.tree = tree
    self.leads = leads
    let top = tree.questions.indices.filter { tree.questions[$0].depth == 0 }
    // What is still to be written, the next last; a stack, because a tree can be as deep as it is long.
    var rest = top.reversed().map { Piece.question($0) }
    while let piece = rest.popLast() {
      switch piece {
      case .end: add("</div>\n")
      case .close: add("</fieldset>\n")
      case .question(let index):
        ask(index)
        rest.append(.close)
        rest += tree.questions[index].answers.indices.reversed().map {
          .answer(DecisionPath.Choice(question: index, answer: $0))
        }
      case .answer(let choice):
        add("<div class=\"then\">")
        html.append(leads.html(of: tree[choice], choice, in: tree))
        rest.append(.end)
        rest += tree[choice].nested.reversed().map { .question($0) }
      }
    }
  }

  private enum Piece {
    case question(Int)
    case answer(DecisionPath.Choice)
    case end
    case close
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
