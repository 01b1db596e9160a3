package import Diagnostics
package import YAML

/// Who gets to see a page, by Docusaurus' keys `draft` and `unlisted`; the later case hides more.
package enum Visibility: Int, Comparable, Hashable, Sendable {
  case listed
  /// A page of its own that no list, search or figure names.
  case unlisted
  /// Not published at all.
  case draft

  /// What the front matter of a file says; `root` is `nil` when there is none or it cannot be read.
  ///
  /// What was not meant for readers must not reach them by a slip of the pen: a value that is neither true
  /// nor false hides the page, as do a key in upper case, Jekyll's `published: false`, and a line with one
  /// of the keys in front matter that cannot be read.
  package init(_ root: YAMLNode?, in file: SourceFile) {
    self = .listed
    if let pairs = root?.pairs {
      for pair in pairs { add(pair.key.text ?? "", Self.isSet(pair.value) ? "true" : "false") }
    } else if root == nil {
      for line in Self.unreadLines(of: file) {
        guard let sign = line.firstIndex(where: { $0 == ":" || $0 == "=" }) else { continue }
        add(String(line[..<sign]).oneLine, String(line[line.index(after: sign)...]).oneLine)
      }
    }
  }

  /// The lines after a fence of front matter on the first line, up to the next fence or blank line; at most
  /// 100.
  private static func unreadLines(of file: SourceFile) -> [String] {
    func line(_ number: Int) -> String {
      let text = file.text(ofLine: number).oneLine
      return text.hasPrefix("\u{FEFF}") ? String(text.unicodeScalars.dropFirst()) : text
    }
    let fences = ["---", "+++"]
    guard fences.contains(line(file.firstLine)) else { return [] }
    let rest = file.firstLine + 1..<min(file.lineCount, file.firstLine + 100) + 1
    return rest.lazy.map(line).prefix { !$0.isEmpty && !fences.contains($0) }.map(\.self)
  }

  private mutating func add(_ key: String, _ value: String) {
    let isFalse = value.lowercased() == "false"
    switch key.lowercased() {
    case "draft" where !isFalse: self = .draft
    case "published" where isFalse: self = .draft
    case "unlisted" where !isFalse: self = max(self, .unlisted)
    default: break
    }
  }

  /// `BS032` for a value that is neither true nor false, and for both keys at once, which Docusaurus refuses.
  package static func findings(in root: YAMLNode?, of file: SourceFile) -> [Diagnostic] {
    var found: [Diagnostic] = []
    func add(_ pair: YAMLPair, _ message: String, _ help: String) {
      found.append(
        Diagnostic(
          code: "BS032", level: .error, path: file.path, range: pair.value.range,
          message: message, help: help
        ).quoting(file))
    }
    let marks = root?.pairs?.filter { ["draft", "unlisted"].contains($0.key.text) } ?? []
    for pair in marks where !["true", "false"].contains(pair.value.text?.lowercased()) {
      let key = pair.key.text ?? ""
      add(
        pair, "'\(key)' is neither true nor false, and is taken as true",
        "write '\(key): true' or '\(key): false'")
    }
    if let draft = marks.last(where: { $0.key.text == "draft" && isSet($0.value) }),
      marks.contains(where: { $0.key.text == "unlisted" && isSet($0.value) })
    {
      add(
        draft, "a page cannot be draft and unlisted at once", "keep one of the two keys")
    }
    return found
  }

  private static func isSet(_ value: YAMLNode) -> Bool { value.text?.lowercased() != "false" }

  package static func < (left: Self, right: Self) -> Bool { left.rawValue < right.rawValue }
}
