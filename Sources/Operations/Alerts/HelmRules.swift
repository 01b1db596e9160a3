internal import Bytes
import Diagnostics

/// The alerts in a template of Helm, read line by line as far as its literals go: the template need not be YAML, and
/// nothing of it is run.
struct HelmRules {
  private(set) var alerts: [Alert] = []
  private(set) var isWhole = true

  private let file: SourceFile
  /// The variables that the template sets to a text.
  private var variables: [String: String] = [:]
  /// The indentation of the keys of the alert that is being read.
  private var indentation: Int?

  /// Whether a text is a template of Helm. Prometheus has templates with the same braces, in texts alone.
  static func isTemplate(_ bytes: [UInt8]) -> Bool {
    [
      "{{-", "-}}", "{{`", "{{ `", "{{ \"", ".Values", ".Release", ".Chart", "{{ include",
      "{{ template", ":=",
    ]
    .contains { bytes.offset(of: Array($0.utf8), in: 0..<bytes.count) != nil }
  }

  init(_ file: SourceFile) {
    self.file = file
    for line in 1...max(1, file.lineCount) { read(line: line) }
  }

  private mutating func read(line: Int) {
    let bytes = file.bytes[file.offsets(ofLine: line)].withoutEnd(\.isWhitespace)
    readAssignment(bytes)
    var key = bytes.drop(while: \.isSpaceOrTab)
    while key.starts(with: [.hyphen, .space]) {
      key = key.dropFirst(2).drop(while: \.isSpaceOrTab)
    }
    guard let colon = key.firstIndex(of: .colon), colon + 1 < key.endIndex,
      key[colon + 1].isSpaceOrTab
    else { return }
    let name = String(decoding: key[..<colon], as: UTF8.self)
    let column = key.startIndex - bytes.startIndex
    var value = key[(colon + 1)...].drop(while: \.isSpaceOrTab)
    if let first = value.first, first == UInt8(ascii: "\"") || first == UInt8(ascii: "'"),
      value.count > 1, value.last == first
    {
      value = value.dropFirst().dropLast()
    }
    guard !value.isEmpty else { return }
    let start = value.startIndex - bytes.startIndex + 1
    let range =
      SourceLocation(
        line: line, column: start)..<SourceLocation(line: line, column: start + value.count)
    read(name, String(decoding: value, as: UTF8.self), at: range, column: column)
  }

  private mutating func read(
    _ key: String, _ written: String, at range: SourceRange, column: Int
  ) {
    switch key {
    case "alert":
      indentation = nil
      guard let name = resolved(written), !name.contains("{{") else {
        isWhole = false
        return
      }
      indentation = column
      alerts.append(Alert(name: name, path: file.path, range: range))
    case "record": indentation = nil
    default:
      guard let indentation, column > indentation, let last = alerts.indices.last else { return }
      if RuleFile.linkKeys.contains(key), alerts[last].runbook == nil {
        let text = resolved(written)
        alerts[last].runbook = Alert.RunbookLink(
          written: text ?? written, range: range, alert: alerts[last].name,
          isResolved: text != nil)
      } else if key == "severity", alerts[last].severity == nil {
        alerts[last].severity = resolved(written).flatMap { $0.contains("{{") ? nil : $0 }
      }
    }
  }

  /// `{{- $name := "text" -}}`
  private mutating func readAssignment(_ line: ArraySlice<UInt8>) {
    let text = String(decoding: line, as: UTF8.self)
    guard let sign = text.firstRange(of: ":="), text.contains("{{") else { return }
    let name = text[..<sign.lowerBound].split { $0 == " " || $0 == "{" || $0 == "-" }.last
    let rest = text[sign.upperBound...].drop { $0 == " " }
    guard let name, name.hasPrefix("$"), let quote = rest.first, quote == "\"" || quote == "`"
    else { return }
    let value = rest.dropFirst().prefix { $0 != quote }
    let after = rest.dropFirst(value.count + 2).drop { $0 == " " || $0 == "-" }
    // More than a text: a call or a pipe.
    variables[String(name)] = after.hasPrefix("}}") ? String(value) : nil
  }

  /// A value with what its templates stand for: variables, texts, and the braces that Helm hands on to Prometheus.
  ///
  /// - Returns: `nil` when the template asks for something that is not in the file.
  private func resolved(_ text: String) -> String? {
    var filled = ""
    var rest = text[...]
    while let open = rest.firstRange(of: "{{") {
      filled += rest[..<open.lowerBound]
      let inner = rest[open.upperBound...]
      let trimmed = inner.drop { $0 == " " || $0 == "-" }
      if let quote = trimmed.first, quote == "`" || quote == "\"" {
        // {{ "{{" }} and {{`{{ $labels.x }}`}}
        let literal = trimmed.dropFirst().prefix { $0 != quote }
        let after = trimmed[literal.endIndex...].dropFirst().drop { $0 == " " || $0 == "-" }
        guard after.hasPrefix("}}") else { return nil }
        filled += literal
        rest = after.dropFirst(2)
        continue
      }
      guard let close = inner.firstRange(of: "}}") else { return nil }
      let words = inner[..<close.lowerBound].split { $0 == " " || $0 == "-" }
      guard words.count == 1, let name = words.first, let value = variables[String(name)] else {
        return nil
      }
      filled += value
      rest = inner[close.upperBound...]
    }
    return filled + rest
  }
}
