/// Names of documents that are no content: templates, and what begins with an underscore, which generators
/// leave out too.
enum TemplateName {
  /// Whether a part of a path below the content folder is such a name.
  static func isIn(path: String) -> Bool {
    let parts = path.split(separator: "/")
    return parts.dropLast().contains(where: isAside(folder:))
      || parts.last.map(isAside(file:)) == true
  }

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
