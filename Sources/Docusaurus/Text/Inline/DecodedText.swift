internal import Bytes
internal import CommonMark

extension [UInt8] {
  /// The characters that a piece of Markdown represents where inline markup is not allowed, as in the
  /// destination or the title of a link: escapes and entities are decoded.
  func decoded(_ range: Range<Int>) -> String {
    var result: [UInt8] = []
    result.reserveCapacity(range.count)
    var next = range.lowerBound
    while next < range.upperBound {
      let byte = self[next]
      if byte == .backslash, next + 1 < range.upperBound, self[next + 1].isPunctuation {
        result.append(self[next + 1])
        next += 2
      } else if byte == UInt8(ascii: "&"),
        let entity = entity(at: next, until: range.upperBound)
      {
        result += Array(entity.text.utf8)
        next = entity.end
      } else {
        result.append(byte)
        next += 1
      }
    }
    return String(decoding: result, as: UTF8.self)
  }
}
