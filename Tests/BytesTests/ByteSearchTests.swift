import Bytes
import Testing

struct ByteSearchTests {
  @Test(
    arguments: [
      ("abcabc", "abc", 0, 3), ("abcabc", "c", 2, 5), ("aaab", "ab", 2, 2),
      ("abab", "ababa", nil, nil),
      ("ab", "x", nil, nil), ("ab", "", nil, nil), ("", "a", nil, nil), ("", "", nil, nil),
      ("aaa", "aa", 0, 1),
    ] as [(String, String, Int?, Int?)])
  func bytesAreFound(text: String, sought: String, first: Int?, last: Int?) {
    let bytes = Array(text.utf8)
    #expect(bytes.offset(of: Array(sought.utf8), in: 0..<bytes.count) == first)
    #expect(bytes.lastOffset(of: Array(sought.utf8)) == last)
  }

  /// All of them must be in the part.
  @Test(
    arguments: [(0..<6, 2), (3..<6, nil), (2..<4, 2), (2..<3, nil), (6..<6, nil)]
      as [(Range<Int>, Int?)])
  func aPartIsSearched(part: Range<Int>, first: Int?) {
    #expect(Array("abcdef".utf8).offset(of: Array("cd".utf8), in: part) == first)
  }
}
