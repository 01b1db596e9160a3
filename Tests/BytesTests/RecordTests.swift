import Bytes
import Testing

/// Values that are kept as bytes.
struct RecordTests {
  @Test(arguments: [0, 1, -1, 63, 64, -65, 300, .max, .min])
  func numbersAreReadAsTheyWereWritten(_ number: Int) throws(RecordError) {
    var reader = RecordReader(bytes(of: number))
    #expect(try reader.int() == number)
    let isAtEnd = reader.isAtEnd
    #expect(isAtEnd)
  }

  @Test func textsAndListsAreReadAsTheyWereWritten() throws(RecordError) {
    let values: [String?] = ["", "a\u{301}", nil, String(repeating: "ü", count: 200)]
    var reader = RecordReader(bytes(of: values))
    #expect(try [String?](from: &reader) == values)
  }

  /// Damaged bytes are an error or another value, and never more memory than they take.
  @Test func everyCutAndEveryFlippedBitIsSurvived() {
    let whole = bytes(of: [["one", "two"], [], ["three"]])
    for length in whole.indices {
      var reader = RecordReader(whole[..<length])
      #expect(throws: RecordError.self) { () throws(RecordError) in try [[String]](from: &reader) }
    }
    for place in whole.indices {
      for bit in 0..<8 {
        var damaged = whole
        damaged[place] ^= 1 << bit
        var reader = RecordReader(damaged)
        let read = try? [[String]](from: &reader)
        #expect((read?.count ?? 0) <= damaged.count)
      }
    }
  }

  @Test(arguments: [[0x80], [0x80, 0x80, 0x80, 0x80, 0x80, 0x80, 0x80, 0x80, 0x80, 0x80, 0x01]])
  func aNumberThatDoesNotEndIsDamage(_ bytes: [UInt8]) {
    var reader = RecordReader(bytes)
    #expect(throws: RecordError.self) { () throws(RecordError) in try reader.int() }
  }

  private func bytes(of value: some Recordable) -> [UInt8] {
    var writer = RecordWriter()
    writer.write(value)
    return writer.bytes
  }
}
