/// Names for the bytes that mean something in Markdown.
extension UInt8 {
  static let newline = UInt8(ascii: "\n")
  static let carriageReturn = UInt8(ascii: "\r")
  static let tab = UInt8(ascii: "\t")
  static let space = UInt8(ascii: " ")
  static let backslash = UInt8(ascii: "\\")
  static let backtick = UInt8(ascii: "`")
  static let colon = UInt8(ascii: ":")
  static let lessThan = UInt8(ascii: "<")
  static let greaterThan = UInt8(ascii: ">")
  static let leftBracket = UInt8(ascii: "[")
  static let rightBracket = UInt8(ascii: "]")
  static let leftParenthesis = UInt8(ascii: "(")
  static let rightParenthesis = UInt8(ascii: ")")
  static let leftBrace = UInt8(ascii: "{")
  static let pipe = UInt8(ascii: "|")
  static let exclamation = UInt8(ascii: "!")
  static let hash = UInt8(ascii: "#")
  static let slash = UInt8(ascii: "/")
  static let hyphen = UInt8(ascii: "-")
  static let underscore = UInt8(ascii: "_")
  static let plus = UInt8(ascii: "+")

  var isLetter: Bool { (0x41...0x5A).contains(self) || (0x61...0x7A).contains(self) }
  var isDigit: Bool { (0x30...0x39).contains(self) }
  var isAlphanumeric: Bool { isLetter || isDigit }
  var isLineEnding: Bool { self == .newline || self == .carriageReturn }
  var isBlank: Bool { self == .space || self == .tab }
  var isWhitespace: Bool { isBlank || isLineEnding }
  var isPunctuation: Bool {
    switch self {
    case 0x21...0x2F, 0x3A...0x40, 0x5B...0x60, 0x7B...0x7E: true
    default: false
    }
  }
  /// What the name of a directive, and of an emoji, is made of.
  var isNamePart: Bool { isAlphanumeric || self == .hyphen || self == .underscore }
}

extension [UInt8] {
  /// Whether `text` stands at `offset`.
  func has(_ text: String, at offset: Int) -> Bool {
    guard offset >= 0, offset + text.utf8.count <= count else { return false }
    return zip(self[offset...], text.utf8).allSatisfy { $0 == $1 }
  }

  /// Whether `text`, in lower case, stands at `offset` in any case.
  func hasIgnoringCase(_ text: String, at offset: Int) -> Bool {
    guard offset >= 0, offset + text.utf8.count <= count else { return false }
    return zip(self[offset...], text.utf8).allSatisfy { byte, wanted in
      byte == wanted || (byte.isLetter && byte | 0x20 == wanted)
    }
  }

  func text(_ range: Range<Int>) -> String { String(decoding: self[range], as: UTF8.self) }

  /// The offsets of `range` without white space at either end.
  func trimmed(_ range: Range<Int>) -> Range<Int> {
    var range = range
    while let first = range.first, self[first].isWhitespace { range = range.dropFirst() }
    while let last = range.last, self[last].isWhitespace { range = range.dropLast() }
    return range
  }
}
