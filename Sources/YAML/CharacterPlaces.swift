internal import Bytes

/// Turns libyaml's marks, which count characters, into byte offsets of the file.
///
/// Marks come nearly in order, so the last answer is kept and the next is searched from there.
@safe struct CharacterPlaces {
  private let text: UnsafeBufferPointer<UInt8>
  private let start: Int
  private let isASCII: Bool
  private var character = 0
  private var byte = 0

  @unsafe init(of text: UnsafeBufferPointer<UInt8>, startingAt start: Int) {
    unsafe self.text = text
    self.start = start
    isASCII = unsafe text.reduce(0, |) < 0x80
  }

  func offset(ofByte byte: Int) -> Int { unsafe start + min(max(0, byte), text.count) }

  mutating func offset(ofCharacter index: Int) -> Int {
    guard !isASCII else { return offset(ofByte: index) }
    while character < index, unsafe byte < text.count {
      repeat { byte += 1 } while unsafe byte < text.count && text[byte].isContinuation
      character += 1
    }
    while character > index, byte > 0 {
      repeat { byte -= 1 } while unsafe byte > 0 && text[byte].isContinuation
      character -= 1
    }
    return offset(ofByte: byte)
  }
}
