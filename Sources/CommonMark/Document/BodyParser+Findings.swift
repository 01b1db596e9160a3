internal import Diagnostics

extension BodyParser {
  mutating func report(
    _ code: String, _ level: Level, line: Int?, _ message: String, _ help: String
  ) {
    let range = line.map { file.range(ofLine: min($0, file.lineCount)) }
    diagnostics.append(
      Diagnostic(
        code: code, level: level, path: file.path, range: range, message: message, help: help
      ).quoting(file))
  }

  mutating func report(
    _ unused: [Footnotes.Note], _ unknown: [(line: Int, type: String)]
  ) {
    for (line, type) in unknown {
      report(
        "BS020", .warning, line: line, "'\(type)' is not a kind of admonition",
        "use one of note, tip, info, warning, danger")
    }
    for definition in unused {
      report(
        "BS023", .warning, line: definition.line,
        "footnote '[^\(definition.label)]' is not shown because nothing refers to it",
        "refer to it with '[^\(definition.label)]', or remove it")
    }
  }

  mutating func report(_ surplus: [Tables.Surplus]) {
    for row in surplus {
      let columns = row.columns == 1 ? "1 column" : "\(row.columns) columns"
      diagnostics.append(
        Diagnostic(
          code: "BS096", level: .warning, path: file.path, range: file.range(of: row.range),
          message: "not shown, because the table has \(columns)",
          help: "add a column to the header, or write '\\|' for a '|' that belongs to a cell"
        ).quoting(file))
    }
  }

  mutating func report(_ html: RawHTML) {
    guard let first = html.firstShown else { return }
    let source = String(decoding: first.token.source, as: UTF8.self)
    var finder = LinkFinder(file: file, lines: first.lines)
    let tag = source.prefix { !$0.isNewline }.prefix(40)
    let range =
      first.token.range.map { file.range(of: $0.prefix(tag.utf8.count)) }
      ?? finder.range(destination: String(tag), text: String(tag))
    diagnostics.append(
      Diagnostic(
        code: "BS021", level: .warning, path: file.path, range: range,
        message: "'\(tag)' is shown as text",
        help: SafeHTML.isKnown(first.token.name)
          ? "put it in backticks, or close it in the same block if it is meant as HTML"
          : "put it in backticks, or write it in Markdown: pages keep only the HTML that GitHub allows"
      ).quoting(file))
  }

  mutating func reportUnsafeLinks(in tree: borrowing SyntaxTree) {
    for link in BlockReader(tree, in: file).links.map(\.link)
    where link.form == .markdown && SafeHTML.isUnsafe(destination: link.destination) {
      report(unsafe: link.destination, at: link.range)
    }
  }

  mutating func reportUnsafeLinks(of html: RawHTML) {
    for (token, lines) in html.unsafeLinks {
      guard let address = token.refusedAddress else { continue }
      let finder = LinkFinder(file: file, lines: lines)
      report(unsafe: address.text, at: finder.range(of: address.range ?? token.range))
    }
  }

  private mutating func report(unsafe destination: String, at range: SourceRange) {
    diagnostics.append(
      Diagnostic(
        code: "BS022", level: .warning, path: file.path, range: range,
        message: "link to '\(destination.prefix(40))' is left out because it is not safe to follow",
        help: "link to a page, a file in this repository or an email address"
      ).quoting(file))
  }
}
