/// A table as comma-separated values in UTF-8 (RFC 4180): a line of column names, then a line per row, each ended by
/// CR LF.
///
/// Spreadsheets run what begins with `=`, `+`, `-` or `@` as a formula, so such a text gets an apostrophe in front (OWASP,
/// "CSV Injection"). Numbers stay as they are.
package struct CSVWriter: Sendable {
  /// One cell of a row.
  package enum Cell: Hashable, Sendable {
    case text(String)
    case number(Int)
    /// Nothing is known.
    case empty

    /// A text, or nothing where there is none.
    package static func optional(_ text: String?) -> Self { text.map { .text($0) } ?? .empty }
    /// A number, or nothing where there is none.
    package static func optional(_ number: Int?) -> Self { number.map { .number($0) } ?? .empty }
  }

  package private(set) var bytes: [UInt8] = []

  /// `capacity` is the number of bytes that there is room for, so that a long table is not copied while it grows.
  package init(columns: [String], capacity: Int = 0) {
    bytes.reserveCapacity(capacity)
    row(columns.map { .text($0) })
  }

  package mutating func row(_ cells: [Cell]) {
    for (index, cell) in cells.enumerated() {
      if index > 0 { bytes.append(UInt8(ascii: ",")) }
      switch cell {
      case .text(let text): append(text)
      case .number(let number): bytes += String(number).utf8
      case .empty: break
      }
    }
    // A line without anything would be no row.
    if cells == [.empty] || cells == [.text("")] { bytes += "\"\"".utf8 }
    bytes += "\r\n".utf8
  }

  private mutating func append(_ text: String) {
    guard let first = text.utf8.first else { return }
    let isFormula = Self.startsFormula(first)
    guard text.utf8.contains(where: Self.needsQuotes) || first == 0x20 || text.utf8.last == 0x20
    else {
      if isFormula { bytes.append(UInt8(ascii: "'")) }
      bytes += text.utf8
      return
    }
    bytes.append(UInt8(ascii: "\""))
    if isFormula { bytes.append(UInt8(ascii: "'")) }
    for byte in text.utf8 {
      if byte == UInt8(ascii: "\"") { bytes.append(byte) }
      bytes.append(byte)
    }
    bytes.append(UInt8(ascii: "\""))
  }

  /// A tab or a line break in front hides the sign after it.
  private static func startsFormula(_ byte: UInt8) -> Bool {
    switch byte {
    case UInt8(ascii: "="), UInt8(ascii: "+"), UInt8(ascii: "-"), UInt8(ascii: "@"), 0x09, 0x0A,
      0x0D:
      true
    default: false
    }
  }

  /// Some spreadsheets part cells at semicolons and tabs.
  private static func needsQuotes(_ byte: UInt8) -> Bool {
    switch byte {
    case UInt8(ascii: ","), UInt8(ascii: ";"), UInt8(ascii: "\""), 0x09, 0x0A, 0x0D: true
    default: false
    }
  }
}
