internal import Bytes

/// Lines of `import` and `export`.
enum MDXModules {
  /// Whether a line imports the tabs, as Docusaurus' manual writes it.
  static func isTabImport(_ line: some Collection<UInt8>) -> Bool {
    var text = String(decoding: line, as: UTF8.self)
    while let last = text.last, last.isWhitespace { text.removeLast() }
    if text.last == ";" { text.removeLast() }
    return ["Tabs", "TabItem"].contains { name in
      ["'", "\""].contains { text == "import \(name) from \($0)@theme/\(name)\($0)" }
    }
  }

  /// Whether a line without indentation begins a module statement, and not a sentence.
  static func isStatement(_ line: some Collection<UInt8>) -> Bool {
    let words = String(decoding: line, as: UTF8.self).split { $0 == " " || $0 == "\t" }
    guard words.count > 1, line.first.map({ !$0.isSpaceOrTab }) == true else {
      return false
    }
    let second = words[1]
    switch words[0] {
    case "import":
      return "{*'\"".contains(second.first ?? " ")
        || words.dropFirst(2).first == "from"
          && "'\"".contains(words.dropFirst(3).first?.first ?? " ")
    case "export":
      return "{*".contains(second.first ?? " ")
        || ["const", "let", "var", "function", "class", "default", "async"].contains(second)
    default: return false
    }
  }
}
