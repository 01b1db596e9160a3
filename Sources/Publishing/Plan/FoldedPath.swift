internal import Bytes

/// A path as a disk sees it that tells neither case nor normal form apart.
///
/// `String` compares and hashes by canonical equivalence, so only the case is folded here. By way
/// of upper case, so that "ſ" and "s", "ß" and "ss" fold alike, as on APFS.
struct FoldedPath: Hashable {
  private let text: String

  init(_ path: String) {
    let isFolded = path.utf8.allSatisfy { $0 < 0x80 && !$0.isUppercase }
    self.init(folded: isFolded ? path : path.uppercased().lowercased())
  }

  private init(folded text: String) { self.text = text }

  /// The folders the path lies in, the innermost first.
  var folders: some Sequence<FoldedPath> {
    sequence(first: parent) { $0?.parent }.lazy.compactMap { $0 }
  }

  private var parent: FoldedPath? {
    text.utf8.lastIndex(of: UInt8(ascii: "/")).map { FoldedPath(folded: String(text[..<$0])) }
  }
}
