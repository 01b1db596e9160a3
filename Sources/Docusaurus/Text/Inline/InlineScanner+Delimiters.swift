internal import Bytes

/// Stars, underscores and tildes.
///
/// Whether they open or close emphasis depends on the characters beside them. cmark follows CommonMark 0.30
/// and counts only the categories P as punctuation. Docusaurus' parser follows 0.31 and also counts
/// symbols, and treats four more characters as white space.
extension InlineScanner {
  mutating func readDelimiters() {
    let mark = bytes[position]
    let start = position
    while position < end, bytes[position] == mark { position += 1 }
    let isLeft = position < end && !bytes[position].isWhitespace
    let isRight = start > 0 && !bytes[start - 1].isWhitespace
    delimiters.note(mark, count: position - start, isLeft: isLeft, isRight: isRight)
    let neighbours = [bytes.scalar(before: start), bytes.scalar(at: position)]
    if neighbours.contains(where: { $0.map(Self.isDisputed) ?? false }) {
      delimiters.areBesideDisputed = true
    }
  }

  private static func isDisputed(_ scalar: Unicode.Scalar) -> Bool {
    switch scalar.value {
    case 0x0B, 0x2028, 0x2029, 0xFEFF: return true
    // Docusaurus' parser sees only halves of the characters beyond this range, which are neither.
    case 0x80...0xFFFF:
      switch scalar.properties.generalCategory {
      case .mathSymbol, .currencySymbol, .modifierSymbol, .otherSymbol: return true
      default: return false
      }
    default: return false
    }
  }
}
