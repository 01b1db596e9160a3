/// Gives words numbers from 0 on, in the order in which they come.
///
/// A dictionary of texts would make a text of each word that is looked up; this compares bytes.
package struct WordTable {
  private struct Entry {
    let start: Int
    let count: Int
    let hash: UInt32
  }

  private var bytes: [UInt8] = []
  private var entries: [Entry] = []
  /// A place in ``entries`` and one more, by the hash of the word; 0 is free.
  private var places: [Int32] = Array(repeating: 0, count: 1024)

  package init() {}

  package var count: Int { entries.count }

  package subscript(number: Int) -> ArraySlice<UInt8> {
    bytes[entries[number].start..<entries[number].start + entries[number].count]
  }

  /// The number of a word, which gets the next one when it is new.
  package mutating func number(of word: Span<UInt8>) -> Int {
    var hash: UInt32 = 0x811c_9dc5
    for index in word.indices { hash = (hash ^ UInt32(word[index])) &* 0x0100_0193 }
    var place = Int(hash) & (places.count - 1)
    while places[place] != 0 {
      let number = Int(places[place]) - 1
      if entries[number].hash == hash, isEqual(number, word) { return number }
      place = (place + 1) & (places.count - 1)
    }
    places[place] = Int32(entries.count + 1)
    entries.append(Entry(start: bytes.count, count: word.count, hash: hash))
    for index in word.indices { bytes.append(word[index]) }
    if entries.count * 2 > places.count { grow() }
    return entries.count - 1
  }

  private func isEqual(_ number: Int, _ word: Span<UInt8>) -> Bool {
    let entry = entries[number]
    guard entry.count == word.count else { return false }
    for offset in word.indices where bytes[entry.start + offset] != word[offset] { return false }
    return true
  }

  private mutating func grow() {
    places = Array(repeating: 0, count: places.count * 2)
    for (number, entry) in entries.enumerated() {
      var place = Int(entry.hash) & (places.count - 1)
      while places[place] != 0 { place = (place + 1) & (places.count - 1) }
      places[place] = Int32(number + 1)
    }
  }
}
