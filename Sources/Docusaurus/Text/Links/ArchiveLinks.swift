internal import Bytes
internal import CommonMark

/// The links that the archive finds in one block, in reading order.
///
/// Docusaurus has its own rules for where a bare address begins and ends; the archive's rules are used.
struct ArchiveLinks: Sendable {
  /// The links whose text is their address.
  private let bare: [Link]
  /// All links, by the position where they end.
  private let all: [Link]
  private var nextLink = 0
  private(set) var position = 0

  init(_ links: [Link] = []) {
    all = links
    bare = links.filter { link in
      !link.isImage && !link.text.isEmpty
        && ["", "http://", "mailto:"].contains { link.destination == $0 + link.text }
    }
  }

  /// The bare address that comes next.
  var next: Link? { position < bare.count ? bare[position] : nil }

  mutating func advance() { position += 1 }

  /// Goes back to the position where the text of a link began, and moves past that link.
  ///
  /// - Returns: Its plain text; `nil` when the archive does not have this link.
  mutating func pass(_ destination: String, isImage: Bool, from start: Int) -> String? {
    position = start
    let found = all[nextLink...].firstIndex {
      $0.isImage == isImage && $0.destination == destination
    }
    guard let found else { return nil }
    nextLink = found + 1
    let text = all[found].text
    // A link whose text is its own address was expected as a bare address.
    if !isImage, next?.destination == destination, next?.text == text { advance() }
    return text
  }

  /// The end of the next address, if it is written at `start`: its characters may be escaped or written as
  /// entities.
  func end(at start: Int, in bytes: [UInt8], until end: Int) -> Int? {
    guard let text = next?.text.utf8 else { return nil }
    var place = start
    var rest = text[...]
    while let wanted = rest.first {
      guard place < end else { return nil }
      if bytes[place] == UInt8(ascii: "&"),
        let entity = bytes.entity(at: place, until: end)
      {
        let decoded = entity.text.utf8
        if rest.starts(with: decoded) {
          rest = rest.dropFirst(decoded.count)
          place = entity.end
          continue
        }
      }
      if bytes[place] == .backslash, place + 1 < end, bytes[place + 1].isPunctuation,
        bytes[place + 1] == wanted
      {
        place += 1
      }
      guard bytes[place] == wanted else { return nil }
      rest = rest.dropFirst()
      place += 1
    }
    return place
  }

  /// Whether Docusaurus links exactly the same bytes: an address of common characters, with only common
  /// punctuation between it and the next blank.
  static func isLinkedAlike(_ range: Range<Int>, in bytes: [UInt8], until end: Int) -> Bool {
    guard range.allSatisfy({ bytes[$0].isAlphanumeric || common.contains(bytes[$0]) }),
      !bytes[range].contains(.colon) || bytes.hasWebScheme(at: range.lowerBound)
    else { return false }
    let isMail = !bytes.hasWebScheme(at: range.lowerBound) && !bytes.hasHost(at: range.lowerBound)
    if isMail, bytes[range].contains(where: { !$0.isAlphanumeric && !mail.contains($0) }) {
      return false
    }
    let before = range.lowerBound > 0 ? bytes[range.lowerBound - 1] : .space
    guard before.isWhitespace || before == .leftParenthesis else { return false }
    let after = range.upperBound
    let tail = bytes[after..<end].prefix { !$0.isWhitespace }
    return tail.allSatisfy { trailing.contains($0) } && !(isMail && tail.first == .underscore)
  }

  private static let common = Set("-._/:?=%#+,@".utf8 + [UInt8(ascii: "&")])
  private static let mail = Set("-._+@".utf8)
  private static let trailing = Set("?!.,:;)".utf8)
}

extension [UInt8] {
  /// Whether `http://` or `https://` is at `offset`.
  func hasWebScheme(at offset: Int) -> Bool {
    hasIgnoringCase("http://", at: offset) || hasIgnoringCase("https://", at: offset)
  }

  /// Whether `www.` is at `offset`.
  func hasHost(at offset: Int) -> Bool { hasIgnoringCase("www.", at: offset) }

  /// Where an address that begins at `offset` can be split so that Docusaurus does not make it a link:
  /// before the colon, the dot or the at sign.
  func addressBreak(at offset: Int, until end: Int) -> Int? {
    switch self[offset] {
    case .colon:
      let isWeb = ["http", "https"].contains { hasIgnoringCase($0, at: offset - $0.utf8.count) }
      return isWeb && has("//", at: offset + 1) && isHostPart(at: offset + 3, until: end)
        ? offset : nil
    case UInt8(ascii: "."):
      let isStart = offset < 4 || !self[offset - 4].isAlphanumeric
      return hasIgnoringCase("www", at: offset - 3) && isStart ? offset : nil
    case UInt8(ascii: "@"):
      guard offset > 0, self[offset - 1].isMailPart else { return nil }
      let host = self[(offset + 1)..<end].prefix { $0.isNamePart || $0 == UInt8(ascii: ".") }
      return host.first?.isNamePart == true && host.dropLast().contains(UInt8(ascii: "."))
        ? offset : nil
    default: return nil
    }
  }

  private func isHostPart(at offset: Int, until end: Int) -> Bool {
    guard offset < end else { return false }
    let byte = self[offset]
    return byte.isNamePart || byte == UInt8(ascii: ".") || byte >= 0x80
  }
}

extension UInt8 {
  fileprivate var isMailPart: Bool { isNamePart || self == .plus || self == UInt8(ascii: ".") }
}
