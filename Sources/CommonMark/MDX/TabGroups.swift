internal import Bytes
internal import Diagnostics

/// The tabs of a file: every `<Tabs>` with everything in it, each tag on lines of its own.
struct TabGroups {
  /// One tag with its lines.
  struct Place {
    let tag: TabTag
    let lines: LineRange
    /// The index of the tag that it closes.
    var opening: Int?
  }

  /// The places of the outermost tabs and of those nested in them, in reading order.
  private(set) var groups: [[Place]] = []

  private let file: SourceFile
  private let outline: MDXOutline

  /// Tabs nested more deeply than this are not needed on a page.
  private static let deepest = 12
  /// The number of lines that a tag may span.
  private static let longestTag = 12

  init(in file: SourceFile, from firstLine: Int, _ outline: MDXOutline) {
    self.file = file
    self.outline = outline
    var line = firstLine
    while line <= file.lineCount {
      guard let place = place(at: line), place.tag.element == .tabs, !place.tag.isClosing else {
        line += 1
        continue
      }
      if let group = group(startingWith: place) {
        groups.append(group)
        line = group[group.count - 1].lines.upperBound
      } else {
        line += 1
      }
    }
  }

  private func group(startingWith first: Place) -> [Place]? {
    var places = [first]
    var open = [0]
    var line = first.lines.upperBound
    while let last = open.last {
      guard line <= file.lineCount else { return nil }
      guard let place = place(at: line) else {
        // There is nothing between the tabs.
        if places[last].tag.element == .tabs, !file.isBlank(line: line) { return nil }
        line += 1
        continue
      }
      let parent = places[last].tag
      if place.tag.isClosing {
        guard place.tag.element == parent.element else { return nil }
        open.removeLast()
      } else {
        guard place.tag.element != parent.element, open.count < Self.deepest else { return nil }
        open.append(places.count)
      }
      places.append(
        Place(tag: place.tag, lines: place.lines, opening: place.tag.isClosing ? last : nil))
      line = place.lines.upperBound
    }
    return Self.hasDistinctValues(places) ? places : nil
  }

  /// Docusaurus throws if two tabs have the same value, if a tab has none, and if the initial value is not
  /// one of them.
  private static func hasDistinctValues(_ places: [Place]) -> Bool {
    var open: [(tag: TabTag, values: [String])] = []
    for place in places where place.tag.element == .tabs || !place.tag.isClosing {
      if place.tag.element == .item {
        guard !open.isEmpty else { return false }
        open[open.count - 1].values.append(place.tag["value"] ?? "")
      } else if place.tag.isClosing {
        guard let tabs = open.popLast(), !tabs.values.isEmpty,
          Set(tabs.values).count == tabs.values.count,
          tabs.tag["defaultValue"].map(tabs.values.contains) ?? true
        else { return false }
      } else {
        open.append((place.tag, []))
      }
    }
    return true
  }

  /// The tag that begins on this line and is the last thing on the line where it ends.
  private func place(at line: Int) -> Place? {
    guard !outline.isCode(line: line) else { return nil }
    let offsets = file.offsets(ofLine: line)
    let text = file.bytes[offsets].drop { $0.isSpaceOrTab }
    guard text.starts(with: "<Tab".utf8) || text.starts(with: "</Tab".utf8) else { return nil }
    var last = line
    let most = min(file.lineCount, line + Self.longestTag - 1)
    while last <= most, !outline.isCode(line: last), !file.isBlank(line: last) {
      let end = Array(file.bytes[file.offsets(ofLine: last)]).trimmed
      if end.last == 0x3E {
        let whole = file.bytes[text.startIndex..<file.offsets(ofLine: last).upperBound]
        let source = Array(Array(whole).trimmed)
        guard let tag = TabTag(source) else { return nil }
        return Place(tag: tag, lines: line..<last + 1, opening: nil)
      }
      last += 1
    }
    return nil
  }
}
