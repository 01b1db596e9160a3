package import Bytes

/// What the search knows of the text of one page: which words it has, how much each weighs, and in which section it is.
///
/// It is made while the page's documents are read and kept in their record, so that the shards of the search are made
/// without reading anything again.
package struct PageWords: Hashable, Sendable {
  /// A place of the page that a hit leads to.
  package struct Section: Hashable, Sendable {
    /// The id of the heading; empty for the page itself.
    package let anchor: String
    package let heading: String

    package init(anchor: String, heading: String) {
      self.anchor = anchor
      self.heading = heading
    }
  }

  /// The number of the section with the action items, whether the page has one or not; 0 is the page itself.
  package static let actions = 1
  /// Words of later sections count as words of the last one.
  package static let mostSections = 32
  /// Weights are from 0 to 7.
  package static let levels = 8
  /// The cells of words are kept in so many groups, of which each can be read by itself.
  package static let groups = 64

  /// The document and, in a log, the line at which the part about the incident begins.
  package let path: String
  package let line: Int?
  package let sections: [Section]
  /// For each group its length and its hash, then the groups. In a group each word is the number of bytes that it shares
  /// with the word before, the number of its other bytes, these bytes, and a byte with its level and section.
  private let bytes: [UInt8]

  private static let header = 10
  /// The bytes of a group after which no other word is taken in: no page of text has so many.
  private static let mostOfGroup = 60_000

  /// `words` are in the order of their cells, and in a cell of their bytes.
  init(path: String, line: Int?, sections: [Section], words: [Word], of table: WordTable) {
    self.path = path
    self.line = line
    self.sections = sections.count < sections.capacity ? sections.map { $0 } : sections
    var head: [UInt8] = []
    var text: [UInt8] = []
    text.reserveCapacity(words.count * 12)
    var next = 0
    for group in 0..<Self.groups {
      let start = text.count
      var last: Int?
      while next < words.count, words[next].cell * Self.groups / WordCells.count == group {
        let word = words[next]
        next += 1
        if text.count - start > Self.mostOfGroup { continue }
        let bytes = table[word.number]
        let shared = last.map { Self.shared(table[$0], bytes) } ?? 0
        text.append(UInt8(shared))
        text.append(UInt8(bytes.count - shared))
        text += bytes.dropFirst(shared)
        text.append(UInt8(word.level << 5 | word.section))
        last = word.number
      }
      let hash = StableHash(text[start...]).value
      let count = text.count - start
      head += [UInt8(truncatingIfNeeded: count), UInt8(truncatingIfNeeded: count >> 8)]
      for shift in stride(from: UInt64(0), to: 64, by: 8) {
        head.append(UInt8(truncatingIfNeeded: hash >> shift))
      }
    }
    // With no room for more: there is one of these for each page.
    var bytes: [UInt8] = []
    bytes.reserveCapacity(head.count + text.count)
    bytes += head
    bytes += text
    self.bytes = bytes
  }

  /// How many bytes two words begin with alike.
  private static func shared(_ left: ArraySlice<UInt8>, _ right: ArraySlice<UInt8>) -> Int {
    var count = 0
    while count < min(left.count, right.count),
      left[left.startIndex + count] == right[right.startIndex + count]
    {
      count += 1
    }
    return count
  }

  struct Word {
    /// Words whose places differ are in their order.
    let place: UInt64
    let number: Int
    let cell: Int
    let level: Int
    let section: Int
  }

  /// A number that differs when the words of a group do.
  package func hash(ofGroup group: Int) -> UInt64 {
    var hash: UInt64 = 0
    for offset in 0..<8 {
      hash |= UInt64(bytes[group * Self.header + 2 + offset]) << UInt64(8 * offset)
    }
    return hash
  }

  private func count(ofGroup group: Int) -> Int {
    Int(bytes[group * Self.header]) | Int(bytes[group * Self.header + 1]) << 8
  }

  /// Calls `body` with each word of some groups.
  package func each(
    in groups: Range<Int>, _ body: (_ word: Span<UInt8>, _ level: Int, _ section: Int) -> Void
  ) {
    var start = Self.groups * Self.header
    for group in 0..<groups.lowerBound { start += count(ofGroup: group) }
    // A word shares at most 255 bytes with the one before, and has at most 255 others.
    var word = Array(repeating: UInt8(0), count: 512)
    for group in groups {
      let end = start + count(ofGroup: group)
      var place = start
      var length = 0
      while place + 2 < end {
        let shared = Int(bytes[place])
        let count = Int(bytes[place + 1])
        place += 2
        // Bytes that are no words end the group.
        guard shared <= length, place + count < end else { break }
        length = shared + count
        for offset in 0..<count { word[shared + offset] = bytes[place + offset] }
        let facts = bytes[place + count]
        place += count + 1
        body(word.span.extracting(0..<length), Int(facts >> 5), Int(facts & 31))
      }
      start = end
    }
  }
}

extension PageWords: Recordable {
  package func write(to writer: inout RecordWriter) {
    writer.write(path)
    writer.write(line)
    writer.write(sections)
    writer.write(bytes: bytes)
  }

  package init(from reader: inout RecordReader) throws(RecordError) {
    path = try reader.read()
    line = try reader.read()
    sections = try reader.read()
    bytes = try reader.byteArray()
    guard isWhole else { throw RecordError() }
  }

  /// Whether the groups have the lengths that their table says. Words are looked at when they are needed: a run reads the
  /// records of all pages, and the words of few.
  private var isWhole: Bool {
    guard bytes.count >= Self.groups * Self.header else { return false }
    return (0..<Self.groups).reduce(Self.groups * Self.header) { $0 + count(ofGroup: $1) }
      == bytes.count
  }
}

extension PageWords.Section: Recordable {
  package func write(to writer: inout RecordWriter) {
    writer.write(anchor)
    writer.write(heading)
  }

  package init(from reader: inout RecordReader) throws(RecordError) {
    anchor = try reader.read()
    heading = try reader.read()
  }
}
