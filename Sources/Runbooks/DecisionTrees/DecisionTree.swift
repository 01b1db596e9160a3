internal import Vocabulary

/// Questions asked in order until an answer settles what to do.
package struct DecisionTree: Hashable, Sendable {
  /// Where an answer leads.
  package enum Target: Hashable, Sendable {
    /// It settles what to do now.
    case leaf(String)
    /// It leads to `questions[index]`, always a later one, so that every path ends.
    case question(Int)
  }

  package struct Answer: Hashable, Sendable {
    /// "Yes" or "No" as written, sometimes another word.
    package var label: String
    /// What the author wrote after the label, even when the answer leads to a question: "Maybe a monitoring
    /// issue".
    package var text: String
    package var target: Target
    /// Where the first link of the answer goes, as the author wrote it.
    package var destination: String?
    package var line: Int

    /// Advice on the way to the next question: ``text`` when it says more than to continue. Empty for a
    /// leaf.
    package var note: String {
      guard case .question = target else { return "" }
      return ["continue", "go on", "next question", "keep going"].contains(text.foldedWords)
        ? "" : text
    }
  }

  package struct Question: Hashable, Sendable {
    package var text: String
    package var answers: [Answer]
    package var line: Int
  }

  /// The heading above it.
  package var title: String
  package var anchor: String?
  /// The line of that heading.
  package var line: Int
  /// Never empty.
  package var questions: [Question]
}
