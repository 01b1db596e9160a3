internal import Bytes

/// The words of a text as the search knows them: in lower case, without accents and endings, in reading order, with
/// repetitions.
///
/// - A name such as `KubePodCrashLooping` is a word, and so is each of its parts.
/// - What hyphens, underscores and dots hold together, as in `PM-2026-014` and `nginx.conf`, is a word too, with hyphens,
///   if it has a digit, an underscore or a dot, or is code.
/// - Chinese, Japanese, Korean and Thai have no spaces, so each pair of neighbouring characters is a word.
/// - Words that are in every text, single letters, long numbers and hashes are left out.
///
/// The script of the search cuts what people type by the same rules; `Tests/SearchOracle` compares the two.
package struct SearchWords {
  /// The words one after another.
  package private(set) var bytes: [UInt8] = []
  /// Where each of them ends.
  package private(set) var ends: [Int] = []
  private var word: [UInt8] = []

  package init() {}

  /// Longer words are data.
  private static let longest = 32
  private static let longestCompound = 40

  package var count: Int { ends.count }

  package subscript(index: Int) -> ArraySlice<UInt8> {
    bytes[(index == 0 ? 0 : ends[index - 1])..<ends[index]]
  }

  /// The words of a text, for tests and single texts.
  package static func all(in text: String, isCode: Bool = false) -> [String] {
    var words = SearchWords()
    words.read(Array(text.utf8), isCode: isCode)
    return (0..<words.count).map { String(decoding: words[$0], as: UTF8.self) }
  }

  /// Replaces the words by those of another text.
  package mutating func read(_ text: [UInt8], isCode: Bool = false) {
    bytes.removeAll(keepingCapacity: true)
    ends.removeAll(keepingCapacity: true)
    var place = 0
    /// Where what hyphens hold together begins, and how many words it has.
    var compound = (start: 0, words: 0, isPlain: true)
    while place < text.count {
      let start = place
      let isPlain = readWord(of: text, at: &place)
      if place == start {
        place = readOther(of: text, at: place)
        continue
      }
      compound.words += 1
      compound.isPlain = compound.isPlain && isPlain
      if compound.words == 1 { compound.start = start }
      if place + 1 < text.count, Self.isJoint(text[place]), text[place + 1].isAlphanumeric {
        place += 1
        continue
      }
      if compound.words > 1, compound.isPlain {
        add(compound: text[compound.start..<place], words: compound.words, isCode: isCode)
      }
      compound = (place, 0, true)
    }
  }

  private static func isJoint(_ byte: UInt8) -> Bool {
    byte == UInt8(ascii: "-") || byte == UInt8(ascii: "_") || byte == UInt8(ascii: ".")
  }

  // MARK: Words

  /// Reads a word of letters and digits, if one is here.
  ///
  /// - Returns: whether all of it is letters and digits of ASCII.
  private mutating func readWord(of text: [UInt8], at place: inout Int) -> Bool {
    let start = place
    var capitals = 0
    var isPlain = true
    word.removeAll(keepingCapacity: true)
    while place < text.count {
      let byte = text[place]
      if byte.isAlphanumeric {
        if byte.isUppercase { capitals += 1 }
        word.append(byte.lowercased)
        place += 1
      } else if byte >= 0x80 {
        guard let length = readLetter(of: text, at: place) else { break }
        isPlain = false
        place += length
      } else if byte == UInt8(ascii: "'"), place > start, text[place - 1].isLetter,
        place + 1 < text.count, text[place + 1].isLetter
      {
        isPlain = false
        place += 1
      } else {
        break
      }
    }
    if isPlain, capitals > 0, word.count > 3 { addParts(of: text[start..<place]) }
    addWord()
    return isPlain
  }

  /// Adds a letter beyond ASCII to the word, if one is here.
  ///
  /// - Returns: its length in bytes.
  private mutating func readLetter(of text: [UInt8], at place: Int) -> Int? {
    guard let scalar = text.scalar(at: place), !Self.isIdeograph(scalar) else { return nil }
    let length = max(1, min(UTF8.width(scalar), text.count - place))
    switch scalar.value {
    case 0xC0...0x17F:
      let letters = FoldedLetters.plain(scalar)
      if letters.isEmpty { return nil }
      word += letters
    case 0x300...0x36F:
      if word.isEmpty { return nil }
    case 0x2019:
      // An apostrophe.
      guard !word.isEmpty, place + length < text.count, text[place + length].isLetter else {
        return nil
      }
    case 0xFF10...0xFF19, 0xFF21...0xFF3A, 0xFF41...0xFF5A:
      word.append(UInt8(scalar.value - 0xFEE0).lowercased)
    default:
      guard scalar.properties.isAlphabetic || scalar.properties.numericType != nil else {
        return nil
      }
      word += scalar.properties.lowercaseMapping.utf8
    }
    return length
  }

  /// The parts of a name in which capitals begin words: "CephOSDSlowOps" has four.
  private mutating func addParts(of name: ArraySlice<UInt8>) {
    var starts = [name.startIndex]
    for place in name.indices.dropFirst() where name[place].isUppercase {
      let isAfterSmall = !name[place - 1].isUppercase
      let isBeforeSmall = place + 1 < name.endIndex && name[place + 1].isLowercase
      if isAfterSmall || isBeforeSmall { starts.append(place) }
    }
    guard starts.count > 1 else { return }
    let whole = word
    for (start, end) in zip(starts, starts.dropFirst() + [name.endIndex]) {
      word = name[start..<end].map(\.lowercased)
      addWord()
    }
    word = whole
  }

  private mutating func addWord() {
    guard word.count > 1, word.count <= Self.longest else { return }
    var digits = 0
    for byte in word where byte.isDigit { digits += 1 }
    if digits > 0 {
      if digits == word.count, digits > 6 { return }
      if word.count >= 12, digits >= 4 { return }
    } else if StopWords.contains(word) {
      return
    }
    WordStem.cut(&word)
    bytes += word
    ends.append(bytes.count)
  }

  private mutating func add(compound: ArraySlice<UInt8>, words: Int, isCode: Bool) {
    guard compound.count <= Self.longestCompound else { return }
    var isName = isCode
    var hasLetter = false
    for byte in compound {
      if byte.isLetter {
        hasLetter = true
      } else if byte != UInt8(ascii: "-") {
        isName = true
      }
    }
    guard hasLetter ? isName : words > 2 else { return }
    bytes += compound.lazy.map { Self.isJoint($0) ? UInt8(ascii: "-") : $0.lowercased }
    ends.append(bytes.count)
  }

  // MARK: Other scripts

  /// Reads the characters of a script without spaces, or one character that is in no word.
  ///
  /// - Returns: the place behind it.
  private mutating func readOther(of text: [UInt8], at start: Int) -> Int {
    guard text[start] >= 0x80 else { return start + 1 }
    var starts: [Int] = []
    var place = start
    while place < text.count, text[place] >= 0x80, let scalar = text.scalar(at: place) {
      guard Self.isIdeograph(scalar) else { break }
      starts.append(place)
      place += UTF8.width(scalar)
    }
    guard let first = starts.first else {
      return start + max(1, text.scalar(at: start).map { UTF8.width($0) } ?? 1)
    }
    if starts.count == 1 {
      bytes += text[first..<place]
      ends.append(bytes.count)
    }
    starts.append(place)
    for index in starts.indices.dropFirst(2) {
      bytes += text[starts[index - 2]..<starts[index]]
      ends.append(bytes.count)
    }
    return place
  }

  /// Whether it is of a script that is written without spaces, or Korean.
  private static func isIdeograph(_ scalar: Unicode.Scalar) -> Bool {
    switch scalar.value {
    case 0x0E00...0x0E7F, 0x3040...0x30FA, 0x30FC...0x30FF, 0x3400...0x4DBF, 0x4E00...0x9FFF,
      0xAC00...0xD7AF, 0xF900...0xFAFF, 0xFF66...0xFF9F, 0x20000...0x2FA1F:
      true
    default: false
    }
  }
}

/// Words that are in nearly every text, so that they tell no two of them apart.
private enum StopWords {
  static func contains(_ word: [UInt8]) -> Bool {
    word.count <= 5 && set.contains(key(word))
  }

  private static func key(_ word: some Sequence<UInt8>) -> UInt64 {
    word.reduce(0) { $0 << 8 | UInt64($1) }
  }

  private static let set: Set<UInt64> = Set(words.utf8.split(separator: 0x20).map { key($0) })

  private static let words = """
    a an and are as at be been but by for from had has have if in into is it its of on or so such that the their then there \
    these they this to was we were which will with
    """
}
