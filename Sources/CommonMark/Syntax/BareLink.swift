internal import Bytes

/// An address in running text that becomes a link, by the rules of GitHub's autolink extension.
struct BareLink {
  let range: Range<Int>
  let destination: String

  /// The address around the byte at `index`, which is a colon, a `w` or an at sign.
  ///
  /// - Parameters:
  ///   - bytes: A text of the tree.
  ///   - index: The position of the byte.
  ///   - start: How far back the search may look.
  ///   - isAfterBreak: Whether what is before the text allows `www.` to begin there.
  init?(in bytes: [UInt8], at index: Int, from start: Int, isAfterBreak: Bool) {
    let range: Range<Int>?
    var prefix = ""
    switch bytes[index] {
    case 0x3A: range = Self.url(in: bytes, at: index, from: start)
    case 0x40:
      range = Self.mail(in: bytes, at: index, from: start)
      if let range, !bytes[range].starts(with: "mailto:".utf8),
        !bytes[range].starts(with: "xmpp:".utf8)
      {
        prefix = "mailto:"
      }
    default:
      range = Self.www(in: bytes, at: index, isAfterBreak: isAfterBreak)
      prefix = "http://"
    }
    guard let range, !range.isEmpty else { return nil }
    self.range = range
    destination = prefix + String(decoding: bytes[range], as: UTF8.self)
  }

  private static func url(in bytes: [UInt8], at colon: Int, from start: Int) -> Range<Int>? {
    guard colon + 3 < bytes.count, bytes[colon + 1] == 0x2F, bytes[colon + 2] == 0x2F else {
      return nil
    }
    var begin = colon
    while begin > start, bytes[begin - 1].isLetter { begin -= 1 }
    let scheme = String(decoding: bytes[begin..<colon], as: UTF8.self).lowercased()
    guard ["http", "https", "ftp"].contains(scheme), isHostScalar(bytes, colon + 3) else {
      return nil
    }
    guard let domain = domainEnd(in: bytes, from: colon + 3, needsDot: false) else { return nil }
    let end = trimmedEnd(in: bytes, from: begin, to: runEnd(in: bytes, from: domain))
    return end > colon + 3 ? begin..<end : nil
  }

  private static func www(in bytes: [UInt8], at start: Int, isAfterBreak: Bool) -> Range<Int>? {
    guard start + 4 <= bytes.count, bytes[start..<start + 4].elementsEqual("www.".utf8) else {
      return nil
    }
    if start == 0 {
      guard isAfterBreak else { return nil }
    } else {
      let before = bytes[start - 1]
      guard before.isCmarkSpace || [0x2A, 0x5F, 0x7E, 0x28].contains(before) else { return nil }
    }
    guard let domain = domainEnd(in: bytes, from: start, needsDot: true) else { return nil }
    let end = trimmedEnd(in: bytes, from: start, to: runEnd(in: bytes, from: domain))
    return end > start + 4 ? start..<end : nil
  }

  private static func mail(in bytes: [UInt8], at sign: Int, from start: Int) -> Range<Int>? {
    var begin = sign
    while begin > start {
      let byte = bytes[begin - 1]
      if byte.isAlphanumeric || [0x2E, 0x2B, 0x2D, 0x5F].contains(byte) {
        begin -= 1
      } else if byte == 0x3A, let scheme = scheme(in: bytes, endingAt: begin - 1, from: start) {
        begin = scheme
        break
      } else {
        break
      }
    }
    guard begin < sign else { return nil }
    let isChat = bytes[begin..<sign].starts(with: "xmpp:".utf8)
    var end = sign + 1
    var dots = 0
    while end < bytes.count {
      let byte = bytes[end]
      if byte == 0x40 { return nil }
      if byte == 0x2E, end + 1 < bytes.count, bytes[end + 1].isAlphanumeric {
        dots += 1
      } else if !byte.isAlphanumeric, byte != 0x2D, byte != 0x5F, !(byte == 0x2F && isChat) {
        break
      }
      end += 1
    }
    guard end > sign + 1, dots > 0 else { return nil }
    guard bytes[end - 1].isLetter || bytes[end - 1] == 0x2E else { return nil }
    let trimmed = trimmedEnd(in: bytes, from: sign, to: end)
    return trimmed > sign ? begin..<trimmed : nil
  }

  private static func scheme(in bytes: [UInt8], endingAt colon: Int, from start: Int) -> Int? {
    for name in ["mailto", "xmpp"] {
      let begin = colon - name.utf8.count
      guard begin >= start, bytes[begin..<colon].elementsEqual(name.utf8) else { continue }
      if begin > start, bytes[begin - 1].isAlphanumeric { continue }
      return begin
    }
    return nil
  }

  private static func runEnd(in bytes: [UInt8], from start: Int) -> Int {
    bytes[start...].firstIndex { $0.isCmarkSpace || $0 == 0x3C } ?? bytes.count
  }

  /// Where a valid domain ends; underscores must not be in its last two parts.
  private static func domainEnd(in bytes: [UInt8], from start: Int, needsDot: Bool) -> Int? {
    var dots = 0
    var underscores = (0, 0)
    var index = start + 1
    while index < bytes.count - 1 {
      if bytes[index] == 0x5C, index < bytes.count - 2 { index += 1 }
      switch bytes[index] {
      case 0x5F: underscores.1 += 1
      case 0x2E:
        underscores = (underscores.1, 0)
        dots += 1
      case 0x2D: break
      default:
        if !isHostScalar(bytes, index) {
          return isDomain(dots, underscores, needsDot) ? index : nil
        }
      }
      index += 1
    }
    return isDomain(dots, underscores, needsDot) ? index : nil
  }

  private static func isDomain(_ dots: Int, _ underscores: (Int, Int), _ needsDot: Bool) -> Bool {
    if underscores.0 > 0 || underscores.1 > 0, dots <= 10 { return false }
    return !needsDot || dots > 0
  }

  private static func isHostScalar(_ bytes: [UInt8], _ index: Int) -> Bool {
    if bytes[index] & 0xC0 == 0x80 { return true }
    guard let scalar = bytes.scalar(at: index) else { return false }
    return CharacterClass(scalar) == .other
  }

  /// Leaves out punctuation at the end, unmatched closing parentheses and an entity.
  private static func trimmedEnd(in bytes: [UInt8], from start: Int, to end: Int) -> Int {
    var surplus = 0
    for byte in bytes[start..<end] {
      if byte == 0x29 { surplus += 1 } else if byte == 0x28 { surplus -= 1 }
    }
    var end = end
    while end > start {
      switch bytes[end - 1] {
      case 0x29:
        guard surplus > 0 else { return end }
        surplus -= 1
        end -= 1
      case 0x3F, 0x21, 0x2E, 0x2C, 0x3A, 0x2A, 0x5F, 0x7E, 0x27, 0x22:
        end -= 1
      case 0x3B:
        var begin = end - 2
        while begin > start, bytes[begin].isLetter { begin -= 1 }
        end = begin < end - 2 && begin >= start && bytes[begin] == 0x26 ? begin : end - 1
      default:
        return end
      }
    }
    return end
  }
}
