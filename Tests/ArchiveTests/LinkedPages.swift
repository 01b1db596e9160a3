import Foundation

/// What links between the pages of an archive lead to, read from the finished HTML.
struct LinkedPages {
  private(set) var problems: [String] = []
  private(set) var count = 0

  init(of archive: SampleArchive) throws {
    let paths = archive.paths
    var ids: [String: [String]] = [:]
    var links: [(page: String, link: String)] = []
    for path in paths.sorted() where path.hasSuffix(".html") {
      let text = try archive.text(path)
      ids[path] = Self.values(of: "id", in: text)
      if Set(ids[path] ?? []).count != ids[path]?.count { problems.append("\(path): an id twice") }
      for name in ["href", "src", "action"] {
        links += Self.values(of: name, in: text).map { (path, $0) }
      }
    }
    for (page, link) in links where !link.contains(":") {
      count += 1
      let parts = link.split(separator: "#", maxSplits: 1, omittingEmptySubsequences: false)
      let file = String(parts[0]).removingPercentEncoding ?? ""
      let target = file.isEmpty ? page : Self.joined(page, file)
      if !paths.contains(target) {
        problems.append("\(page): \(link) leads nowhere")
      } else if parts.count > 1, ids[target]?.contains(String(parts[1])) != true {
        problems.append("\(page): \(link) has no such heading")
      }
    }
  }

  private static func joined(_ page: String, _ link: String) -> String {
    var parts = page.split(separator: "/").dropLast().map(String.init)
    for part in link.split(separator: "/") {
      if part == ".." { parts.removeLast() } else { parts.append(String(part)) }
    }
    return parts.joined(separator: "/")
  }

  private static func values(of attribute: String, in text: String) -> [String] {
    text.components(separatedBy: " \(attribute)=\"").dropFirst().map { rest in
      String(rest.prefix { $0 != "\"" }).replacing("&amp;", with: "&")
    }
  }
}
