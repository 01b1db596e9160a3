internal import Diagnostics

/// A file written as MDX, as Markdown: what MDX does not show is blanked or a comment, and each tag of
/// tabs is a stand-in that cmark takes for a block. Nothing of it is run; all else is text.
///
/// Lines stay lines, and bytes stay where they are but for what tabs hold, which loses its indent.
struct MDXSource {
  private(set) var file: SourceFile
  /// The tags of tabs, by their first line.
  private(set) var tabs: [Int: (tag: TabTag, lines: LineRange)] = [:]
  private(set) var diagnostics: [Diagnostic] = []

  /// Stands for a tag of tabs: what cmark ends a block of HTML behind, on the same line.
  static let tabMark = "<??>"
  /// Fences and comments may hold each other, so what is in which needs more than one look.
  private static let mostRounds = 4

  private let written: SourceFile
  private let firstLine: Int

  /// - Parameter isAuthored: Whether comments, modules and expressions are MDX; else only tabs are.
  init(_ original: SourceFile, from firstLine: Int, isAuthored: Bool) {
    file = original
    written = original
    self.firstLine = firstLine
    guard firstLine <= original.lineCount, original.bytes.count <= BodyParser.largest else {
      return
    }
    if isAuthored {
      for _ in 0..<Self.mostRounds where replaceComments() {}
      blankImports()
    }
    placeTabs()
    if isAuthored { report() }
    if file.bytes != original.bytes {
      file = SourceFile(path: original.path, bytes: file.bytes, written: original.bytes)
    }
  }

  private func outline(of file: SourceFile) -> MDXOutline {
    let start = file.offsets(ofLine: firstLine).lowerBound
    let tree = SyntaxTree(root: parseTree(file.bytes[start...], blankLines: firstLine - 1))
    return MDXOutline(of: tree, in: file)
  }

  private mutating func replace(_ bytes: [UInt8]) {
    file = SourceFile(path: file.path, bytes: bytes)
  }

  // MARK: Comments and modules

  /// - Returns: Whether there was a comment.
  private mutating func replaceComments() -> Bool {
    let text = MDXText(bytes: file.bytes)
    var bytes = file.bytes
    var next = 0
    for stretch in outline(of: file).texts where stretch.range.upperBound > next {
      for (kind, range) in text.pieces(in: stretch, from: next) where kind == .comment {
        MDXComment(range, in: file).replace(in: &bytes)
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

  /// Groups that cmark, or a box, sees otherwise are left as text.
  private mutating func placeTabs() {
    guard file.bytes.indices.contains(where: { file.bytes[$0...].starts(with: "<Tabs".utf8) })
    else {
      return
    }
    let plain = file
    var refused: Set<Int> = []
    for _ in 0..<Self.mostRounds * 2 {
      let outline = outline(of: plain)
      let groups = TabGroups(in: plain, from: firstLine) { !outline.isCode(line: $0) }.groups
        .filter { !refused.contains($0[0].lines.lowerBound) }
      let placed = Self.standIns(for: groups, in: plain)
      let seen = self.outline(of: placed)
      let wrong = groups.filter { !Self.isSeen($0, in: seen, placed) }
      if wrong.isEmpty {
        file = placed
        for place in groups.joined() { tabs[place.lines.lowerBound] = (place.tag, place.lines) }
        return
      }
      refused.formUnion(wrong.map { $0[0].lines.lowerBound })
    }
  }

  /// Whether each tag is a block, all are children of one, and no box goes over the end of a tab.
  private static func isSeen(
    _ group: [TabGroups.Place], in outline: MDXOutline, _ file: SourceFile
  ) -> Bool {
    let first = outline.markup[group[0].lines.lowerBound]
    guard let parent = first else { return false }
    for place in group {
      guard let own = outline.markup[place.lines.lowerBound], own == parent else { return false }
    }
    let all = group[0].lines.lowerBound..<group[group.count - 1].lines.upperBound
    let fences = (1...file.lineCount).filter { line in
      let text = file.bytes[file.offsets(ofLine: line)].drop { $0.isBlank || $0 == 0x3E }
      return text.starts(with: ":::".utf8) && !outline.isCode(line: line)
    }
    let pairs = Fence.pairs(of: fences) { file.bytes[file.offsets(ofLine: $0)] }.fences
    var closings: [Int: Int] = [:]
    for (line, fence) in pairs { if case .close(let opening) = fence { closings[opening] = line } }
    func tab(of line: Int) -> Int? {
      group.last { place in
        guard place.opening == nil, place.lines.lowerBound < line else { return false }
        let closing = group.first { other in
          other.opening.map { group[$0].lines == place.lines } ?? false
        }
        return closing.map { $0.lines.lowerBound > line } ?? false
      }?.lines.lowerBound
    }
    for (line, fence) in pairs {
      guard case .open = fence else { continue }
      guard let end = closings[line] else {
        if all.contains(line) { return false }
        continue
      }
      if tab(of: line) != tab(of: end) { return false }
    }
    return true
  }

  /// The file with each tag's lines replaced, as far in as the outermost tag is, and what is in a tab
  /// moved as far out.
  private static func standIns(for groups: [[TabGroups.Place]], in file: SourceFile) -> SourceFile {
    guard !groups.isEmpty else { return file }
    var lines = (1...file.lineCount).map { line in
      Array(file.bytes[file.start(ofLine: line)..<file.start(ofLine: line + 1)])
    }
    for group in groups {
      let indent = lines[group[0].lines.lowerBound - 1].prefix { $0 == 0x20 || $0 == 0x09 }
      for (index, place) in group.enumerated() {
        for line in place.lines {
          let isFirst = line == place.lines.lowerBound
          let ending = lines[line - 1].drop { $0 != 0x0A && $0 != 0x0D }
          let count = lines[line - 1].count - ending.count
          var text = isFirst ? Array(indent) + Array(tabMark.utf8) : []
          if text.count < count { text += [UInt8](repeating: 0x20, count: count - text.count) }
          lines[line - 1] = text + ending
        }
        if place.tag.element == .item, !place.tag.isClosing {
          let end = group[(index + 1)...].first { $0.opening == index }?.lines.lowerBound
          align(place.lines.upperBound..<(end ?? place.lines.upperBound), with: indent, in: &lines)
        }
      }
    }
    return SourceFile(path: file.path, bytes: Array(lines.joined()))
  }

  private static func align(
    _ range: LineRange, with indent: ArraySlice<UInt8>, in lines: inout [[UInt8]]
  ) {
    let filled = range.filter { !lines[$0 - 1].allSatisfy(\.isBlank) }
    guard let first = filled.first else { return }
    var common = lines[first - 1].prefix { $0 == 0x20 || $0 == 0x09 }
    for line in filled {
      let count = zip(common, lines[line - 1]).prefix { $0 == $1 }.count
      common = common.prefix(count)
    }
    guard common.count > indent.count else { return }
    for line in filled { lines[line - 1].replaceSubrange(0..<common.count, with: indent) }
  }

  // MARK: Findings

  /// What is shown as text: one finding a line.
  private mutating func report() {
    let outline = outline(of: file)
    let text = MDXText(bytes: file.bytes)
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
      ? "put each tag of tabs on lines of its own, with texts for attributes, and give each tab a value of its own"
      : "write it in Markdown, or put it in backticks if it is meant as text"
    diagnostics.append(
      Diagnostic(
        code: "BS024", level: .warning, path: file.path, range: file.range(of: range),
        message: "'\(source.prefix(40))' is not run and shown as text", help: help
      ).quoting(written))
  }
}

extension TabTag {
  /// Whether a text begins with a tag of tabs.
  static func isNamed(_ bytes: ArraySlice<UInt8>) -> Bool {
    let name = bytes.drop { $0 == 0x3C || $0 == 0x2F }.prefix(while: \.isASCIIAlphanumeric)
    return Element(rawValue: String(decoding: name, as: UTF8.self)) != nil
  }
}
