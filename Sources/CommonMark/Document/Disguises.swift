internal import Bytes
internal import Diagnostics
internal import Screening

/// Characters that do not show, in places where they make one text look like another: in code, in addresses
/// and link texts, and, if they turn the direction of writing, in headings and front matter.
struct Disguises {
  /// In the order of the file, with what each is in: "code".
  private(set) var places: [(place: FormatCharacters.Place, holder: String)] = []

  /// `file` is as its author wrote it, and `document` was read from it.
  init(in file: SourceFile, read document: borrowing MarkdownDocument) {
    let all = FormatCharacters.places(in: file.bytes)
    guard !all.isEmpty else { return }
    var code: Set<Int> = []
    var headings: Set<Int> = []
    for block in document.blocks {
      switch block.kind {
      case .code: code.formUnion(block.lines)
      case .heading: headings.formUnion(block.lines)
      default: continue
      }
    }
    var scan = LineScan(of: 0..<0, in: file.bytes)
    for place in all {
      let offset = place.range.lowerBound
      let line = file.location(ofOffset: offset).line
      if offset >= scan.line.upperBound {
        scan = LineScan(of: file.offsets(ofLine: line), in: file.bytes)
      }
      if code.contains(line) {
        places.append((place, "code"))
      } else if let holder = scan.holder(of: place.range) {
        places.append((place, holder))
      } else if place.isOverride, line < document.bodyLine {
        places.append((place, "front matter"))
      } else if place.isOverride, headings.contains(line) {
        places.append((place, "a heading"))
      }
    }
  }

  /// The file with visible characters in these places.
  func shown(in file: SourceFile) -> SourceFile {
    var bytes = file.bytes
    for (place, _) in places { bytes.replaceSubrange(place.range, with: place.standIn) }
    return SourceFile(
      path: file.path, bytes: bytes, firstLine: file.firstLine, written: file.bytes,
      hidden: file.hidden)
  }

  /// One finding for each character of a line.
  func findings(in file: SourceFile) -> [Diagnostic] {
    var seen: Set<[Int]> = []
    return places.compactMap { place, holder in
      let line = file.location(ofOffset: place.range.lowerBound).line
      guard seen.insert([line, Int(place.scalar.value)]).inserted else { return nil }
      let shown = String(decoding: place.standIn, as: UTF8.self)
      return Diagnostic(
        code: "BS086", level: .warning, path: file.path, range: file.range(of: place.range),
        message:
          "\(CharacterName.of(place.scalar)) in \(holder) does not show; pages have '\(shown)' in its place",
        help: "remove it; to write about it, use its number"
      ).quoting(file)
    }
  }
}

/// One line, read once from left to right: many places may be in it.
private struct LineScan {
  let line: Range<Int>
  private let bytes: [UInt8]
  private let lastBacktick: Int
  /// What is behind this offset is known.
  private var next: Int
  private var backticks = 0
  /// The bracket that no other one has closed.
  private var open: Int?
  /// The end of the latest link text that has an address.
  private var linkText = -1
  private var closing = -1
  private var wordStart: Int
  private var wordEnd = -1
  private var isAddress = false

  init(of line: Range<Int>, in bytes: [UInt8]) {
    self.line = line
    self.bytes = bytes
    next = line.lowerBound
    wordStart = line.lowerBound
    lastBacktick = bytes[line].lastIndex(of: .backtick) ?? -1
  }

  /// What holds a range of the line, which is not before the one that was asked for last: a code span, a
  /// link or an address.
  mutating func holder(of range: Range<Int>) -> String? {
    read(to: range.lowerBound)
    if !backticks.isMultiple(of: 2), lastBacktick >= range.upperBound { return "code" }
    if open != nil {
      if closing < range.upperBound {
        closing = end(from: range.upperBound) { $0 == .rightBracket }
      }
      if closing + 1 < line.upperBound,
        bytes[closing + 1] == .leftParenthesis || bytes[closing + 1] == .leftBracket
      {
        return "a link"
      }
    }
    if wordEnd < range.upperBound {
      wordEnd = end(from: range.upperBound, where: \.isSpaceOrTab)
      let word = bytes[wordStart..<wordEnd]
      isAddress = word.indices.contains {
        word[$0] == .colon && word[$0...].starts(with: "://".utf8)
      }
    }
    return isAddress || linkText >= wordStart ? "an address" : nil
  }

  private mutating func read(to offset: Int) {
    while next < offset {
      switch bytes[next] {
      case .backtick: backticks += 1
      case .leftBracket: open = next
      case .rightBracket: open = nil
      case .leftParenthesis where next > line.lowerBound && bytes[next - 1] == .rightBracket:
        linkText = next - 1
      case .space, .tab: wordStart = next + 1
      default: break
      }
      next += 1
    }
  }

  private func end(from start: Int, where isEnd: (UInt8) -> Bool) -> Int {
    bytes[start..<line.upperBound].firstIndex(where: isEnd) ?? line.upperBound
  }
}
