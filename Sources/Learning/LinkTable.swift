internal import CommonMark

/// Finds what a link points to, using the paths of the content.
package struct LinkTable: Sendable {
  private let pages: [String: LinkTarget.Page]
  private let assets: Set<String>
  private let lowercased: [String: String]
  /// The content folder, as it appears in the paths; empty when paths are relative to it.
  private let root: String
  private let isWhole: Bool
  private let logs: LogTable
  /// The places of the runbooks' folders, by their paths.
  private let folders: [String: String]

  package init(
    pages: [String: LinkTarget.Page], assets: Set<String>, root: String, isWhole: Bool = true
  ) {
    self.init(
      pages: pages, assets: assets, folders: [:], root: root, isWhole: isWhole, logs: LogTable())
  }

  init(
    pages: [String: LinkTarget.Page], assets: Set<String>, folders: [String: String], root: String,
    isWhole: Bool, logs: LogTable
  ) {
    self.folders = folders
    self.logs = logs
    self.pages = pages
    self.assets = assets
    self.root = root
    self.isWhole = isWhole
    var lowercased: [String: String] = [:]
    for path in assets { lowercased[path.lowercased()] = path }
    for path in pages.keys { lowercased[path.lowercased()] = path }
    self.lowercased = lowercased
  }

  /// Follows a destination, percent-encoded or not, from the document at `path`.
  ///
  /// In a log, a heading leads to the page of the incident that contains it, also from within the file.
  package func target(of destination: String, from path: String) -> LinkTarget {
    guard Link.isInternal(destination) else { return .external }
    let parts = destination.split(separator: "#", maxSplits: 1, omittingEmptySubsequences: false)
    let anchor = parts.count > 1 && !parts[1].isEmpty ? Self.percentDecoded(String(parts[1])) : nil
    if parts[0].prefix(while: { $0 != "?" }).isEmpty {
      guard let anchor, let index = logs.incident(in: path, holding: anchor) else {
        return .heading(anchor ?? "")
      }
      return .page(.incident(index, isTimeline: false), path: path, anchor: anchor)
    }
    let isUnknown = !isWhole || Self.isOfSite(destination)
    guard let folded = Self.path(of: destination, from: path, root: root), folded.hasPrefix(root)
    else { return isUnknown ? .external : .outside }
    for candidate in [folded] + Self.pages(of: folded) {
      guard let index = pages.index(forKey: candidate), Self.isExactly(pages[index].key, candidate)
      else { continue }
      let logged = anchor.flatMap { logs.incident(in: candidate, holding: $0) }
      let page =
        (logged ?? logs.first(in: candidate)).map { .incident($0, isTimeline: false) }
        ?? pages[index].value
      return .page(page, path: candidate, anchor: anchor)
    }
    if let index = assets.firstIndex(of: folded), Self.isExactly(assets[index], folded) {
      return .asset(path: folded)
    }
    if let index = folders.index(forKey: folded), Self.isExactly(folders[index].key, folded) {
      return .folder(folders[index].value)
    }
    if destination.hasPrefix("/"), isUnknown { return .external }
    return .missing(path: folded, near: lowercased[folded.lowercased()])
  }

  /// Whether a destination is an address on the site itself, starting at its root: in a folder that the
  /// outputs write.
  private static func isOfSite(_ destination: String) -> Bool {
    guard destination.hasPrefix("/") else { return false }
    let path = destination.prefix { $0 != "#" && $0 != "?" }
    let folder = path.split(separator: "/").first
    return folder.map { ["archive", "blog", "docs"].contains($0) } ?? true
  }

  /// The documents that a link to a folder may mean, the likeliest first.
  package static func pages(of folder: String) -> [String] {
    [
      "review.md", "review.mdx", "timeline.md", "timeline.mdx", "index.md", "index.mdx",
      "README.md", "README.mdx",
      "readme.md", "Readme.md", "_index.md",
    ].map { folder.isEmpty || folder.hasSuffix("/") ? "\(folder)\($0)" : "\(folder)/\($0)" }
  }

  /// Texts are equal when they look the same, but files on a server only when their bytes are.
  private static func isExactly(_ left: String, _ right: String) -> Bool {
    left.utf8.elementsEqual(right.utf8)
  }

  /// The path of the file that a destination within the content names; `nil` when it climbs above the root
  /// or does not name a file. A destination that begins with `/` starts at `root`, which is the content
  /// folder with a trailing `/`, or empty.
  package static func path(of destination: String, from path: String, root: String) -> String? {
    let file = destination.prefix { $0 != "#" && $0 != "?" }
    guard !file.isEmpty else { return nil }
    return join(file.hasPrefix("/") ? root + "." : path, percentDecoded(String(file)))
  }

  package func page(at path: String) -> LinkTarget.Page? { pages[path] }

  /// Whether the file at a path is a log, with the pages of several incidents.
  package func isLog(_ path: String) -> Bool { logs.first(in: path) != nil }

  /// Whether a heading of a file appears on no page: the file is a log, and the heading belongs to no
  /// incident.
  package func isOnNoPage(heading anchor: String, of path: String) -> Bool {
    !anchor.isEmpty && isLog(path)
  }

  /// Whether a line of a file appears on a page; lines outside the incidents of a log do not.
  package func shows(_ line: Int, of path: String) -> Bool { logs.shows(line, of: path) }

  /// The path that `relative` means in the document at `path`; `nil` when it climbs above the root.
  package static func join(_ path: String, _ relative: String) -> String? {
    let isAbsolute = path.hasPrefix("/")
    var parts = path.split(separator: "/").dropLast().map(String.init)
    for part in relative.split(separator: "/") where part != "." {
      if part == ".." {
        // A working directory above the content shows as leading "..", which cannot be folded.
        guard let last = parts.last, last != ".." else { return nil }
        parts.removeLast()
      } else {
        parts.append(String(part))
      }
    }
    return (isAbsolute ? "/" : "") + parts.joined(separator: "/")
  }

  /// Replaces `%20` and the like by the bytes that they encode; a stray `%` stays.
  static func percentDecoded(_ text: String) -> String {
    guard text.utf8.contains(UInt8(ascii: "%")) else { return text }
    let bytes = Array(text.utf8)
    var decoded: [UInt8] = []
    var index = 0
    while index < bytes.count {
      if bytes[index] == UInt8(ascii: "%"), index + 2 < bytes.count,
        let value = UInt8(
          String(decoding: bytes[(index + 1)...(index + 2)], as: UTF8.self), radix: 16)
      {
        decoded.append(value)
        index += 3
      } else {
        decoded.append(bytes[index])
        index += 1
      }
    }
    return String(decoding: decoded, as: UTF8.self)
  }
}
