internal import CommonMark
internal import Diagnostics
internal import Vocabulary

/// Finds the decision trees of a document: arrow notation in code blocks and paragraphs, and nested lists
/// of questions.
struct DecisionTreeReader {
  private let file: SourceFile
  private var titles: Set<String> = []
  private(set) var trees: [DecisionTree] = []
  private(set) var findings: [Diagnostic] = []

  init(_ outline: RunbookOutline, of file: SourceFile) {
    self.file = file
    for index in outline.passages.indices {
      let passage = outline.passages[index]
      let isExpected = outline.path(to: index).contains { $0.mentions("decision") }
      let draft = draft(of: passage, isExpected: isExpected)
      guard let tree = draft.tree(below: passage) else { continue }
      check(draft)
      checkTitle(of: tree)
      trees.append(tree)
    }
  }

  private func draft(of passage: RunbookOutline.Passage, isExpected: Bool) -> DecisionDraft {
    var draft = DecisionDraft()
    var items: [Block] = []
    for block in passage.blocks {
      switch block.kind {
      case .item: items.append(block)
      case .paragraph where block.depth == 0 && DecisionDraft.mayHaveArrows(block.text):
        draft.read(arrows: lines(of: block))
      case .code where DecisionDraft.mayHaveArrows(block.text):
        let lines = CodeLines(of: block, in: file).lines
        draft.read(arrows: lines.map { ($0.start.line, $0.text) })
      default: break
      }
    }
    draft.read(items: items, isExpected: isExpected)
    return draft
  }

  private func lines(of block: Block) -> [(line: Int, text: String)] {
    block.text.numberedLines.map { (block.lines.lowerBound + $0.index, $0.text) }
  }

  private mutating func checkTitle(of tree: DecisionTree) {
    guard !titles.insert(tree.title.foldedWords).inserted else { return }
    findings.append(
      RunbookFinding.repeatedChoice.at(
        line: tree.line, in: file, "'\(tree.title)' is the title of two decision trees",
        help: "give each tree its own title"))
  }

  private mutating func check(_ draft: DecisionDraft) {
    var seen: Set<String> = []
    for question in draft.questions {
      if !seen.insert(question.text.foldedWords).inserted {
        report(
          .repeatedChoice, question.text, line: question.line,
          "question '\(question.text)' is in this tree twice", help: "remove one of the two")
      }
      checkAnswers(of: question)
    }
  }

  private mutating func checkAnswers(of question: DecisionDraft.Question) {
    var labels: Set<String> = []
    for answer in question.answers {
      if !labels.insert(answer.label.foldedWords).inserted {
        report(
          .repeatedChoice, nil, line: answer.line,
          "'\(question.text)' has two answers '\(answer.label)'", help: "remove one of the two")
      } else if answer.text.isEmpty, answer.nested == nil {
        report(
          .emptyAnswer, nil, line: answer.line,
          "answer '\(answer.label)' to '\(question.text)' is empty",
          help: "write what to do, or 'Continue' for the next question")
      }
    }
    let missing = ["yes", "no"].filter { !labels.contains($0) }
    let isYesOrNo = missing.count < 2 || labels.isEmpty
    guard isYesOrNo ? !missing.isEmpty : labels.count < 2 else { return }
    let words = missing.count == 2 ? "too few answers" : "no answer for '\(missing[0])'"
    report(
      .missingAnswer, question.text, line: question.line,
      "question '\(question.text)' has \(words)",
      help: "say what to do after each answer")
  }

  private mutating func report(
    _ finding: RunbookFinding, _ text: String?, line: Int, _ message: String, help: String
  ) {
    let range = text.map { file.range(of: $0, inLine: line) } ?? file.range(ofLine: line)
    findings.append(finding.at(range, in: file, message, help: help))
  }
}
