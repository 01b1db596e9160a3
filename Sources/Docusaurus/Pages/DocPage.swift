internal import Bytes
internal import Learning
internal import Publishing

/// A page of the docs that has no source document.
struct DocPage {
  /// Below `docs/`, without `.md`.
  let path: String
  let title: String
  let description: String
  /// Below the docs.
  let slug: String
  /// Its place in the sidebar; `nil` for a page that only other pages link to.
  let position: Int?
  let body: String

  var bytes: [UInt8] { Array((frontMatter + "\n" + body).utf8) }

  private var hasHeadings: Bool {
    body.utf8.split(separator: .newline).contains { $0.starts(with: "##".utf8) }
  }

  private var frontMatter: String {
    var writer = FrontMatterWriter()
    writer.add("title", title)
    writer.add("description", description)
    writer.add("slug", slug)
    if let position {
      writer.add("sidebar_position", position)
    } else {
      writer.add("sidebar_class_name", "sidebar-hidden")
    }
    if !hasHeadings { writer.add("hide_table_of_contents", true) }
    writer.add("parse_number_prefixes", false)
    writer.pinFormat(isMDX: false)
    return writer.output
  }
}

/// The place of a folder in the sidebar.
struct DocCategory {
  let folder: String
  let label: String
  let position: Int?
  let isCollapsed: Bool
  /// The id of the page that the folder's name leads to.
  let page: String?

  func file(of library: Library) -> OutputFile {
    OutputFile(path: "docs/\(folder)/_category_.json", origin: library.folder) {
      var writer = JSONWriter()
      writer.object { writer in
        writer.member("label", label)
        if let position { writer.member("position", position) }
        writer.member("collapsed", isCollapsed)
        if let page {
          writer.key("link")
          writer.object { writer in
            writer.member("type", "doc")
            writer.member("id", page)
          }
        }
      }
      return writer.bytes + [.newline]
    }
  }
}
