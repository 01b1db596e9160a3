internal import Vocabulary

/// Headings in languages whose word order differs from English, and headings with a typo.
extension HeadingVocabulary {
  /// "Acciones futuras recomendadas", "Chronologie détaillée": the noun comes first. "Unsere Maßnahmen",
  /// "Verbesserungsmaßnahmen": it comes last, also as part of a compound word.
  func foreign(_ words: [Substring]) -> HeadingMeaning? {
    guard words.count <= 6 else { return nil }
    for length in (1...max(1, min(4, words.count - 1))).reversed() where words.count > 1 {
      if let meaning = openers[words[..<length].joined(separator: " ")] { return meaning }
    }
    guard let last = words.last, last.utf8.count >= 8 else {
      return words.last.flatMap { word in words.count > 1 ? endings[String(word)] : nil }
    }
    if words.count > 1, let meaning = endings[String(last)] { return meaning }
    var longest: (length: Int, meaning: HeadingMeaning)?
    for (ending, meaning) in endings where last.hasSuffix(ending) {
      let length = ending.utf8.count
      if length > longest?.length ?? 0 { longest = (length, meaning) }
    }
    return longest?.meaning
  }

  /// Japanese and Chinese have no spaces between words: the longest known text at the end, or otherwise at
  /// the start.
  func unspaced(_ text: String) -> HeadingMeaning? {
    guard let first = text.unicodeScalars.first(where: { $0.value >= 0x3040 }),
      first.value < 0x1_0000, text.utf8.count <= 60
    else { return nil }
    let letters = Array(text.unicodeScalars.filter { $0 != " " })
    guard letters.count > 2 else { return nil }
    for length in (2..<letters.count).reversed() {
      if let meaning = table[Self.text(letters.suffix(length))], meaning.doubt == nil {
        return meaning
      }
    }
    for length in (2..<letters.count).reversed() {
      if let meaning = table[Self.text(letters.prefix(length))], meaning.doubt == nil {
        return meaning
      }
    }
    let name = Self.text(letters[...])
    return HeadingTable.unspacedStems.first { name.contains($0.stem) }.map {
      HeadingMeaning([$0.kind])
    }
  }

  private static func text(_ scalars: ArraySlice<Unicode.Scalar>) -> String {
    var text = String.UnicodeScalarView()
    text.append(contentsOf: scalars)
    return String(text)
  }

  /// The entry that differs by a typo: by one letter from six letters on, by two from nine on. The first
  /// letter has to be right: nearly all typos keep it, and "retention" is not "detection".
  func nearest(_ text: String) -> HeadingMeaning? {
    let bytes = Array(text.utf8)
    guard (6...40).contains(bytes.count), bytes.allSatisfy({ $0 < 0x80 }) else { return nil }
    let most = bytes.count >= 9 ? 2 : 1
    var best: (distance: Int, meaning: HeadingMeaning)?
    for length in (bytes.count - most)...(bytes.count + most) {
      for entry in spellings[SpellingKey(first: bytes[0], length: length)] ?? [] {
        guard let distance = FoldedText.distance(bytes, entry.bytes, most: most),
          distance < best?.distance ?? .max
        else { continue }
        best = (distance, entry.meaning)
      }
    }
    return best?.meaning
  }
}
