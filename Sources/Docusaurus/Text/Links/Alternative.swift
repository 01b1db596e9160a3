/// Alternative texts and titles of local images.
enum Alternative {
  /// The text with quotation marks and signs that need no escape in HTML.
  static func typographic(_ text: String) -> String {
    var result = ""
    var last: Unicode.Scalar = " "
    for scalar in text.unicodeScalars {
      switch scalar {
      case "\"": result += last == " " ? "\u{201C}" : "\u{201D}"
      case "'": result += last == " " ? "\u{2018}" : "\u{2019}"
      case "&": result += "\u{FF06}"
      case "<": result += "\u{2039}"
      case ">": result += "\u{203A}"
      default: result.unicodeScalars.append(scalar)
      }
      last = scalar
    }
    return result
  }
}
