internal import Bytes
internal import CommonMark
package import Diagnostics
internal import Incidents
package import YAML

extension SuppressionReading {
  // MARK: Front matter

  /// Reads `allow:`, a list of `PM007: reason` or a mapping of codes to reasons.
  mutating func readFrontMatter(_ document: DocumentReading) {
    guard let allow = document.frontMatter?["allow"] else { return }
    for node in allow.items ?? [allow] {
      if let pairs = node.pairs {
        for pair in pairs {
          add(
            code: pair.key.text ?? "", reason: pair.value.text ?? "", at: pair.key.range,
            in: document.file)
        }
      } else if let text = node.text, !node.isNull {
        // In quotes, code and reason are one text.
        let parts = text.split(separator: ":", maxSplits: 1)
        add(
          code: parts.first.map { String($0).trimmed } ?? "",
          reason: parts.count > 1 ? String(parts[1]) : "", at: node.range, in: document.file)
      }
    }
  }

  // MARK: Settings

  /// Reads `allow:` of site.yml, a mapping of files to `{BS081: reason}`; `root` is the content folder, below
  /// which the files are.
  package init(of allowed: YAMLNode, in file: SourceFile, root: String) {
    let folder = root == "." ? "" : root + "/"
    for entry in allowed.pairs ?? [] {
      guard let path = entry.key.text, let rules = entry.value.pairs else {
        report(
          "BS070", "this entry of 'allow' is not understood", at: entry.key.range, in: file,
          help: "write the path of a file, and below it lines such as 'BS081: reason'")
        continue
      }
      for rule in rules {
        add(
          code: rule.key.text ?? "", reason: rule.value.text ?? "",
          path: path.hasPrefix(folder) ? path : folder + path, at: rule.key.range, in: file)
      }
    }
    if allowed.pairs == nil, !allowed.isNull {
      report(
        "BS070", "'allow' is not a list of files with rules", at: allowed.range, in: file,
        help: "write the path of a file, and below it lines such as 'BS081: reason'")
    }
  }

  // MARK: Comments

  /// Reads the comments outside code.
  mutating func readComments(_ document: DocumentReading) {
    let file = document.file
    let found = Comment.all(in: file)
    guard !found.isEmpty else { return }
    let code = document.blocks.filter { if case .code = $0.kind { true } else { false } }
    let comments = found.filter { comment in
      !code.contains { $0.lines.contains(comment.lines.lowerBound) }
    }
    let own = Set(comments.filter(\.isAlone).flatMap { Array($0.lines) })
    for comment in comments {
      let line = comment.isAlone ? Self.next(after: comment.lines, but: own, in: file) : nil
      let block = code.first { $0.lines.lowerBound == line }?.lines
      let first = line ?? comment.lines.lowerBound
      read(comment, covering: block ?? first..<first + 1, in: file)
    }
  }

  /// The next line with text that is not another such comment; `nil` at the end of the file.
  private static func next(
    after lines: LineRange, but comments: Set<Int>, in file: SourceFile
  ) -> Int? {
    guard lines.upperBound <= file.lineCount else { return nil }
    return (lines.upperBound...file.lineCount).first { line in
      !comments.contains(line)
        && !file.bytes[file.offsets(ofLine: line)].allSatisfy { $0.isSpaceOrTab }
    }
  }

  private mutating func read(_ comment: Comment, covering lines: LineRange, in file: SourceFile) {
    let range = file.range(of: comment.offsets)
    let words = comment.words.split(separator: " ", maxSplits: 1).map(String.init)
    guard words.first == "allow", words.count == 2 else {
      return report(
        "BS070", "this build-site comment is not understood", at: range, in: file,
        help: "write it as '<!-- build-site allow PM007: reason -->'")
    }
    let parts = words[1].split(separator: ":", maxSplits: 1).map(String.init)
    for code in (parts.first ?? "").split(separator: ",") {
      add(
        code: String(code).trimmed, reason: parts.count > 1 ? parts[1] : "", lines: lines,
        at: range, in: file)
    }
  }
}

/// A comment that begins with `build-site`.
private struct Comment {
  /// From `<` to just after `>`.
  let offsets: Range<Int>
  let lines: LineRange
  /// Whether its lines hold nothing else.
  let isAlone: Bool
  /// What follows `build-site`, with single spaces.
  let words: String

  private static let opening = Array("<!--".utf8)
  private static let name = Array("build-site".utf8)

  static func all(in file: SourceFile) -> [Comment] {
    let bytes = file.bytes
    var comments: [Comment] = []
    var index = 0
    while let start = bytes[index...].firstIndex(of: 0x3C) {
      index = start + 1
      guard bytes[start...].starts(with: opening) else { continue }
      let text = bytes[(start + 4)...].drop { $0 == 0x20 || $0.isLineEnding }
      guard text.starts(with: name), let next = text.dropFirst(name.count).first,
        next == 0x20 || next.isLineEnding || next == 0x2D,
        let end = Self.end(of: text)
      else { continue }
      index = end + 3
      let words = text[(text.startIndex + name.count)..<end]
      if let comment = Comment(start..<end + 3, words: words, in: file) { comments.append(comment) }
    }
    return comments
  }

  /// Where the `-->` begins.
  private static func end(of text: ArraySlice<UInt8>) -> Int? {
    text.indices.first { text[$0] == 0x2D && text[$0...].starts(with: "-->".utf8) }
  }

  /// `nil` within a code span.
  private init?(_ offsets: Range<Int>, words: ArraySlice<UInt8>, in file: SourceFile) {
    let first = file.location(ofOffset: offsets.lowerBound).line
    let last = file.location(ofOffset: offsets.upperBound - 1).line
    let before = file.bytes[file.offsets(ofLine: first).lowerBound..<offsets.lowerBound]
    guard before.count(where: { $0 == UInt8(ascii: "`") }).isMultiple(of: 2) else { return nil }
    let behind = file.bytes[offsets.upperBound..<file.offsets(ofLine: last).upperBound]
    self.offsets = offsets
    lines = first..<last + 1
    isAlone = (before + behind).allSatisfy { $0.isSpaceOrTab || $0 == 0x3E }
    self.words = String(decoding: words, as: UTF8.self).split(whereSeparator: \.isWhitespace)
      .joined(separator: " ")
  }
}

extension String {
  fileprivate var trimmed: String { split(whereSeparator: \.isWhitespace).joined(separator: " ") }
}
