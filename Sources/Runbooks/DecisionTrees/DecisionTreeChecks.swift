internal import Diagnostics
internal import Vocabulary

/// What is wrong with the decision trees of a document: questions without answers, answers without questions,
/// and an order in which a question is asked never or for ever.
struct DecisionTreeChecks {
  private let file: SourceFile
  private var titles: Set<String> = []
  private(set) var findings: [Diagnostic] = []

  init(of file: SourceFile) { self.file = file }

  mutating func check(_ draft: DecisionDraft) {
    for orphan in draft.orphans {
      report(
        .orphanAnswer, nil, line: orphan.line,
        "answer '\(orphan.label)' belongs to no question",
        help: "write its question above it, with a question mark at the end")
    }
  }

  mutating func check(_ tree: DecisionTree, _ mistakes: [DecisionDraft.OrderMistake]) {
    if !titles.insert(tree.title.foldedWords).inserted {
      findings.append(
        RunbookFinding.repeatedChoice.at(
          line: tree.line, in: file, "'\(tree.title)' is the title of two decision trees",
          help: "give each tree its own title"))
    }
    var seen: Set<String> = []
    for question in tree.questions {
      if !seen.insert(question.text.foldedWords).inserted {
        report(
          .repeatedChoice, question.text, line: question.line,
          "question '\(question.text)' is in this tree twice", help: "remove one of the two")
      }
      checkAnswers(of: question)
    }
    for mistake in mistakes { report(mistake, in: tree) }
  }

  private mutating func report(_ mistake: DecisionDraft.OrderMistake, in tree: DecisionTree) {
    switch mistake {
    case .circle(let question, let place, let target):
      let answer = tree.questions[question].answers[place]
      report(
        .circle, nil, line: answer.line,
        "answer '\(answer.label)' to '\(tree.questions[question].text)' leads back to '\(tree.questions[target].text)'",
        help: "say what to do, or lead to a question that has not been asked yet")
    case .unreachable(let index):
      let question = tree.questions[index]
      report(
        .unreachable, question.text, line: question.line,
        "no answer leads to question '\(question.text)'",
        help: "let an answer before it continue, or move the question up")
    }
  }

  private mutating func checkAnswers(of question: DecisionTree.Question) {
    var labels: Set<String> = []
    for answer in question.answers {
      if !labels.insert(answer.label.foldedWords).inserted {
        report(
          .repeatedChoice, nil, line: answer.line,
          "'\(question.text)' has two answers '\(answer.label)'", help: "remove one of the two")
      } else if answer.text.isEmpty, answer.nested.isEmpty {
        report(
          .emptyAnswer, nil, line: answer.line,
          "answer '\(answer.label)' to '\(question.text)' is empty",
          help: "write what to do, or 'Continue' for the next question")
      }
    }
    let isYes = labels.contains("yes") || labels.contains("y")
    let isNo = labels.contains("no") || labels.contains("n")
    let isYesOrNo = isYes || isNo || labels.isEmpty
    guard isYesOrNo ? !(isYes && isNo) : labels.count < 2 else { return }
    let words =
      isYes ? "no answer for 'no'" : isNo ? "no answer for 'yes'" : "too few answers"
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
