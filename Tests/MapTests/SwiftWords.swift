/// A word or a mark of Swift source, without comments and the text of strings.
struct SwiftWord: Equatable {
  var text: String
  var isName: Bool { text.utf8.first.map(Self.isPartOfName) ?? false }

  static func isPartOfName(_ byte: UInt8) -> Bool {
    (0x61...0x7A).contains(byte | 0x20) || (0x30...0x39).contains(byte) || byte == 0x5F
      || byte >= 0x80
  }

  /// The words and marks of a file in order. What is interpolated into a string counts.
  static func all(in source: [UInt8]) -> [SwiftWord] {
    var words: [SwiftWord] = []
    var index = 0
    /// The quotes of the strings that are open, and the parentheses open in what each interpolates.
    var strings: [(quote: [UInt8], depth: Int)] = []
    while index < source.count {
      let rest = source[index...]
      if let open = strings.last, open.depth == 0 {
        if rest.starts(with: open.quote) {
          strings.removeLast()
          index += open.quote.count
        } else if rest.starts(with: "\\(".utf8) {
          strings[strings.count - 1].depth = 1
          index += 2
        } else {
          index += source[index] == 0x5C ? 2 : 1
        }
        continue
      }
      let byte = source[index]
      if isPartOfName(byte) {
        let name = rest.prefix(while: isPartOfName)
        words.append(SwiftWord(text: String(decoding: name, as: UTF8.self)))
        index = name.endIndex
      } else if rest.starts(with: "//".utf8) {
        index = rest.firstIndex(of: 0x0A) ?? source.count
      } else if byte == 0x22 {
        let quote = [UInt8](repeating: 0x22, count: rest.starts(with: "\"\"\"".utf8) ? 3 : 1)
        strings.append((quote, 0))
        index += quote.count
      } else {
        if !strings.isEmpty {
          if byte == 0x28 { strings[strings.count - 1].depth += 1 }
          if byte == 0x29 { strings[strings.count - 1].depth -= 1 }
        }
        if byte > 0x20 { words.append(SwiftWord(text: String(UnicodeScalar(byte)))) }
        index += 1
      }
    }
    return words
  }
}
