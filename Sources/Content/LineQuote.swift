internal import Bytes
internal import Checklist
internal import Diagnostics
internal import Incidents

/// The text of a line that a finding is expected on, taken while its file was at hand: what looks at all pages together
/// finds it when no file is open any more.
struct LineQuote: Hashable, Sendable {
  let path: String
  let line: Int
  /// The line without the spaces around it.
  let range: SourceRange
  let excerpt: Excerpt

  /// The lines of an incident that may be reported. `file` represents the incident.
  static func all(of incident: Incident, in file: SourceFile) -> [LineQuote] {
    Rule.linesToQuote(of: incident).filter { (1...file.lineCount).contains($0) }.map { line in
      let range = file.range(ofLine: line)
      return LineQuote(
        path: file.path, line: line, range: range, excerpt: Excerpt(of: range, in: file))
    }
  }
}

extension LineQuote: Recordable {
  func write(to writer: inout RecordWriter) {
    writer.write(path)
    writer.write(line)
    writer.write(range)
    writer.write(excerpt)
  }

  init(from reader: inout RecordReader) throws(RecordError) {
    path = try reader.read()
    line = try reader.read()
    range = try reader.read()
    excerpt = try reader.read()
  }
}

/// Quotes by their places.
struct LineQuotes {
  private struct Place: Hashable {
    let path: String
    let line: Int
  }

  private let quotes: [Place: LineQuote]

  init(_ quotes: [LineQuote]) {
    self.quotes = Dictionary(
      quotes.map { (Place(path: $0.path, line: $0.line), $0) },
      uniquingKeysWith: { first, _ in first })
  }

  /// A finding about a whole line, with its text; `nil` when that is not known.
  func quoted(_ finding: Diagnostic) -> Diagnostic? {
    guard let range = finding.range, range.isEmpty,
      let quote = quotes[Place(path: finding.path, line: range.lowerBound.line)]
    else { return nil }
    var quoted = finding
    quoted.range = quote.range
    quoted.excerpt = quote.excerpt
    return quoted
  }
}
