internal import Bytes
internal import Vocabulary

extension HeadingVocabulary {
  /// The usual heading of a part, when a heading differs from it only by a typo or by case.
  ///
  /// Other words for the same part are a team's choice and are left alone, and so is a capital letter at
  /// the start of each word.
  ///
  /// - Returns: `nil` when the heading is correct, or when it is unclear what was meant.
  package func usualSpelling(of heading: String) -> String? {
    let words = heading.split(separator: " ", omittingEmptySubsequences: false)
    guard words.allSatisfy({ !$0.isEmpty && $0.utf8.allSatisfy(\.isLetter) }),
      let meaning = meaning(of: heading), meaning.kinds.count == 1, let kind = meaning.kinds.first
    else { return nil }
    let usual = words.allSatisfy(Self.isCapitalized) ? Self.capitalized(kind.title) : kind.title
    guard usual != heading else { return nil }
    let (folded, wanted) = (FoldedText.name(heading), FoldedText.name(kind.title))
    if folded == wanted { return usual }
    // Words of the table are never typos, however similar they are to others.
    guard self.meaning(of: heading, match: .close) == nil, meaning.doubt == nil else { return nil }
    let bytes = Array(folded.utf8)
    let isNear =
      FoldedText.distance(bytes, Array(wanted.utf8), most: bytes.count >= 9 ? 2 : 1) != nil
    return isNear ? usual : nil
  }

  private static func isCapitalized(_ word: Substring) -> Bool {
    guard let first = word.utf8.first, word.utf8.count > 1 else { return false }
    return first < 0x61 && word.utf8.dropFirst().allSatisfy { $0 >= 0x61 }
  }

  private static func capitalized(_ title: String) -> String {
    title.split(separator: " ").map { $0.prefix(1).uppercased() + $0.dropFirst() }
      .joined(separator: " ")
  }
}
