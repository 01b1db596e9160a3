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
    var output = FindingList()
    for (finding, fingerprint) in zip(report.findings, report.findings.uniqueFingerprints) {
      output.add(finding, fingerprint)
    }
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
  private var output = "{\n  \"findings\" : ["
  private var isFirstFinding = true
  private var isFirstMember = true

  var text: String { output + (isFirstFinding ? "\n" : "") + "\n  ],\n  \"version\" : 1\n}\n" }

  /// The members are in alphabetical order.
  mutating func add(_ finding: Diagnostic, _ fingerprint: String) {
    output += isFirstFinding ? "\n    {" : ",\n    {"
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
    output += "\n    }"
  }

  private mutating func add(key: String) {
    output += isFirstMember ? "\n      \"" : ",\n      \""
    isFirstMember = false
    output += key
    output += "\" : "
  }

  private mutating func add(_ key: String, _ value: Int?) {
    guard let value else { return }
    add(key: key)
    output += String(value)
  }

  private mutating func add(_ key: String, _ value: String?) {
    guard let value else { return }
    add(key: key)
    output += "\""
    if value.utf8.contains(where: { $0 < 0x20 || $0 == 0x22 || $0 == 0x5C }) {
      for scalar in value.unicodeScalars { add(escaping: scalar) }
    } else {
      output += value
    }
    output += "\""
  }

  private mutating func add(escaping scalar: Unicode.Scalar) {
    switch scalar {
    case "\"": output += "\\\""
    case "\\": output += "\\\\"
    case "\u{08}": output += "\\b"
    case "\t": output += "\\t"
    case "\n": output += "\\n"
    case "\u{0C}": output += "\\f"
    case "\r": output += "\\r"
    case "\u{00}"..<"\u{10}": output += "\\u000" + String(scalar.value, radix: 16)
    case "\u{10}"..<"\u{20}": output += "\\u00" + String(scalar.value, radix: 16)
    default: output.unicodeScalars.append(scalar)
    }
  }
}
