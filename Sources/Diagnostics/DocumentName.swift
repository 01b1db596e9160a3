internal import Bytes

/// What the name of a Markdown file says. Upper and lower case are the same in its ending, and in names with a
/// meaning.
package struct DocumentName: Sendable {
  /// The last part of the path without its ending, as written.
  package let stem: String
  package let isMDX: Bool

  /// `nil` for a path that is not of a Markdown file.
  package init?(_ path: String) {
    let start = path.utf8.lastIndex(of: UInt8(ascii: "/")).map { path.utf8.index(after: $0) }
    let name = path.utf8[(start ?? path.utf8.startIndex)...]
    guard let ending = Self.endings.first(where: { Self.has(name, $0) }) else { return nil }
    stem = String(decoding: name.dropLast(ending.utf8.count), as: UTF8.self)
    isMDX = ending == ".mdx"
  }

  /// Whether a name ends so, in upper or lower case, and is longer.
  private static func has(_ name: Substring.UTF8View, _ ending: String) -> Bool {
    name.count > ending.utf8.count
      && zip(name.reversed(), ending.utf8.reversed()).allSatisfy { $0.lowercased == $1 }
  }

  /// Those that GitHub renders, and that of Middleman.
  private static let endings = [
    ".html.md.erb", ".markdown", ".mdown", ".mkdn", ".mkd", ".mdx", ".md",
  ]

  /// A document of an incident that has a folder of its own.
  package enum Role: Sendable {
    case review
    case timeline
  }

  package var role: Role? {
    switch stem.lowercased() {
    case "review": .review
    case "timeline": .timeline
    default: nil
    }
  }

  /// Whether it is the page of its folder.
  package var isFolderPage: Bool { ["index", "_index", "readme"].contains(stem.lowercased()) }

  /// Whether it says something about its folder, and is neither a review nor a runbook.
  package var isAboutFolder: Bool {
    ["readme", "_index", "contributing", "license", "changelog", "code_of_conduct", "security"]
      .contains(
        stem.lowercased())
  }
}
