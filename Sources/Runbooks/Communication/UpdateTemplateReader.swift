internal import CommonMark
internal import Diagnostics
internal import Vocabulary

extension UpdateTemplate {
  /// The templates among the code blocks: those that the heading, or the line above, identifies as
  /// templates.
  static func all(in outline: RunbookOutline, of file: SourceFile) -> [UpdateTemplate] {
    var templates: [UpdateTemplate] = []
    for index in outline.passages.indices {
      let path = outline.path(to: index)
      var label = ""
      for block in outline.passages[index].blocks {
        switch block.kind {
        case .paragraph, .item: label = block.text
        case .code(let language) where isText(language):
          guard let kind = kind(label: label.foldedWords, path: path) else { continue }
          templates.append(UpdateTemplate(kind: kind, block: block, in: file))
          label = ""
        default: label = ""
        }
      }
    }
    return templates.sorted { $0.line < $1.line }
  }

  private static func isText(_ language: String) -> Bool {
    ["", "text", "txt", "plaintext", "markdown", "md"].contains(language.lowercased())
  }

  /// The kind named by the nearest words, provided that any of them mention a template or a message.
  private static func kind(label: String, path: [String]) -> Kind? {
    // A label is a short line; a sentence that happens to contain "external" is not a label.
    let near = label.split(separator: " ").count <= 12 ? [label] + path : path
    let isTemplate = near.contains { words in
      ["template", "update", "message", "announcement"].contains { words.mentions($0) }
    }
    guard isTemplate else { return nil }
    for words in near {
      for (kind, names) in vocabulary where names.contains(where: { words.mentions($0) }) {
        return kind
      }
    }
    return nil
  }

  /// In order of precedence: a resolved message may be called external too.
  private static let vocabulary: [(Kind, [String])] = [
    (.resolved, ["resolved", "resolution", "all clear", "closing"]),
    (.external, ["external", "customer", "public", "status page"]),
    (.internal, ["internal", "responder", "team update", "channel update"]),
  ]

  private init(kind: Kind, block: Block, in file: SourceFile) {
    let first = CodeLines(of: block, in: file).lines.first?.start.line ?? block.lines.lowerBound
    self.init(kind: kind, text: block.text, line: first)
  }
}
