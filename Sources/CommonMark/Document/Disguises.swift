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
    let code = document.blocks.filter { if case .code = $0.kind { true } else { false } }.map(
      \.lines)
    let headings = document.blocks.filter { if case .heading = $0.kind { true } else { false } }
      .map(\.lines)
    for place in all {
      let line = file.location(ofOffset: place.range.lowerBound).line
      let isIn = { (lines: LineRange) in lines.contains(line) }
      if code.contains(where: isIn) {
        places.append((place, "code"))
      } else if let holder = Self.holder(of: place, in: file.bytes, file.offsets(ofLine: line)) {
        places.append((place, holder))
      } else if place.isOverride, line < document.bodyLine {
        places.append((place, "front matter"))
      } else if place.isOverride, headings.contains(where: isIn) {
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

  /// Whether an offset of a line is in a code span, a link or an address.
  private static func holder(
    of place: FormatCharacters.Place, in bytes: [UInt8], _ line: Range<Int>
  ) -> String? {
    let offset = place.range.lowerBound
    let before = bytes[line.lowerBound..<offset]
    let after = bytes[place.range.upperBound..<line.upperBound]
    if !before.count(where: { $0 == .backtick }).isMultiple(of: 2), after.contains(.backtick) {
      return "code"
    }
    if let open = before.lastIndex(of: .leftBracket), !before[open...].contains(.rightBracket),
      let close = after.firstIndex(of: .rightBracket), close + 1 < line.upperBound,
      bytes[close + 1] == .leftParenthesis || bytes[close + 1] == .leftBracket
    {
      return "a link"
    }
    let start = before.lastIndex { $0.isSpaceOrTab }.map { $0 + 1 } ?? line.lowerBound
    let end = after.firstIndex { $0.isSpaceOrTab } ?? line.upperBound
    let isAddress = contains("://", bytes[start..<end]) || contains("](", bytes[start..<offset])
    return isAddress ? "an address" : nil
  }

  private static func contains(_ pattern: String, _ text: ArraySlice<UInt8>) -> Bool {
    let pattern = Array(pattern.utf8)
    return text.indices.contains { text[$0] == pattern[0] && text[$0...].starts(with: pattern) }
  }
}
