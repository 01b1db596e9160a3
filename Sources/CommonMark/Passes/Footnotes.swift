internal import Diagnostics

/// The definitions of a document, moved to a section at its end, and the order in which they are referred
/// to.
struct Footnotes {
  struct Note {
    var label: String
    var node: Node
    var lines: LineRange
    var line: Int { lines.lowerBound }
    /// From 1, in the order of first use; 0 until something refers to it.
    var number = 0
    var references = 0
  }

  private(set) var notes: [Note] = []
  private var byLabel: [String: Int] = [:]
  private var used: [Int] = []
  private let section: Node?

  /// Takes the list items that represent definitions out of their lists.
  init(
    moving items: [(node: Node, line: Int)], labels: [Int: String], in tree: inout SyntaxTree
  ) {
    guard let first = items.first else {
      section = nil
      return
    }
    let section = tree.make(
      .customBlock, .footnotes, lines: first.line..<first.line + 1,
      opening: "<section class=\"footnotes\">\n<ol>", closing: "</ol>\n</section>")
    tree.root.append(section)
    self.section = section
    for (item, line) in items {
      let list = item.parent
      let lines = line..<max(line, item.endLine) + 1
      let node = tree.make(.customBlock, .footnote, lines: lines, opening: "", closing: "")
      item.moveChildren(to: node)
      if let comment = node.firstChild, comment.kind == .htmlBlock,
        comment.literal.hasPrefix(CmarkInput.emptyDefinition)
      {
        tree.remove(comment)
      }
      tree.remove(item)
      if let list, list.firstChild == nil { tree.remove(list) }
      section.append(node)
      let label = labels[line] ?? ""
      notes.append(Note(label: label, node: node, lines: lines))
      let key = label.lowercased()
      byLabel[key] = byLabel[key] ?? notes.count - 1
    }
  }

  var isEmpty: Bool { notes.isEmpty }

  /// What each label refers to, including labels that are not used.
  func definitions(in file: SourceFile) -> [Definition] {
    notes.map { note in
      var end = min(note.lines.upperBound, file.lineCount + 1)
      while end > note.line + 1, file.isBlank(line: end - 1) { end -= 1 }
      return Definition(
        label: "^" + Definition.folded(Array(note.label.utf8)[...]), lines: note.line..<end,
        target: nil)
    }
  }

  func isDefined(_ label: String) -> Bool { byLabel[label.lowercased()] != nil }

  /// Counts one more use of a footnote.
  ///
  /// - Returns: The HTML of the reference; `nil` when there is no such footnote.
  mutating func refer(to label: String) -> String? {
    guard let index = byLabel[label.lowercased()] else { return nil }
    if notes[index].number == 0 {
      used.append(index)
      notes[index].number = used.count
    }
    notes[index].references += 1
    let number = notes[index].number
    let count = notes[index].references
    let suffix = count == 1 ? "" : "-\(count)"
    return "<sup class=\"footnote-ref\"><a href=\"#fn\(number)\" id=\"fnref\(number)\(suffix)\">"
      + "\(number)</a></sup>"
  }

  /// The definition with a number, if there is one yet.
  func node(number: Int) -> Node? {
    used.indices.contains(number - 1) ? notes[used[number - 1]].node : nil
  }

  /// Puts the used definitions in order, adds their back references and removes the others.
  mutating func finish(in tree: inout SyntaxTree) {
    guard let section else { return }
    for index in used {
      let definition = notes[index]
      let number = definition.number
      section.append(definition.node)
      definition.node.setMarkup("<li id=\"fn\(number)\">", "</li>")
      let link = "<a href=\"#fnref\(number)\" class=\"footnote-backref\">↩</a>"
      if let last = definition.node.lastChild, last.kind == .paragraph {
        let space = Node.make(.text)
        space.setLiteral(" ")
        last.append(space)
        last.append(tree.make(.customInline, .backReference, opening: link, closing: ""))
      } else {
        definition.node.append(
          tree.make(.customBlock, .backReference, opening: link, closing: ""))
      }
    }
    for definition in notes where definition.number == 0 {
      tree.remove(definition.node)
    }
    if used.isEmpty { tree.remove(section) }
  }
}
