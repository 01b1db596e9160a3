internal import Bytes

/// Cuts the ending off an English word, so that "expires", "expired" and "expiring" are one.
///
/// A few rules in place of a full stemmer: what they leave need not be a word, it only has to be the same for the forms of
/// one. The script of the search has the same rules.
package enum WordStem {
  /// - Parameter word: in lower case; a word with anything but the letters from a to z stays as it is.
  package static func cut(_ word: inout [UInt8]) {
    guard word.count > 3, word.allSatisfy(\.isLowercase) else { return }
    cutPlural(&word)
    if ends(word, "ing"), hasVowel(word, before: 3), word.count > 5 {
      word.removeLast(3)
      undouble(&word)
    } else if ends(word, "ed"), hasVowel(word, before: 2), word.count > 4 {
      word.removeLast(2)
      undouble(&word)
    } else if ends(word, "ly"), word.count > 5 {
      word.removeLast(2)
    }
    if word.count > 6, ends(word, "sion") || ends(word, "tion") { word.removeLast(3) }
    if word.count > 4, word.last == UInt8(ascii: "e") { word.removeLast() }
  }

  private static func cutPlural(_ word: inout [UInt8]) {
    if word.count > 4, ends(word, "ies") || ends(word, "ied") {
      word.removeLast(3)
      word.append(UInt8(ascii: "y"))
    } else if ends(word, "sses") || ends(word, "xes") || ends(word, "shes") || ends(word, "ches") {
      word.removeLast(2)
    } else if ends(word, "s"), !ends(word, "ss"), !ends(word, "us"), !ends(word, "is") {
      word.removeLast()
    }
  }

  /// "stopp" is "stop"; "fall" and "pass" stay.
  private static func undouble(_ word: inout [UInt8]) {
    guard word.count > 3, let last = word.last, last == word[word.count - 2] else { return }
    switch last {
    case UInt8(ascii: "l"), UInt8(ascii: "s"), UInt8(ascii: "z"): return
    default: if !isVowel(last) { word.removeLast() }
    }
  }

  private static func ends(_ word: [UInt8], _ ending: StaticString) -> Bool {
    ending.withUTF8Buffer { ending in
      // Most words differ in the last letter.
      unsafe ending.last == word.last && word.suffix(ending.count).elementsEqual(ending)
    }
  }

  private static func hasVowel(_ word: [UInt8], before ending: Int) -> Bool {
    word.dropLast(ending).contains(where: isVowel)
  }

  private static func isVowel(_ letter: UInt8) -> Bool {
    switch letter {
    case UInt8(ascii: "a"), UInt8(ascii: "e"), UInt8(ascii: "i"), UInt8(ascii: "o"),
      UInt8(ascii: "u"), UInt8(ascii: "y"):
      true
    default: false
    }
  }
}
