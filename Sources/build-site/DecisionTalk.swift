internal import Arguments
internal import Diagnostics
internal import Files
internal import Pipeline
internal import Runbooks

/// The questions of a decision tree, asked until none is left.
struct DecisionTalk {
  private(set) var path: DecisionPath
  private let entry: KnownTrees.Entry

  /// Takes the answers from `--answers`, or else from standard input, a line each.
  ///
  /// - Throws: `UsageError` about `--answers`; `RespondingError` when standard input ends early or holds something else.
  init(_ entry: KnownTrees.Entry, _ arguments: ParsedArguments) throws {
    self.entry = entry
    path = DecisionPath(in: entry.tree)
    if let given = arguments[.answers] {
      try take(given)
    } else {
      try ask()
    }
  }

  private mutating func take(_ given: String) throws {
    let words = given.split(separator: ",", omittingEmptySubsequences: false).map(String.init)
    for word in words {
      guard path.question != nil else {
        throw UsageError(
          "\(words.count) answers were given, but this way through '\(entry.tree.title)' has \(path.choices.count)"
        )
      }
      guard path.answer(word, in: entry.tree) else {
        throw UsageError(entry.refusal(of: word, at: path))
      }
    }
    if let question = path.question {
      throw UsageError("no answer was given to '\(entry.tree.questions[question].text)'")
    }
  }

  private mutating func ask() throws {
    let isTerminal = StandardStream.isInputTerminal
    while let question = path.question {
      if isTerminal, let prompt = entry.prompt(at: path) {
        StandardStream.error.tell("\(prompt)> ")
      }
      guard let line = readInputLine() else {
        throw RespondingError.endedEarly(question: entry.tree.questions[question].text.plainLine)
      }
      if line.utf8.allSatisfy({ $0 == 0x20 || $0 == 0x09 || $0 == 0x0D })
        || path.answer(line, in: entry.tree)
      {
        continue
      }
      let refusal = entry.refusal(of: line, at: path)
      guard isTerminal else { throw RespondingError.noAnswer(refusal) }
      StandardStream.error.tell("\(refusal)\n")
    }
  }
}
