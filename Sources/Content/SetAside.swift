internal import Diagnostics
internal import Files

/// Documents in a content folder that are no content: templates, and what begins with an underscore, which
/// generators leave out too.
struct SetAside {
  /// The documents by what sets them aside: their own path, or that of a folder with a slash.
  private var pages: [String: [String]] = [:]

  /// - Returns: Whether a page, by its path below the content folder, is set aside; it is noted then.
  mutating func take(_ page: String, at path: String) -> Bool {
    guard let length = Self.length(of: page) else { return false }
    let isFolder = length < page.utf8.count
    let end = path.utf8.index(path.utf8.endIndex, offsetBy: length - page.utf8.count)
    pages[String(path[..<end]) + (isFolder ? "/" : ""), default: []].append(path)
    return true
  }

  /// One note for each file or folder.
  var findings: [Diagnostic] {
    pages.sorted { bytesPrecede($0.key, $1.key) }.map { place, paths in
      let isFolder = place.utf8.last == UInt8(ascii: "/")
      let others = paths.count == 1 ? "" : " and \(paths.count - 1) more in '\(place)'"
      let name = isFolder ? "'\(place)'" : "'\(fileName(of: place))'"
      let verb = paths.count == 1 ? "is" : "are"
      return Diagnostic(
        code: "PM008", level: .note, path: paths[0],
        message: "this file\(others) \(verb) not read: \(name) marks templates and drafts",
        help: "rename it if it is to be published")
    }
  }

  /// The length in bytes of the first part of a path that sets it aside.
  private static func length(of page: String) -> Int? {
    let parts = page.split(separator: "/")
    var length = 0
    for (index, part) in parts.enumerated() {
      length += part.utf8.count + (index > 0 ? 1 : 0)
      let isFolder = index < parts.count - 1
      if isFolder ? isAside(folder: part) : isAside(file: part) { return length }
    }
    return nil
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
