internal import Bytes

/// The attributes behind the type of an admonition, as in `{title="Take care" #look .wide}`, by the rules of
/// remark-directive.
struct DirectiveAttributes {
  /// The value of `title`; empty when there is none.
  private(set) var title = ""

  /// - Returns: `nil` when there is anything but attributes in the braces, or anything around them: Docusaurus
  ///   then shows the line as text.
  init?(_ bytes: ArraySlice<UInt8>) {
    guard bytes.count > 1, bytes.first == 0x7B, bytes.last == 0x7D else { return nil }
    var rest = bytes.dropFirst().dropLast().drop(while: \.isCmarkSpace)
    while !rest.isEmpty {
      guard let behind = read(rest) else { return nil }
      rest = behind.drop(while: \.isCmarkSpace)
    }
  }

  /// Reads the attribute at the start and returns what follows it; `nil` when there is none.
  private mutating func read(_ bytes: ArraySlice<UInt8>) -> ArraySlice<UInt8>? {
    if bytes.first == 0x23 || bytes.first == 0x2E {
      let name = bytes.dropFirst().prefix { Self.isPlain($0) && $0 != 0x23 && $0 != 0x2E }
      return name.isEmpty ? nil : bytes[name.endIndex...]
    }
    let name = bytes.prefix { Self.isNameStart($0) || $0.isDigit || $0 == 0x2D || $0 == 0x2E }
    guard let first = name.first, Self.isNameStart(first) else { return nil }
    let equals = bytes[name.endIndex...].drop(while: \.isCmarkSpace)
    guard equals.first == 0x3D else { return equals }
    let start = equals.dropFirst().drop(while: \.isCmarkSpace)
    let value: ArraySlice<UInt8>
    let behind: ArraySlice<UInt8>
    if let quote = start.first, quote == 0x22 || quote == 0x27 {
      guard let end = start.dropFirst().firstIndex(of: quote) else { return nil }
      value = start[(start.startIndex + 1)..<end]
      behind = start[(end + 1)...]
      // What is quoted ends the attribute.
      if let next = behind.first, !next.isCmarkSpace { return nil }
    } else {
      value = start.prefix(while: Self.isPlain)
      guard !value.isEmpty else { return nil }
      behind = start[value.endIndex...]
    }
    if name.elementsEqual("title".utf8) { title = String(decoding: value, as: UTF8.self) }
    return behind
  }

  private static func isNameStart(_ byte: UInt8) -> Bool {
    byte.isLetter || byte == 0x3A || byte == 0x5F
  }

  /// Neither a space nor one of `"'<=>{}` and the backtick.
  private static func isPlain(_ byte: UInt8) -> Bool {
    !byte.isCmarkSpace && !"\"'<=>{}`".utf8.contains(byte)
  }
}
