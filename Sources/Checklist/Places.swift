internal import CommonMark
internal import Diagnostics
internal import Incidents

extension IncidentUnderReview {
  /// The title or the first line of text: where something that is missing is reported.
  var opening: SourceRange? {
    guard let document else { return nil }
    let line = document.title?.lines.lowerBound ?? document.blocks.first?.lines.lowerBound ?? 1
    return document.textRange(ofLine: min(line, document.file.lineCount))
  }

  var openingPath: String { document?.path ?? "" }
}

extension DocumentReading {
  func range(ofLine line: Int) -> SourceRange? {
    (1...file.lineCount).contains(line) ? file.range(ofLine: line) : nil
  }

  /// The text of a line, without the signs that make it a heading.
  func textRange(ofLine line: Int) -> SourceRange? {
    guard let range = range(ofLine: line) else { return nil }
    let signs = file.bytes[file.offsets(ofLine: line)].drop { $0 == 0x20 }.prefix {
      $0 == UInt8(ascii: "#")
    }
    guard !signs.isEmpty else { return range }
    let blanks = file.bytes[signs.endIndex...].prefix { $0 == 0x20 }.count
    let start = SourceLocation(line: line, column: range.lowerBound.column + signs.count + blanks)
    return start < range.upperBound ? start..<range.upperBound : range
  }
}

/// How the three required parts of a review are judged: there, empty or a placeholder.
enum RequiredSection {
  /// `example` is what the help asks for.
  static func findings(
    _ kind: SectionKind, in subject: IncidentUnderReview, example: String
  ) -> [Finding] {
    guard let review = subject.review else { return [] }
    let sections = subject.incident.parts(of: kind)
    let name = "section '\(kind.title)'"
    guard let first = sections.first else {
      return [
        Finding(
          path: review.path, range: subject.opening, message: "\(name) is missing",
          help: "add a section '## \(kind.title)' with \(example)")
      ]
    }
    // A section may be split; one written part is enough.
    if sections.contains(where: { $0.content == .written }) { return [] }
    if case .placeholder(let line, let text) = first.content {
      return [
        Finding(
          path: review.path, range: review.range(ofLine: line),
          message: "\(name) is a placeholder: '\(text)'",
          help: "replace it with \(example)")
      ]
    }
    return [
      Finding(
        path: review.path, range: review.textRange(ofLine: first.line), message: "\(name) is empty",
        help: "write \(example) below the heading")
    ]
  }
}
