internal import Bytes
internal import Publishing
internal import YAML

/// Writes front matter that every YAML loader reads in the same way: texts are in double quotes, escaped as
/// in JSON, and only dates, numbers and flags are not quoted.
struct FrontMatterWriter {
  private var text = "---\n"

  mutating func add(_ key: String, _ value: String) { raw(key, Self.quoted(value)) }

  mutating func add(_ key: String, _ value: Int) { raw(key, String(value)) }

  mutating func add(_ key: String, _ value: Bool) { raw(key, value ? "true" : "false") }

  mutating func add(_ key: String, _ values: [String]) {
    raw(key, "[" + values.map(Self.quoted).joined(separator: ", ") + "]")
  }

  /// Adds a value exactly as it is given, such as a date or JSON.
  mutating func raw(_ key: String, _ value: String) { text += "\(key): \(value)\n" }

  /// States the format of the page, which Docusaurus would otherwise guess.
  mutating func pinFormat(isMDX: Bool) {
    raw("mdx", "{\"format\": \"\(isMDX ? "mdx" : "md")\"}")
  }

  /// Adds an author's own value, with its type.
  mutating func add(_ key: String, _ node: YAMLNode) { raw(key, Self.json(node)) }

  var output: String { text + "---\n" }

  /// A value from an author's YAML as JSON on one line. Plain scalars that all loaders read as a flag or a
  /// whole number stay unquoted; everything else is text.
  static func json(_ node: YAMLNode) -> String {
    if let items = node.items { return "[" + items.map(json).joined(separator: ", ") + "]" }
    if let pairs = node.pairs {
      let members = pairs.compactMap { pair in
        pair.key.text.map { "\(quoted($0)): \(json(pair.value))" }
      }
      return "{" + members.joined(separator: ", ") + "}"
    }
    guard case .scalar(let written, let isQuoted) = node.content else { return "null" }
    if isQuoted { return quoted(written) }
    switch written {
    case "true", "false": return written
    case "", "~", "null": return "null"
    default: return isWholeNumber(written) ? written : quoted(written)
    }
  }

  private static func isWholeNumber(_ text: String) -> Bool {
    guard text.utf8.allSatisfy(\.isDigit), (1...9).contains(text.utf8.count) else { return false }
    return text == "0" || text.utf8.first != UInt8(ascii: "0")
  }

  /// A text on one line, without anything that breaks out of the page's metadata or cuts the post off.
  static func quoted(_ text: String) -> String {
    var writer = JSONWriter()
    writer.value(safe(text))
    // `{/*` may be the start of a truncate marker, but not when it is written as an escape.
    let json = String(decoding: writer.bytes, as: UTF8.self)
    return writer.bytes.contains(.leftBrace) ? json.replacing("{/*", with: "\\u007b/*") : json
  }

  /// `</script` ends the element that Docusaurus writes titles into, and after `<script` nothing would end
  /// it: an invisible word joiner splits both. Control characters are not allowed in YAML.
  private static func safe(_ text: String) -> String {
    // The first bytes of the control characters outside ASCII are 0xC2 and 0xEF.
    let isPlain = text.utf8.allSatisfy { byte in
      byte >= 0x20 && byte != 0x7F && byte != 0xC2 && byte != 0xEF && byte != .lessThan
    }
    if isPlain { return PlainText.onOneLine(text) }
    var result = String.UnicodeScalarView()
    let scalars = Array(PlainText.onOneLine(text).unicodeScalars)
    for (index, scalar) in scalars.enumerated() where !isControl(scalar) {
      result.append(scalar)
      if scalar == "<", isScript(scalars[(index + 1)...]) { result.append("\u{2060}") }
    }
    return String(result)
  }

  private static func isScript(_ rest: ArraySlice<Unicode.Scalar>) -> Bool {
    let name = rest.first == "/" ? rest.dropFirst() : rest
    return String(String.UnicodeScalarView(name.prefix(6))).lowercased() == "script"
  }

  /// Whether anything is left of a text in front matter, which cannot contain control characters.
  static func isSeen(_ text: String) -> Bool {
    !safe(text).unicodeScalars.allSatisfy(\.properties.isWhitespace)
  }

  private static func isControl(_ scalar: Unicode.Scalar) -> Bool {
    switch scalar.value {
    case 0..<0x20, 0x7F...0x9F, 0xFEFF, 0xFFFE, 0xFFFF: true
    default: false
    }
  }
}
