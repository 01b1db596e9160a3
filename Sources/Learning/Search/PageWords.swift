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
  init(path: String, line: Int?, sections: [Section], words: [Word]) {
    self.path = path
    self.line = line
    self.sections = sections
    var table: [UInt8] = []
    var text: [UInt8] = []
    text.reserveCapacity(words.count * 8)
    var next = 0
    for group in 0..<Self.groups {
      let start = text.count
      var last: ArraySlice<UInt8> = []
      while next < words.count, words[next].cell * Self.groups / WordCells.count == group {
        let word = words[next]
        next += 1
        if text.count - start > Self.mostOfGroup { continue }
        let shared = Self.shared(last, word.bytes)
        text.append(UInt8(shared))
        text.append(UInt8(word.bytes.count - shared))
        text += word.bytes.dropFirst(shared)
        text.append(UInt8(word.level << 5 | word.section))
        last = word.bytes
      }
      let hash = StableHash(text[start...]).value
      let count = text.count - start
      table += [UInt8(truncatingIfNeeded: count), UInt8(truncatingIfNeeded: count >> 8)]
      for shift in stride(from: UInt64(0), to: 64, by: 8) {
        table.append(UInt8(truncatingIfNeeded: hash >> shift))
      }
    }
    bytes = table + text
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
    let bytes: ArraySlice<UInt8>
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

  /// Where the words of each group begin, and where the last ends.
  private var groupStarts: [Int] {
    var starts = [Self.groups * Self.header]
    for group in 0..<Self.groups { starts.append(starts[group] + count(ofGroup: group)) }
    return starts
  }

  /// Calls `body` with each word of some groups.
  package func each(
    in groups: Range<Int>, _ body: (_ word: ArraySlice<UInt8>, _ level: Int, _ section: Int) -> Void
  ) {
    var start = Self.groups * Self.header
    for group in 0..<groups.lowerBound { start += count(ofGroup: group) }
    for group in groups {
      let end = start + count(ofGroup: group)
      each(between: start..<end, body)
      start = end
    }
  }

  private func each(
    between range: Range<Int>,
    _ body: (_ word: ArraySlice<UInt8>, _ level: Int, _ section: Int) -> Void
  ) {
    var word: [UInt8] = []
    var place = range.lowerBound
    while place < range.upperBound {
      let shared = Int(bytes[place])
      let end = place + 2 + Int(bytes[place + 1])
      word.removeLast(word.count - shared)
      for index in place + 2..<end { word.append(bytes[index]) }
      body(word[...], Int(bytes[end] >> 5), Int(bytes[end] & 31))
      place = end + 1
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

  /// Whether the groups have the lengths that their table says, and the words theirs.
  private var isWhole: Bool {
    guard bytes.count >= Self.groups * Self.header else { return false }
    let starts = groupStarts
    guard starts[Self.groups] == bytes.count else { return false }
    for group in 0..<Self.groups {
      var place = starts[group]
      var length = 0
      while place < starts[group + 1] {
        guard place + 1 < starts[group + 1], Int(bytes[place]) <= length else { return false }
        length = Int(bytes[place]) + Int(bytes[place + 1])
        place += 3 + Int(bytes[place + 1])
      }
      if place != starts[group + 1] { return false }
    }
    return true
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
