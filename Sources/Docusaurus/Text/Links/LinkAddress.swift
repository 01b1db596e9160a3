internal import Bytes
internal import CommonMark

/// Which addresses a link may have, for Docusaurus and for the reader's browser.
enum LinkAddress {
  /// Whether Docusaurus can parse an address that has a scheme, and a reader may follow it.
  static func isParsable(_ address: String) -> Bool {
    WebAddress.isParsable(address) && !SafeHTML.isUnsafe(destination: address)
  }

  /// An address as the destination of an inline link; characters that would end it are percent-encoded.
  static func markdown(_ address: String) -> String {
    var result: [UInt8] = []
    for byte in address.utf8 {
      switch byte {
      case UInt8(ascii: "&"): result += Array("&amp;".utf8)
      case 0...0x20, 0x7F, .lessThan, .greaterThan, .leftParenthesis, .rightParenthesis, .backslash,
        UInt8(ascii: "\""), .backtick, .pipe, .leftBrace, UInt8(ascii: "}"):
        result.append(UInt8(ascii: "%"))
        result += hexadecimal(byte)
      default: result.append(byte)
      }
    }
    return String(decoding: result, as: UTF8.self)
  }

  private static func hexadecimal(_ byte: UInt8) -> [UInt8] {
    let digits = Array("0123456789ABCDEF".utf8)
    return [digits[Int(byte >> 4)], digits[Int(byte & 15)]]
  }
}
