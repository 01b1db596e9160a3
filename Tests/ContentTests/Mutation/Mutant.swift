/// A copy of a review with one thing broken, and where that has to be reported.
struct Mutant: Sendable {
  /// Below the content folder.
  let path: String
  let lines: [String]
  /// Any of these says it.
  let codes: Set<String>
  /// The damaged line from 1, or for a removal the place that the rule's documentation names.
  let line: Int

  init(_ path: String, _ lines: [String], _ codes: Set<String>, at line: Int) {
    self.path = path
    self.lines = lines
    self.codes = codes
    self.line = line
  }

  var text: String { lines.joined(separator: "\n") }
}

/// A systematic way to damage a review. Empty where it does not apply.
struct Mutation: Sendable {
  let name: String
  let mutants: @Sendable (SampleReview) -> [Mutant]

  static let all = sections + timelines + processes + frontMatters + items + links
}
