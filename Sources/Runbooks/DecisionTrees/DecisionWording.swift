internal import CommonMark
internal import Vocabulary

/// What the words of a decision tree say besides what to do.
enum DecisionWording {
  /// Whether a text only says to go on: "Continue", "Continue normal process", "Next question".
  static func saysToContinue(_ text: String) -> Bool {
    let words = text.foldedWords.split(separator: " ")
    for phrase in [["continue"], ["go", "on"], ["keep", "going"], ["next"], ["carry", "on"]]
    where words.starts(with: phrase.map { $0[...] }) {
      return words.dropFirst(phrase.count).allSatisfy { fillers.contains(String($0)) }
    }
    return false
  }

  /// Words behind "continue" that name nothing to do.
  private static let fillers: Set<String> = [
    "with", "to", "the", "normal", "normally", "process", "as", "usual", "next", "question",
    "questions", "below", "on", "alone",
  ]

  /// The text without a mark at its end that the answer decides alone: "Roll back (stop)", "Roll back → Done",
  /// "Roll back, then stop". A text that is nothing but the mark stays.
  static func withoutEndMark(_ text: String) -> (text: String, isMarked: Bool) {
    if endMarks.contains(text.foldedWords) { return (text, true) }
    let scalars = Array(text.unicodeScalars)
    // No mark is longer than this.
    for index in scalars.indices.dropFirst().suffix(40).reversed() {
      let isMark = marks.contains(scalars[index])
      guard isMark || scalars[index] == " " else { continue }
      let tail = Self.text(scalars[index...]).foldedWords
      let isEnd =
        isMark
        ? endMarks.contains(tail)
        : tail.hasPrefix("and ") && endMarks.contains(String(tail.dropFirst(4)))
          || tail.hasPrefix("then ") && endMarks.contains(String(tail.dropFirst(5)))
      guard isEnd else { continue }
      var rest = scalars[..<index]
      while let last = rest.last, last == " " || marks.contains(last) { rest.removeLast() }
      return (Self.text(rest), true)
    }
    return (text, false)
  }

  private static func text(_ scalars: ArraySlice<Unicode.Scalar>) -> String {
    var text = String.UnicodeScalarView()
    text.append(contentsOf: scalars)
    return String(text)
  }

  /// What may stand before an end mark.
  private static let marks: Set<Unicode.Scalar> = [
    "(", "[", ",", ";", ".", ":", "–", "—", "→", "/",
  ]

  private static let endMarks: Set<String> = [
    "stop", "stop here", "done", "end", "ends here", "decides alone", "this decides alone",
    "no further questions", "no more questions", "skip the rest", "that is all", "then stop",
    "and stop", "then stop here", "and stop here",
  ]

  /// Which answers the prose around a tree says to decide alone.
  struct Statement {
    /// "The first yes decides."
    var isFirstYes = false
    /// "… until an answer says what to do."
    var isFirstOutcome = false
    /// Sentences that say "… decides alone".
    var deciding: [String] = []

    /// Reads the text of the tree's section, and of those that it is in.
    mutating func read(_ text: String) {
      for sentence in text.split(whereSeparator: { ".;\n!".contains($0) }) {
        let words = sentence.foldedWords
        isFirstYes = isFirstYes || words.mentions("first yes")
        isFirstOutcome =
          isFirstOutcome || words.mentions("until an answer") || words.mentions("until one answer")
          || words.mentions("first answer that")
        if ["decides alone", "decide alone", "settles it", "ends it", "ends the tree"]
          .contains(where: words.mentions)
        {
          deciding.append(words)
        }
      }
    }

    func decides(_ label: String, _ outcome: String) -> Bool {
      if isFirstOutcome { return true }
      if isFirstYes, ["yes", "y"].contains(label.lowercased()) { return true }
      let words = outcome.foldedWords
      return !words.isEmpty && deciding.contains { $0.mentions(words) }
    }
  }
}
