internal import Bytes

/// Names of documents that are no content: templates, and what begins with an underscore, which generators
/// leave out too.
enum TemplateName {
  /// Whether a part of a path below the content folder is such a name.
  static func isIn(path: String) -> Bool {
    guard mayBeIn(path) else { return false }
    let parts = path.split(separator: "/")
    return parts.dropLast().contains(where: isAside(folder:))
      || parts.last.map(isAside(file:)) == true
  }

  /// Whether a part begins with an underscore, or `template` is in one.
  private static func mayBeIn(_ path: String) -> Bool {
    var last = UInt8(ascii: "/")
    var matched = 0
    for byte in path.utf8 {
      if last == UInt8(ascii: "/"), byte == UInt8(ascii: "_") { return true }
      last = byte
      // Where the word breaks off, only the present letter can begin it anew.
      let letter = byte.lowercased
      matched = letter == word[matched] ? matched + 1 : letter == word[0] ? 1 : 0
      if matched == word.count { return true }
    }
    return false
  }

  private static let word = Array("template".utf8)

  private static func isAside(folder: Substring) -> Bool {
    let name = folder.lowercased()
    if folder.utf8.first == UInt8(ascii: "_") { return !collections.contains(name) }
    return ["template", "templates", "issue_template"].contains(name)
  }

  private static func isAside(file: Substring) -> Bool {
    let name = String(file.lowercased().prefix { $0 != "." })
    if name.utf8.first == UInt8(ascii: "_") { return name != "_index" }
    let words = name.split { $0 == "-" || $0 == "_" || $0 == " " }
    return words.contains { $0 == "template" || $0 == "templates" }
      && words.allSatisfy { Self.words.contains(String($0)) }
  }

  /// What the name of a template consists of.
  private static let words: Set<String> = [
    "template", "templates", "incident", "incidents", "review", "postmortem", "post", "mortem",
    "runbook", "timeline", "report", "rca", "pir", "example", "new", "retrospective", "blank",
  ]

  /// Jekyll publishes these folders although they begin with an underscore.
  private static let collections: Set<String> = [
    "_posts", "_docs", "_incidents", "_postmortems", "_post-mortems", "_reviews", "_runbooks",
    "_pages",
  ]
}
