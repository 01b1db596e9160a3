/// Questions that are asked in order; what the answers say to do gathers on the way.
///
/// Each question is asked unless it stands below another answer than the one given, an answer leads past it, or an
/// answer before it decides alone.
package struct DecisionTree: Hashable, Sendable {
  package struct Answer: Hashable, Sendable {
    /// "Yes" or "No" as written, sometimes another word.
    package var label: String
    /// What the author wrote after the label, without the mark that the answer decides alone.
    package var text: String
    /// What there is to do: ``text`` when it says more than to continue.
    package var outcome: String?
    /// The questions below this answer, which are asked only after it.
    package var nested: [Int] = []
    /// The question that comes after this answer, always a later one, so that every path ends; `nil` when none
    /// does.
    package var next: Int?
    /// Whether the page says that nothing is asked after this answer.
    package var decidesAlone = false
    /// Whether the answer names the question that comes next.
    package var leadsPast = false
    /// Where the first link of the answer goes, as the author wrote it.
    package var destination: String?
    package var line: Int
  }

  package struct Question: Hashable, Sendable {
    package var text: String
    package var answers: [Answer]
    /// Below how many answers it stands.
    package var depth: Int
    package var line: Int
  }

  /// The heading above it.
  package var title: String
  package var anchor: String?
  /// The line of that heading.
  package var line: Int
  /// In reading order, those below an answer before what follows it. Never empty.
  package var questions: [Question]

  /// What there is to do at the end of the paths: each answer that says so, in reading order.
  package var leaves: [Answer] {
    questions.flatMap(\.answers).filter { $0.outcome != nil }
  }
}
