internal import Bytes
internal import Diagnostics

/// A file with stand-ins for its tabs, and whether cmark sees the stand-ins in the way the tags are meant.
struct TabPlacement {
  let file: SourceFile
  private let groups: [[TabGroups.Place]]

  init(of groups: [[TabGroups.Place]], in file: SourceFile) {
    self.groups = groups
    self.file = Self.standIns(for: groups, in: file)
  }

  /// The groups in which a tag is not a block, does not have the same parent as the others, or overlaps a
  /// box.
  func misplaced(in outline: MDXOutline) -> [[TabGroups.Place]] {
    let regions = self.regions
    var broken: Set<Int> = []
    for (line, end) in boxes(in: outline) {
      let (first, last) = (regions[line], regions[min(end ?? file.lineCount, file.lineCount)])
      if first != last || (end == nil && first != nil) {
        broken.formUnion([first?.group, last?.group].compactMap(\.self))
      }
    }
    return groups.enumerated().filter { index, group in
      let parents = group.map { outline.markup[$0.lines.lowerBound] }
      return broken.contains(index) || parents.contains { $0 == nil || $0 != parents[0] }
    }.map(\.element)
  }

  private struct Region: Equatable {
    let group: Int
    /// The line of the innermost open tag.
    let tag: Int
  }

  /// The tag that each line is in, by line number.
  private var regions: [Region?] {
    var regions: [Region?] = Array(repeating: nil, count: file.lineCount + 1)
    for (index, group) in groups.enumerated() {
      var open: [Int] = []
      for (place, next) in zip(group, group.dropFirst()) {
        if place.tag.isClosing { open.removeLast() } else { open.append(place.lines.lowerBound) }
        for line in place.lines.lowerBound..<next.lines.lowerBound {
          regions[line] = open.last.map { Region(group: index, tag: $0) }
        }
      }
    }
    return regions
  }

  /// The lines at which boxes begin and end; the end is `nil` for a box that is left open.
  private func boxes(in outline: MDXOutline) -> [(line: Int, end: Int?)] {
    let fences = (1...file.lineCount).filter { line in
      let text = file.bytes[file.offsets(ofLine: line)].drop { $0.isCmarkSpace || $0 == 0x3E }
      return text.starts(with: ":::".utf8) && !outline.isCode(line: line)
    }
    let pairs = Fence.pairs(of: fences) { file.bytes[file.offsets(ofLine: $0)] }.fences
    var ends: [Int: Int] = [:]
    for (line, fence) in pairs { if case .close(let opening) = fence { ends[opening] = line } }
    return pairs.keys.filter { if case .open? = pairs[$0] { true } else { false } }
      .map { ($0, ends[$0]) }
  }

  /// The file with the lines of each tag replaced, indented as far as the outermost tag, and with the
  /// content of tabs moved out by the same distance.
  private static func standIns(for groups: [[TabGroups.Place]], in file: SourceFile) -> SourceFile {
    guard !groups.isEmpty else { return file }
    var lines = (1...file.lineCount).map { line in
      Array(file.bytes[file.start(ofLine: line)..<file.start(ofLine: line + 1)])
    }
    for group in groups {
      let indent = lines[group[0].lines.lowerBound - 1].prefix { $0.isSpaceOrTab }
      for (index, place) in group.enumerated() {
        for line in place.lines {
          let isFirst = line == place.lines.lowerBound
          let ending = lines[line - 1].drop { !$0.isLineEnding }
          let count = lines[line - 1].count - ending.count
          var text = isFirst ? Array(indent) + Array(TabTag.standIn.utf8) : []
          if text.count < count { text += [UInt8](repeating: 0x20, count: count - text.count) }
          lines[line - 1] = text + ending
        }
        if place.tag.element == .item, !place.tag.isClosing {
          let end = group[(index + 1)...].first { $0.opening == index }?.lines.lowerBound
          align(place.lines.upperBound..<(end ?? place.lines.upperBound), with: indent, in: &lines)
        }
      }
    }
    return SourceFile(
      path: file.path, bytes: Array(lines.joined()), firstLine: file.firstLine)
  }

  private static func align(
    _ range: LineRange, with indent: ArraySlice<UInt8>, in lines: inout [[UInt8]]
  ) {
    let filled = range.filter { !lines[$0 - 1].allSatisfy(\.isCmarkSpace) }
    guard let first = filled.first else { return }
    var common = lines[first - 1].prefix { $0.isSpaceOrTab }
    for line in filled {
      let count = zip(common, lines[line - 1]).prefix { $0 == $1 }.count
      common = common.prefix(count)
    }
    guard common.count > indent.count else { return }
    for line in filled { lines[line - 1].replaceSubrange(0..<common.count, with: indent) }
  }
}
