internal import CommonMark
package import Diagnostics

/// The text of a log, of which the page of each of its incidents is made.
package struct LogText: Sendable {
  package let file: SourceFile
  private let definitions: LogDefinitions

  package init(of file: SourceFile) {
    self.file = file
    definitions = LogDefinitions(in: file)
  }

  /// One incident's part as a document of its own.
  ///
  /// Lines stay the lines of the file: those before the part are blank, and what the part refers to and
  /// other parts define stands behind it. Its heading is of level 1, those below it go up as far, and all
  /// keep the ids that they have in the file. The line that parts it from the next incident is left out.
  package func text(of incident: Incident) -> SourceFile {
    guard let part = incident.part?.clamped(to: 1..<file.lineCount + 1), !part.isEmpty else {
      return file
    }
    var bytes = Array(repeating: UInt8(ascii: "\n"), count: part.lowerBound - 1)
    bytes.reserveCapacity(file.start(ofLine: part.upperBound) - file.start(ofLine: part.lowerBound))
    var next = start(ofLine: part.lowerBound)
    for edit in edits(in: part, headings: incident.sections) {
      guard edit.range.lowerBound >= next else { continue }
      bytes += file.bytes[next..<edit.range.lowerBound] + edit.text
      next = edit.range.upperBound
    }
    bytes += file.bytes[next..<max(next, file.start(ofLine: part.upperBound))]
    let used = definitions.lines(usedIn: part, of: file)
    if !used.isEmpty, bytes.last != UInt8(ascii: "\n") { bytes.append(UInt8(ascii: "\n")) }
    for lines in used {
      bytes.append(UInt8(ascii: "\n"))
      for line in lines { bytes += file.bytes[file.offsets(ofLine: line)] + [UInt8(ascii: "\n")] }
    }
    return SourceFile(path: file.path, bytes: bytes)
  }

  private typealias Edit = (range: Range<Int>, text: [UInt8])

  private func edits(in part: LineRange, headings: [Section]) -> [Edit] {
    var slugger = Slugger()
    var edits: [Edit] = []
    for heading in headings where part.contains(heading.line) {
      var rest = slugger
      let isAutomatic = rest.slug(heading.heading) == heading.anchor
      if isAutomatic { slugger = rest }
      edits += self.edits(of: heading, in: part, id: isAutomatic ? nil : heading.anchor)
    }
    if let line = closingRule(of: part) { edits.append((file.offsets(ofLine: line), [])) }
    return edits
  }

  /// Puts a heading on its level, and `id` behind it when that is not there yet.
  private func edits(of heading: Section, in part: LineRange, id: String?) -> [Edit] {
    let line = start(ofLine: heading.line)..<file.offsets(ofLine: heading.line).upperBound
    let hashes = file.bytes[line].drop(while: \.isContainerMark).prefix(while: \.isHash)
    let end = hashes.endIndex
    let isMarked = end == line.upperBound || file.bytes[end] == 0x20 || file.bytes[end] == 0x09
    if !hashes.isEmpty, hashes.count <= 6, isMarked {
      let marks = Array(repeating: UInt8(ascii: "#"), count: heading.level)
      return [(hashes.startIndex..<end, marks)] + suffix(id, at: end..<line.upperBound)
    }
    // A line of dashes below it.
    let below = (heading.line..<part.upperBound).dropFirst().first { line in
      let text = file.bytes[file.offsets(ofLine: line)].filter { !$0.isBlank }
      return !text.isEmpty && (text.allSatisfy { $0 == 0x2D } || text.allSatisfy { $0 == 0x3D })
    }
    guard let below else { return [] }
    let underline = file.offsets(ofLine: below)
    let isFirst = heading.level == 1
    return suffix(id, at: file.offsets(ofLine: below - 1))
      + (isFirst ? [(underline, Array(repeating: 0x3D, count: underline.count))] : [])
  }

  /// Behind a byte order mark.
  private func start(ofLine line: Int) -> Int {
    line == 1 && file.bytes.starts(with: [0xEF, 0xBB, 0xBF]) ? 3 : file.start(ofLine: line)
  }

  /// The edit that writes an id at the end of a heading's text, in place of closing hashes.
  private func suffix(_ id: String?, at text: Range<Int>) -> [Edit] {
    guard let id, !id.isEmpty else { return [] }
    var end = text.upperBound
    func skipBlanks() { while end > text.lowerBound, file.bytes[end - 1].isBlank { end -= 1 } }
    skipBlanks()
    let trimmed = end
    while end > text.lowerBound, file.bytes[end - 1].isHash { end -= 1 }
    if end > text.lowerBound, file.bytes[end - 1].isBlank { skipBlanks() } else { end = trimmed }
    let mark = Array("{#\(id)}".utf8)
    if file.bytes[text.lowerBound..<end].suffix(mark.count).elementsEqual(mark) { return [] }
    return [(end..<text.upperBound, [0x20] + mark)]
  }

  /// The last line of a part with anything on it, when that is a line across the page below a blank one.
  private func closingRule(of part: LineRange) -> Int? {
    func text(_ line: Int) -> [UInt8] {
      file.bytes[file.offsets(ofLine: line)].filter { !$0.isBlank }
    }
    guard let last = part.last(where: { !text($0).isEmpty }), last > part.lowerBound,
      text(last - 1).isEmpty
    else { return nil }
    let marks = text(last)
    let isRule = marks.count > 2 && "-*_".utf8.contains(marks[0])
    return isRule && marks.allSatisfy { $0 == marks[0] } ? last : nil
  }
}

extension UInt8 {
  fileprivate var isHash: Bool { self == UInt8(ascii: "#") }

  /// What stands before a heading in a list or a quote.
  fileprivate var isContainerMark: Bool { isBlank || ">-+*.)0123456789".utf8.contains(self) }
}
