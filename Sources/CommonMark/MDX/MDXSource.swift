internal import Bytes
internal import Diagnostics

/// A file written as MDX, turned into Markdown: what MDX does not show is replaced by spaces or a comment,
/// and each tag of tabs by a stand-in that cmark takes for a block. Nothing in it is run; everything else
/// is text.
///
/// Line numbers do not change, and bytes stay where they are, except the content of tabs, which loses its
/// indentation.
struct MDXSource {
  private(set) var file: SourceFile
  /// The tags of tabs, by their first line.
  private(set) var tabs: [Int: (tag: TabTag, lines: LineRange)] = [:]
  private(set) var diagnostics: [Diagnostic] = []

  /// Fences and comments may contain each other, so it takes several rounds to see which contains which.
  private static let mostRounds = 4

  private let written: SourceFile
  private let firstLine: Int

  /// Unless the file `isAuthored`, comments, modules and expressions are text, and only tabs have a
  /// meaning.
  init(_ original: SourceFile, from firstLine: Int, isAuthored: Bool) {
    file = original
    written = original
    self.firstLine = firstLine
    guard firstLine <= original.lineCount, original.bytes.count <= BodyScan.largestFile else {
      return
    }
    if isAuthored {
      for _ in 0..<Self.mostRounds where replaceComments() {}
      blankImports()
    }
    placeTabs()
    if isAuthored { report() }
    if file.bytes != original.bytes {
      file = SourceFile(
        path: original.path, bytes: file.bytes, firstLine: original.firstLine,
        written: original.bytes, hidden: original.hidden)
    }
  }

  private func outline(of file: SourceFile) -> MDXOutline {
    let start = file.offsets(ofLine: firstLine).lowerBound
    let tree = SyntaxTree(parsing: file.bytes[start...], blankLines: firstLine - 1)
    return MDXOutline(of: tree, in: file)
  }

  private mutating func replace(_ bytes: [UInt8]) {
    file = SourceFile(path: file.path, bytes: bytes, firstLine: file.firstLine)
  }

  // MARK: Comments and modules

  /// - Returns: Whether there was a comment.
  private mutating func replaceComments() -> Bool {
    let text = MDXText(file.bytes)
    var bytes = file.bytes
    var next = 0
    var images = ImageOpenings()
    for stretch in outline(of: file).texts where stretch.range.upperBound > next {
      for (kind, range) in text.pieces(in: stretch, from: next) where kind == .comment {
        MDXComment(range, in: file).replace(in: &bytes, &images)
        next = range.upperBound
      }
    }
    guard next > 0 else { return false }
    replace(bytes)
    return true
  }

  private mutating func blankImports() {
    let outline = outline(of: file)
    var bytes = file.bytes
    for line in firstLine...file.lineCount where !outline.isCode(line: line) {
      let offsets = file.offsets(ofLine: line)
      guard bytes[offsets].first == 0x69, MDXModules.isTabImport(bytes[offsets]) else { continue }
      for offset in offsets { bytes[offset] = 0x20 }
    }
    replace(bytes)
  }

  // MARK: Tabs

  /// Groups that are different for cmark, or because of a box, are left as text.
  private mutating func placeTabs() {
    let marks = Array("<Tabs".utf8)
    let bytes = file.bytes
    guard
      bytes.indices.contains(where: { bytes[$0] == marks[0] && bytes[$0...].starts(with: marks) })
    else { return }
    let plain = file
    var refused: Set<Int> = []
    for _ in 0..<Self.mostRounds * 2 {
      let groups = TabGroups(in: plain, from: firstLine, outline(of: plain)).groups
        .filter { !refused.contains($0[0].lines.lowerBound) }
      let placed = TabPlacement(of: groups, in: plain)
      let wrong = placed.misplaced(in: outline(of: placed.file))
      if wrong.isEmpty {
        file = placed.file
        for place in groups.joined() { tabs[place.lines.lowerBound] = (place.tag, place.lines) }
        return
      }
      refused.formUnion(wrong.map { $0[0].lines.lowerBound })
    }
  }

  // MARK: Findings

  /// Reports what is shown as text: one finding per line.
  private mutating func report() {
    let outline = outline(of: file)
    let text = MDXText(file.bytes)
    var reported: Set<Int> = []
    for line in firstLine...file.lineCount where !outline.isCode(line: line) {
      let offsets = file.offsets(ofLine: line)
      guard MDXModules.isStatement(file.bytes[offsets]), reported.insert(line).inserted else {
        continue
      }
      report(offsets)
    }
    for stretch in outline.texts {
      for (_, range) in text.pieces(in: stretch, from: 0) {
        let line = file.location(ofOffset: range.lowerBound).line
        guard tabs[line] == nil, reported.insert(line).inserted else { continue }
        report(range)
      }
    }
  }

  private mutating func report(_ range: Range<Int>) {
    let source = String(decoding: file.bytes[range], as: UTF8.self)
    let help =
      TabTag.isNamed(file.bytes[range])
      ? "put each tag of the tabs on a line of its own, with plain text in the attributes, and give each tab its own value"
      : "write it in Markdown, or put it in backticks if it is meant as text"
    diagnostics.append(
      Diagnostic(
        code: "BS024", level: .warning, path: file.path, range: file.range(of: range),
        message: "'\(source.prefix(40))' is not run, but shown as text", help: help
      ).quoting(written))
  }
}

extension TabTag {
  /// Whether a text begins with a tag of tabs.
  static func isNamed(_ bytes: ArraySlice<UInt8>) -> Bool {
    let name = bytes.drop { $0 == 0x3C || $0 == 0x2F }.prefix(while: \.isAlphanumeric)
    return Element(rawValue: String(decoding: name, as: UTF8.self)) != nil
  }
}
