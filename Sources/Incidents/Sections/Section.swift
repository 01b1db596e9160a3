package import CommonMark

/// A part of a review: a heading and the lines below it, up to the next heading of the same or a higher
/// level.
package struct Section: Hashable, Sendable {
  /// What it contains, as far as the checklist is concerned.
  package enum Content: Hashable, Sendable {
    case written
    case empty
    /// Only words like "TBD", with the line of the first one.
    case placeholder(line: Int, text: String)
  }

  /// `nil` when the vocabulary does not know the heading.
  package var kind: SectionKind?
  /// What else the heading names: "Lessons learned and next steps" is both.
  package var otherKinds: [SectionKind] = []
  /// Whether another section of the document is more clearly of this kind: "Prevention" beside "Action
  /// items".
  package var isMinor = false
  /// Whether its content decided what it is, because its heading did not.
  package var isInferred = false
  package var heading: String
  package var level: Int
  package var line: Int
  package var lines: LineRange
  package var anchor: String?
  package var content: Content
  /// Whether the heading is in a quote, a list, a box or a `<details>` element.
  package var isNested = false
  /// Whether it ends with its container, and ends no section outside.
  package var isHeld = false

  /// The level of what is under a label: below every heading.
  static let labelLevel = 7

  package func isOf(_ kind: SectionKind) -> Bool { self.kind == kind || otherKinds.contains(kind) }
}
