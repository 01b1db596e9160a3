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
      .map(\.lines).inOrder
    let comments = found.filter { !code.covers($0.lines.lowerBound) }
    let blocks = Dictionary(code.map { ($0.lowerBound, $0) }) { first, _ in first }
    let own = Set(comments.filter(\.isAlone).flatMap { Array($0.lines) })
    // The next line with text that is not another such comment; 0 at the end of the file.
    var next = comments.map { _ in 0 }
    var line = file.lineCount + 1
    var text = 0
    for (number, comment) in comments.enumerated().reversed() {
      while line > comment.lines.upperBound {
        line -= 1
        let isBlank = file.bytes[file.offsets(ofLine: line)].allSatisfy { $0.isSpaceOrTab }
        if !isBlank, !own.contains(line) { text = line }
      }
      next[number] = text
    }
    for (comment, line) in zip(comments, next) {
      let first = comment.isAlone && line > 0 ? line : comment.lines.lowerBound
      read(comment, covering: blocks[first] ?? first..<first + 1, in: file)
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
    var line = LineStart(in: file)
    // No comment ends after this, so that many openings do not take quadratic time.
    lazy var last =
      bytes.indices.last { bytes[$0] == 0x3E && Self.ends(bytes, before: $0 + 1) } ?? 0
    while let start = bytes[index...].firstIndex(of: 0x3C) {
      index = start + 1
      guard bytes[start...].starts(with: opening) else { continue }
      let text = bytes[(start + 4)...].drop { $0 == 0x20 || $0.isLineEnding }
      guard text.starts(with: name), let next = text.dropFirst(name.count).first,
        next == 0x20 || next.isLineEnding || next == 0x2D,
        start < last, let end = Self.end(of: text)
      else { continue }
      index = end + 3
      let words = text[(text.startIndex + name.count)..<end]
      line.move(to: start)
      if line.isInCode { continue }
      comments.append(Comment(start..<end + 3, words: words, isFirst: line.isBlank, in: file))
    }
    return comments
  }

  /// Where the `-->` begins.
  private static func end(of text: ArraySlice<UInt8>) -> Int? {
    text.indices.first { text[$0] == 0x2D && text[$0...].starts(with: "-->".utf8) }
  }

  private static func ends(_ bytes: [UInt8], before end: Int) -> Bool {
    end > 2 && bytes[end - 2] == 0x2D && bytes[end - 3] == 0x2D
  }

  /// `isFirst` says whether nothing is before it on its line.
  private init(
    _ offsets: Range<Int>, words: ArraySlice<UInt8>, isFirst: Bool, in file: SourceFile
  ) {
    let first = file.location(ofOffset: offsets.lowerBound).line
    let last = file.location(ofOffset: offsets.upperBound - 1).line
    let behind = file.bytes[offsets.upperBound..<file.offsets(ofLine: last).upperBound]
    self.offsets = offsets
    lines = first..<last + 1
    isAlone = isFirst && behind.allSatisfy { $0.isSpaceOrTab || $0 == 0x3E }
    self.words = String(decoding: words, as: UTF8.self).split(whereSeparator: \.isWhitespace)
      .joined(separator: " ")
  }
}

/// The start of a line up to a place that moves on: a line with many comments is looked at once.
private struct LineStart {
  private let file: SourceFile
  private var place = 0
  /// Whether an odd number of backticks comes before the place.
  private(set) var isInCode = false
  /// Whether only white space and quote marks come before it.
  private(set) var isBlank = true

  init(in file: SourceFile) { self.file = file }

  mutating func move(to offset: Int) {
    let start = file.start(ofLine: file.location(ofOffset: offset).line)
    if start > place || place == 0 { (place, isInCode, isBlank) = (start, false, true) }
    for byte in file.bytes[place..<offset] {
      if byte == UInt8(ascii: "`") { isInCode.toggle() }
      if !byte.isSpaceOrTab, byte != 0x3E { isBlank = false }
    }
    place = offset
  }
}

extension String {
  fileprivate var trimmed: String { split(whereSeparator: \.isWhitespace).joined(separator: " ") }
}
