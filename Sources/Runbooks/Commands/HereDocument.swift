internal import Bytes

/// The mark of a here-document on a command line: `<<EOF`, `<<-EOF` or `<<'EOF'`.
enum HereDocument {
  /// The word that ends the here-document; `nil` when the line begins none.
  static func word(in line: ArraySlice<UInt8>) -> ArraySlice<UInt8>? {
    var rest = line
    var quote: UInt8?
    while let byte = rest.popFirst() {
      if byte == quote {
        quote = nil
      } else if quote == nil, byte == UInt8(ascii: "'") || byte == UInt8(ascii: "\"") {
        quote = byte
      } else if quote == nil, byte == .lessThan, rest.first == .lessThan {
        let after = rest.dropFirst()
        // "<<<" is a here-string, which is on the line.
        if after.first == .lessThan {
          rest = after.dropFirst()
          continue
        }
        let start = after.drop { $0 == .hyphen || $0.isSpaceOrTab || "'\"\\".utf8.contains($0) }
        let word = start.prefix { $0.isAlphanumeric || $0 == .underscore }
        return word.isEmpty ? nil : word
      }
    }
    return nil
  }
}
