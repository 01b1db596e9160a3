#if canImport(FoundationEssentials)
  internal import FoundationEssentials
#else
  internal import Foundation
#endif

extension Reporter {
  /// For programs: an object with `findings`, an array in the order of the text report.
  ///
  /// `report.schema.json` beside this file is its schema. A change that breaks a reader is a new version.
  package static let json = Reporter(
    name: "json", summary: "for programs: an object with an array of findings"
  ) { report, _ in
    var output = FindingList(reserving: report.findings.count)
    for (finding, fingerprint) in zip(report.findings, report.findings.uniqueFingerprints) {
      output.add(finding, fingerprint)
    }
    output.end()
    return output.text
  }

  /// JSON with one member per line and keys in alphabetical order.
  static func encoded(_ value: some Encodable) -> String {
    let encoder = JSONEncoder()
    encoder.outputFormatting = [.prettyPrinted, .sortedKeys, .withoutEscapingSlashes]
    guard let bytes = try? encoder.encode(value) else {
      preconditionFailure("reports hold only strings and integers, which always encode")
    }
    return String(decoding: bytes, as: UTF8.self) + "\n"
  }
}

/// The text of a JSON report, as ``Reporter/encoded(_:)`` would write it. A report of a large check has a million
/// members, for which a general encoder takes more memory than the check itself.
private struct FindingList {
  private(set) var text = "{\n  \"findings\" : ["
  private var isFirstFinding = true
  private var isFirstMember = true

  /// Makes room for some findings.
  init(reserving count: Int) { text.reserveCapacity(count * Self.length + 64) }

  /// The bytes that most findings take, at the most.
  private static let length = 512

  mutating func end() {
    text += (isFirstFinding ? "\n" : "") + "\n  ],\n  \"version\" : 1\n}\n"
  }

  /// The members are in alphabetical order.
  mutating func add(_ finding: Diagnostic, _ fingerprint: String) {
    text += isFirstFinding ? "\n    {" : ",\n    {"
    isFirstFinding = false
    isFirstMember = true
    let range = finding.range
    add("code", finding.code)
    add("column", range?.lowerBound.column)
    add("endColumn", range?.upperBound.column)
    add("endLine", range?.upperBound.line)
    add("fingerprint", fingerprint)
    add("help", finding.help?.plainLine)
    add("level", finding.level.rawValue)
    add("line", range?.lowerBound.line)
    add("message", finding.message.plainLine)
    add("path", finding.path)
    text += "\n    }"
  }

  private mutating func add(key: String) {
    text += isFirstMember ? "\n      \"" : ",\n      \""
    isFirstMember = false
    text += key
    text += "\" : "
  }

  private mutating func add(_ key: String, _ value: Int?) {
    guard let value else { return }
    add(key: key)
    text += String(value)
  }

  private mutating func add(_ key: String, _ value: String?) {
    guard let value else { return }
    add(key: key)
    text += "\""
    if value.utf8.contains(where: { $0 < 0x20 || $0 == 0x22 || $0 == 0x5C }) {
      for scalar in value.unicodeScalars { add(escaping: scalar) }
    } else {
      text += value
    }
    text += "\""
  }

  private mutating func add(escaping scalar: Unicode.Scalar) {
    switch scalar {
    case "\"": text += "\\\""
    case "\\": text += "\\\\"
    case "\u{08}": text += "\\b"
    case "\t": text += "\\t"
    case "\n": text += "\\n"
    case "\u{0C}": text += "\\f"
    case "\r": text += "\\r"
    case "\u{00}"..<"\u{10}": text += "\\u000" + String(scalar.value, radix: 16)
    case "\u{10}"..<"\u{20}": text += "\\u00" + String(scalar.value, radix: 16)
    default: text.unicodeScalars.append(scalar)
    }
  }
}
