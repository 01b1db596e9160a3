extension Node {
  /// Replaces each stand-in of an escaped character by the character, in code and HTML with its backslash.
  func restore(_ mark: [UInt8], as character: String) {
    switch kind {
    case .text, .code, .codeBlock, .htmlBlock, .htmlInline:
      let bytes = literalBytes
      guard bytes.contains(mark[0]) else { return }
      setLiteral(replacing(mark, in: bytes, with: kind == .text ? character : "\\" + character))
    case .link, .image:
      let bytes = Array(destination.utf8)
      if bytes.contains(mark[0]) { setDestination(replacing(mark, in: bytes, with: character)) }
    default: return
    }
  }

  private func replacing(_ mark: [UInt8], in bytes: [UInt8], with text: String) -> String {
    var output: [UInt8] = []
    var index = 0
    while index < bytes.count {
      if bytes[index...].starts(with: mark) {
        output += text.utf8
        index += mark.count
      } else {
        output.append(bytes[index])
        index += 1
      }
    }
    return String(decoding: output, as: UTF8.self)
  }
}
