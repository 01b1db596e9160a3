import Testing

@testable import Bytes

struct ByteClassTests {
  private static let all = UInt8.min...UInt8.max

  private func members(_ isMember: (UInt8) -> Bool) -> [UInt8] { Self.all.filter(isMember) }

  @Test func eachKindOfWhiteSpaceHasItsOwnName() {
    #expect(members(\.isSpaceOrTab) == [0x09, 0x20])
    #expect(members(\.isLineEnding) == [0x0A, 0x0D])
    #expect(members(\.isWhitespace) == [0x09, 0x0A, 0x0D, 0x20])
    #expect(members(\.isCmarkSpace) == [0x09, 0x0A, 0x0B, 0x0C, 0x0D, 0x20])
  }

  @Test func lettersAndDigitsAreThoseOfASCII() {
    #expect(members(\.isUppercase) == Array("ABCDEFGHIJKLMNOPQRSTUVWXYZ".utf8))
    #expect(members(\.isLowercase) == Array("abcdefghijklmnopqrstuvwxyz".utf8))
    #expect(members(\.isLetter) == members { $0.isUppercase || $0.isLowercase })
    #expect(members(\.isDigit) == Array("0123456789".utf8))
    #expect(members(\.isAlphanumeric) == members { $0.isDigit || $0.isLetter })
    #expect(members(\.isHexDigit) == Array("0123456789ABCDEFabcdef".utf8))
    #expect(members(\.isPunctuation) == members { 0x21...0x7E ~= $0 && !$0.isAlphanumeric })
    #expect(members(\.isContinuation) == Array(0x80...0xBF))
  }

  @Test func onlyCapitalsChangeInLowerCase() {
    #expect(Self.all.filter { $0.lowercased != $0 } == Array("ABCDEFGHIJKLMNOPQRSTUVWXYZ".utf8))
    #expect("AZ".utf8.map(\.lowercased) == Array("az".utf8))
  }
}

struct BinarySearchTests {
  @Test(arguments: 0...9)
  func thePlaceIsThatOfALinearSearch(count: Int) {
    for limit in -1...2 * count {
      let numbers = (0..<count).map { $0 * 2 }
      let expected = numbers.firstIndex { $0 > limit } ?? count
      #expect(numbers.partition { $0 > limit } == expected)
      #expect(numbers[...].partition { $0 > limit } == expected)
    }
  }

  @Test func aSliceKeepsItsIndices() {
    #expect([1, 2, 3, 4, 5][2...].partition { $0 > 3 } == 3)
    #expect([1, 2, 3, 4, 5][2...].partition { $0 > 9 } == 5)
  }
}

struct ScalarTests {
  @Test(arguments: ["", "a", "é", "€", "😀", "a\u{301}", "😀€éa"])
  func everyCharacterIsFoundFromBothSides(text: String) {
    let bytes = Array(text.utf8)
    var offset = 0
    for scalar in text.unicodeScalars {
      #expect(bytes.scalar(at: offset) == scalar)
      offset += UTF8.width(scalar)
      #expect(bytes.scalar(before: offset) == scalar)
    }
    #expect(bytes.scalar(at: offset) == nil)
    #expect(bytes.scalar(before: 0) == nil)
  }

  @Test func bytesThatAreNotUTF8AreTheReplacementCharacter() {
    #expect([0x61, 0x80].scalar(before: 2) == "\u{FFFD}")
    #expect([0xFF, 0x61].scalar(at: 0) == "\u{FFFD}")
  }
}
