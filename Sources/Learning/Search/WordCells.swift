/// Where the postings of a word are: one of ``count`` cells, of which a shard of the search holds some that follow one
/// another.
///
/// Words are spread by a hash, so that cells are about equally full whatever a team writes about, and a new word moves no
/// other. Words that begin beyond ASCII are spread by their first character alone: those with pairs of characters are
/// found by the first of them.
package enum WordCells {
  package static let count = 1024

  /// FNV-1a with 32 bits, folded; the script of the search has the same.
  package static func cell(of word: ArraySlice<UInt8>) -> Int {
    var end = word.endIndex
    if let first = word.first, first >= 0x80 {
      end = min(end, word.startIndex + (first < 0xE0 ? 2 : first < 0xF0 ? 3 : 4))
    }
    var hash: UInt32 = 0x811c_9dc5
    for index in word.startIndex..<end { hash = (hash ^ UInt32(word[index])) &* 0x0100_0193 }
    return Int((hash ^ hash >> 16) % UInt32(count))
  }

  /// The first bytes of a word as a number, so that words are in the order of their numbers.
  package static func key(of word: ArraySlice<UInt8>) -> UInt64 {
    var key: UInt64 = 0
    var shift: UInt64 = 64
    for index in word.startIndex..<min(word.startIndex + 8, word.endIndex) {
      shift -= 8
      key |= UInt64(word[index]) << shift
    }
    return key
  }
}
