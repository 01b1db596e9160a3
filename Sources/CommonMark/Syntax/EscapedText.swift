/// Text as HTML, escaped byte by byte, also suitable for an attribute.
func escaped(_ text: String) -> String {
  guard text.utf8.contains(where: { [0x22, 0x26, 0x3C, 0x3E].contains($0) }) else { return text }
  var output: [UInt8] = []
  for byte in text.utf8 {
    switch byte {
    case 0x22: output += "&quot;".utf8
    case 0x26: output += "&amp;".utf8
    case 0x3C: output += "&lt;".utf8
    case 0x3E: output += "&gt;".utf8
    default: output.append(byte)
    }
  }
  return String(decoding: output, as: UTF8.self)
}
