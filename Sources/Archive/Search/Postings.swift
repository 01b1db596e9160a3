internal import Bytes
internal import Learning

/// The words of a segment in some groups of cells, each with the pages that have it.
///
/// As text it is for each word: a digit with the number of characters that it shares with the word before, its other
/// characters, a space, its pages, a space. A page is the distance from the page before, with the last digit below 44, and a
/// digit for level and section; see ``SearchDigits``. Where a word is on more than a sixteenth of the pages, of at least 256,
/// only those where it weighs most are there, the newest first, behind `~` and the number of all.
struct Postings {
  private var table = WordTable()
  /// The pages of the first word, then those of the next, in the order of the pages.
  private var pages: [Posting] = []
  /// By the numbers of the words: where their pages begin, and where the last end.
  private var starts: [Int] = [0]
  /// The most pages of a word that are kept.
  private let most: Int

  private struct Posting {
    let page: Int32
    let level: UInt8
    let section: UInt8
  }

  init(of segment: SearchSegment, groups: Range<Int>) {
    most = max(256, segment.words.count / 16)
    var table = WordTable()
    var found: [(number: Int32, posting: Posting)] = []
    for (page, words) in segment.words.enumerated() {
      words?.each(in: groups) { word, level, section in
        let posting = Posting(page: Int32(page), level: UInt8(level), section: UInt8(section))
        found.append((Int32(table.number(of: word)), posting))
      }
    }
    self.table = table
    sort(found)
  }

  /// Puts the pages of each word together; they stay in their order.
  private mutating func sort(_ found: [(number: Int32, posting: Posting)]) {
    starts = Array(repeating: 0, count: table.count + 1)
    for (number, _) in found { starts[Int(number) + 1] += 1 }
    for number in 0..<table.count { starts[number + 1] += starts[number] }
    var next = starts
    pages = Array(repeating: Posting(page: 0, level: 0, section: 0), count: found.count)
    for (number, posting) in found {
      pages[next[Int(number)]] = posting
      next[Int(number)] += 1
    }
  }

  /// The texts of some shards, each of which has the words of some cells of the groups.
  func texts(ofCells shards: [Range<Int>]) -> [[UInt8]] {
    let cells = (0..<table.count).map { WordCells.cell(of: table[$0]) }
    let order = table.order
    return shards.map { shard in text(of: order.filter { shard.contains(cells[$0]) }) }
  }

  private func text(of words: [Int]) -> [UInt8] {
    var text: [UInt8] = []
    var last: ArraySlice<UInt8> = []
    for number in words {
      let word = table[number]
      text.addFront(of: word, after: last)
      last = word
      text.append(0x20)
      addPages(of: number, to: &text)
      text.append(0x20)
    }
    return text
  }

  private func addPages(of number: Int, to text: inout [UInt8]) {
    var kept = pages[starts[number]..<starts[number + 1]]
    if kept.count > most {
      text.append(UInt8(ascii: "~"))
      text.add(number: kept.count)
      let best = kept.sorted { ($0.level, $0.page) > ($1.level, $1.page) }.prefix(most)
      kept = best.sorted { $0.page < $1.page }[...]
    }
    var last = -1
    for posting in kept {
      text.add(number: Int(posting.page) - last - 1)
      last = Int(posting.page)
      text.add(level: Int(posting.level), section: Int(posting.section))
    }
  }
}

/// The words of a segment in some groups that typing errors are compared with, in the order of their bytes: letters alone,
/// and not those of very few pages of many.
struct ComparedWords {
  private var table = WordTable()
  /// How many pages have each.
  private var counts: [Int] = []

  init(of segment: SearchSegment, groups: Range<Int>) {
    var table = WordTable()
    var counts: [Int] = []
    for words in segment.words {
      words?.each(in: groups) { word, _, _ in
        guard (4...20).contains(word.count), word.indices.allSatisfy({ word[$0].isLowercase })
        else { return }
        let number = table.number(of: word)
        if number == counts.count { counts.append(0) }
        counts[number] += 1
      }
    }
    self.table = table
    self.counts = counts
  }

  /// Those that at least `fewest` pages have.
  func text(from fewest: Int) -> [UInt8] {
    var text: [UInt8] = []
    var last: ArraySlice<UInt8> = []
    for number in table.order where counts[number] >= fewest {
      text.addFront(of: table[number], after: last)
      text.append(0x20)
      last = table[number]
    }
    return text
  }
}

extension WordTable {
  /// The numbers of the words in the order of their bytes.
  fileprivate var order: [Int] {
    let keys = (0..<count).map { WordCells.key(of: self[$0]) }
    return keys.indices.sorted { left, right in
      keys[left] != keys[right]
        ? keys[left] < keys[right] : self[left].lexicographicallyPrecedes(self[right])
    }
  }
}

/// Numbers as characters that may stand in a string of a script and in HTML: those from "!" to "}" but `"`, `&`, `<`, `>`
/// and `\`.
enum SearchDigits {
  static let count = 88
  static let half = 44
  /// Sections from this one on have a digit of their own.
  static let sections = 10

  static let all: [UInt8] = (0x21...0x7D).filter { !#""&<>\"#.utf8.contains($0) }
}

extension [UInt8] {
  fileprivate mutating func addFront(of word: ArraySlice<UInt8>, after last: ArraySlice<UInt8>) {
    var shared = zip(last, word).prefix { $0 == $1 }.count
    // Not within a character, since the script counts those.
    while shared > 0, word[word.startIndex + shared].isContinuation { shared -= 1 }
    let text = String(decoding: word.prefix(shared), as: UTF8.self)
    append(SearchDigits.all[text.utf16.count])
    self += word.dropFirst(shared)
  }

  /// Digits of 44, the lowest first; those before the last are in the upper half.
  fileprivate mutating func add(number: Int) {
    var rest = number
    while rest >= SearchDigits.half {
      append(SearchDigits.all[SearchDigits.half + rest % SearchDigits.half])
      rest /= SearchDigits.half
    }
    append(SearchDigits.all[rest])
  }

  fileprivate mutating func add(level: Int, section: Int) {
    let short = Swift.min(section, SearchDigits.sections)
    append(SearchDigits.all[level * (SearchDigits.sections + 1) + short])
    if short == SearchDigits.sections { append(SearchDigits.all[section - short]) }
  }
}
