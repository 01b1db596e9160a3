internal import Bytes
internal import CommonMark
package import Diagnostics
internal import YAML

/// Writes suppressions into a document, all with one reason.
package struct SuppressionWriter: Sendable {
  /// Where a suppression is written. What a form does to a text depends on what is there, so what is written has to
  /// be read back.
  package enum Form: Hashable, Sendable {
    /// A comment on a line of its own, before the line of the finding or before the code block that it is in.
    case before
    /// A comment at the end of the line.
    case beside
    /// An entry of `allow:` in the front matter, for the whole file.
    case inFrontMatter
  }

  /// A finding that is to be suppressed.
  package struct Target: Hashable, Sendable {
    package let code: String
    /// From 1.
    package let line: Int

    package init(code: String, line: Int) {
      self.code = code
      self.line = line
    }
  }

  private let file: SourceFile
  private let reason: String
  /// The line that ends the front matter, and what `allow:` says there; `nil` without front matter that can be added to.
  private let front: (end: Int, allow: YAMLPair?)?
  private let bodyLine: Int
  private let code: [LineRange]

  package init(_ file: SourceFile, reason: String) {
    let document = MarkdownDocument(parsing: file)
    self.file = file
    self.reason = reason
    bodyLine = document.bodyLine
    code = document.blocks.compactMap { if case .code = $0.kind { $0.lines } else { nil } }.inOrder
    front = document.frontMatter.flatMap { node in
      let end = document.bodyLine - 1
      guard file.bytes.starts(with: "---".utf8), end > 1 else { return nil }
      return (end, node.pairs?.first { $0.key.text == "allow" })
    }
  }

  /// Whether a text can be the reason in each of the forms.
  package static func canSay(_ reason: String) -> Bool {
    reason.contains { $0.isLetter || $0.isNumber } && !reason.contains("--")
      && reason.utf8.allSatisfy { $0 >= 0x20 && $0 != .greaterThan && $0 != 0x7F }
  }

  /// The forms for a finding on a line, the one first that mostly suits: a comment before the line if it cuts nothing
  /// in two that goes on.
  package func forms(for line: Int) -> [Form] {
    if line < bodyLine || file.path.lowercased().hasSuffix(".mdx") { return [.inFrontMatter] }
    if block(of: line) != nil { return [.before, .inFrontMatter] }
    let text = text(of: line)
    let opensBlock = text.first == .hash || line == bodyLine || self.text(of: line - 1).isEmpty
    return isItemOrRow(text) || !opensBlock
      ? [.beside, .before, .inFrontMatter] : [.before, .beside, .inFrontMatter]
  }

  /// The document with a suppression of each target, and the lines before each of which a line was added.
  package func document(
    allowing targets: [Target: Form]
  ) -> (bytes: [UInt8], added: [Int]) {
    var edits = SourceEdits()
    var added: [Int] = []
    var placed: [Place: Set<String>] = [:]
    for (target, form) in targets {
      placed[place(of: target, form), default: []].insert(target.code)
    }
    for (place, codes) in placed.sorted(by: { $0.key.line < $1.key.line }) {
      let codes = codes.sorted()
      let comment = "<!-- build-site allow \(codes.joined(separator: ", ")): \(reason) -->"
      switch place.form {
      case .before:
        let start = file.start(ofLine: place.line)
        edits.insert(block: indent(of: place.line) + comment + ending, at: start)
        added.append(place.line)
      case .beside: edits.insert(" " + comment, at: end(ofTextIn: place.line))
      case .inFrontMatter:
        guard let (line, text) = entries(codes) else { continue }
        edits.insert(block: text, at: file.start(ofLine: line))
        added += text.utf8.filter { $0 == .newline }.map { _ in line }
      }
    }
    let bytes = edits.spliced(into: file.bytes, in: 0..<file.bytes.count)
    return (bytes, added.sorted())
  }

  /// Suppressions of one place share a comment.
  private struct Place: Hashable {
    let form: Form
    let line: Int
  }

  private func place(of target: Target, _ form: Form) -> Place {
    switch form {
    case .before: Place(form: form, line: block(of: target.line)?.lowerBound ?? target.line)
    case .beside: Place(form: form, line: target.line)
    case .inFrontMatter: Place(form: form, line: 1)
    }
  }

  // MARK: Lines

  /// The code block that a line is in.
  private func block(of line: Int) -> LineRange? { code.first { $0.contains(line) } }

  /// Without white space around it.
  private func text(of line: Int) -> ArraySlice<UInt8> {
    file.bytes[file.offsets(ofLine: line)].drop(while: \.isWhitespace).withoutEnd(\.isWhitespace)
  }

  /// Whether a line of its own before it would end a list or a table.
  private func isItemOrRow(_ text: ArraySlice<UInt8>) -> Bool {
    guard let first = text.first else { return false }
    if first == .pipe || [.hyphen, .plus, UInt8(ascii: "*")].contains(first) { return true }
    let mark = text.drop(while: \.isDigit)
    return mark.startIndex > text.startIndex
      && mark.first.map { $0 == UInt8(ascii: ".") || $0 == .rightParenthesis } ?? false
  }

  /// Where a comment goes that belongs to a line: before white space at its end, and inside the last cell of a row.
  private func end(ofTextIn line: Int) -> Int {
    let text = text(of: line)
    guard text.first == .pipe, text.last == .pipe, text.count > 1 else { return text.endIndex }
    return text.dropLast().withoutEnd(\.isSpaceOrTab).endIndex
  }

  private func indent(of line: Int) -> String {
    let offsets = file.offsets(ofLine: line)
    return String(decoding: file.bytes[offsets].prefix(while: \.isSpaceOrTab), as: UTF8.self)
  }

  private var ending: String { file.lineEnding }

  // MARK: Front matter

  /// The entries for some codes, and the line before which they go; `nil` where they cannot be added.
  private func entries(_ codes: [String]) -> (line: Int, text: String)? {
    guard let front else {
      // What begins a file without front matter is text, which it may follow.
      guard bodyLine == 1 else { return nil }
      let lines = ["---", "allow:"] + codes.map { "  " + entry($0) } + ["---", ""]
      return (1, lines.map { $0 + ending }.joined())
    }
    guard let allow = front.allow, !allow.value.isNull else {
      guard front.allow == nil else { return nil }
      return (front.end, (["allow:"] + codes.map { "  " + entry($0) }).map { $0 + ending }.joined())
    }
    let isList = allow.value.items != nil
    let first = allow.value.items?.first?.range ?? allow.value.pairs?.first?.key.range
    guard let line = first?.lowerBound.line, line > allow.key.range.lowerBound.line else {
      return nil
    }
    let mark = indent(of: line) + (isList ? "- " : "")
    return (line, codes.map { mark + entry($0) + ending }.joined())
  }

  /// `PM007: reason`, with the reason in quotes where YAML asks for it.
  private func entry(_ code: String) -> String {
    let isPlain =
      reason.first?.isLetter == true && reason.last != ":" && !reason.contains(": ")
      && !reason.contains(" #")
    return isPlain
      ? "\(code): \(reason)"
      : "\(code): '\(reason.replacing("'", with: "''"))'"
  }
}
