/// How many findings each rule has, in place of the findings themselves.
package struct FindingStatistics: Sendable {
  package struct Entry: Hashable, Sendable {
    package let code: String
    /// The most serious level among its findings: a rule may have several.
    package fileprivate(set) var level: Level
    package fileprivate(set) var count: Int
    /// How many files have such a finding.
    package fileprivate(set) var files: Int
  }

  /// The most frequent first; equal ones by their codes.
  package let entries: [Entry]

  /// - Parameter findings: By path, as in a report.
  package init(of findings: [Diagnostic]) {
    var entries: [String: Entry] = [:]
    var last: [String: String] = [:]
    for finding in findings {
      var entry =
        entries[finding.code] ?? Entry(code: finding.code, level: .note, count: 0, files: 0)
      entry.count += 1
      entry.level = max(entry.level, finding.level)
      if last.updateValue(finding.path, forKey: finding.code) != finding.path { entry.files += 1 }
      entries[finding.code] = entry
    }
    self.entries = entries.values.sorted { ($1.count, $0.code) < ($0.count, $1.code) }
  }

  /// A line for each rule; `name` gives the name of one.
  package func text(naming name: (_ code: String) -> String?) -> String {
    let widths = (
      entries.map { String($0.count).utf8.count }.max() ?? 0,
      entries.map { String($0.files).utf8.count }.max() ?? 0
    )
    return entries.map { entry in
      let count = String(entry.count).padded(to: widths.0, isAtEnd: true)
      let files = String(entry.files).padded(to: widths.1, isAtEnd: true)
      let noun = entry.files == 1 ? "file " : "files"
      let level = entry.level.rawValue.padded(to: 7)
      return "\(count)  in \(files) \(noun)  \(level)  \(entry.code)  \(name(entry.code) ?? "")\n"
    }.joined()
  }

  /// An array of objects.
  package func json(naming name: (_ code: String) -> String?) -> String {
    struct Row: Encodable {
      let code: String
      let count: Int
      let files: Int
      let level: String
      let name: String?
    }
    return Reporter.encoded(
      entries.map { entry in
        Row(
          code: entry.code, count: entry.count, files: entry.files, level: entry.level.rawValue,
          name: name(entry.code))
      })
  }
}
