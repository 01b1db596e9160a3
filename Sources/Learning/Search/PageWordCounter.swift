internal import Bytes
internal import CommonMark
internal import Vocabulary

/// Counts the words of one page by the weight of the texts that they are in.
struct PageWordCounter {
  /// What kind of text a word is in; the number is its weight in tenths.
  enum Field: Int {
    case title = 80
    case name = 40
    case heading = 30
    case code = 25
    case fact = 20
    case text = 10
    case entry = 7
    case chat = 3
  }

  private struct Count {
    /// The sum of the weights of its places.
    var weight = 0
    /// The weight of its best place, and the section of that.
    var best = 0
    var section = 0
  }

  private var cutter = SearchWords()
  private var table = WordTable()
  /// By the numbers of the words.
  private var counts: [Count] = []
  private var length = 0
  private(set) var sections = [
    PageWords.Section(anchor: "", heading: ""), PageWords.Section(anchor: "", heading: ""),
  ]

  mutating func add(_ text: String, as field: Field, in section: Int = 0) {
    if text.isEmpty { return }
    cutter.read(Array(text.utf8), isCode: field != .text && field != .entry && field != .chat)
    let bytes = cutter.bytes
    var start = 0
    for end in cutter.ends {
      count(bytes.span.extracting(start..<end), field, section)
      start = end
    }
    length += cutter.count
  }

  /// Adds the words of a title as one, as the names of alerts are written: "Kube Pod Crash Looping".
  mutating func addName(_ title: String) {
    let letters = title.utf8.filter(\.isAlphanumeric)
    guard letters.count < title.utf8.count, letters.count <= 32 else { return }
    add(String(decoding: letters.map(\.lowercased), as: UTF8.self), as: .title)
  }

  /// Begins a section; the last one goes on when there are too many.
  ///
  /// - Returns: its number.
  mutating func open(_ heading: Block) -> Int {
    open(anchor: heading.anchor, heading: heading.text)
  }

  mutating func open(anchor: String?, heading: String) -> Int {
    guard let anchor, sections.count < PageWords.mostSections else {
      return sections.count > 2 ? sections.count - 1 : 0
    }
    sections.append(PageWords.Section(anchor: anchor, heading: Self.short(heading)))
    return sections.count - 1
  }

  /// Makes a section that of the action items.
  mutating func setActions(anchor: String, heading: String) {
    sections[PageWords.actions] = PageWords.Section(anchor: anchor, heading: Self.short(heading))
  }

  /// A heading as the results of a search show it.
  private static func short(_ heading: String) -> String {
    heading.utf8.count <= 60 ? heading : heading.prefix(40) + "…"
  }

  private mutating func count(_ word: Span<UInt8>, _ field: Field, _ section: Int) {
    let number = table.number(of: word)
    if number == counts.count { counts.append(Count()) }
    counts[number].weight += field.rawValue
    if field.rawValue > counts[number].best {
      counts[number].best = field.rawValue
      counts[number].section = section
    }
  }

  // MARK: Weights

  func words(path: String, line: Int?) -> PageWords {
    let norm = Self.norm(ofLength: length)
    let words = counts.indices.map { number in
      let word = table[number]
      let cell = WordCells.cell(of: word)
      return PageWords.Word(
        // Of most words the cell and the first bytes tell the place.
        place: UInt64(cell) << 54 | WordCells.key(of: word) >> 10, number: number, cell: cell,
        level: Self.level(of: Double(counts[number].weight) / (10 * norm)),
        section: counts[number].section)
    }
    return PageWords(
      path: path, line: line, sections: sections,
      words: words.sorted { left, right in
        left.place != right.place
          ? left.place < right.place
          : table[left.number].lexicographicallyPrecedes(table[right.number])
      }, of: table)
  }

  /// By what the weight of a word is divided, since a long text has each word more often. Lengths are cut to powers of two,
  /// so that an edit of a sentence changes the weight of no other word.
  private static func norm(ofLength length: Int) -> Double {
    var rounded = 64
    while rounded * 2 <= length { rounded *= 2 }
    return 0.6 + 0.4 * Double(rounded) / 512
  }

  /// Each level is about twice the one before; the script of the search has the same steps.
  private static func level(of weight: Double) -> Int {
    var level = 0
    var most = 0.5
    while level < PageWords.levels - 1, weight >= most {
      level += 1
      most *= 1.8
    }
    return level
  }
}
