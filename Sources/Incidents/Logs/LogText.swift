internal import Bytes
internal import CommonMark
package import Diagnostics
internal import Vocabulary

/// The text of a log, from which the page of each of its incidents is made.
package struct LogText: Sendable {
  package let file: SourceFile

  package init(of file: SourceFile) { self.file = file }

  /// One incident's part as a document of its own.
  ///
  /// Lines keep their numbers in the file: the text begins with the part's first line, and the definitions
  /// elsewhere that the part refers to come after it. Headings have the levels in `incident.sections`, the
  /// first one level 1, and the ids that they have in the file. The rule that separates the part from the
  /// next incident is left out. A file that has become shorter than the part is returned unchanged.
  package func text(of incident: Incident) -> SourceFile {
    guard let part = incident.part?.clamped(to: 1..<file.lineCount + 1), !part.isEmpty else {
      return file
    }
    var bytes: [UInt8] = []
    bytes.reserveCapacity(file.start(ofLine: part.upperBound) - file.start(ofLine: part.lowerBound))
    var next = start(ofLine: part.lowerBound)
    for edit in edits(in: part, headings: incident.sections) {
      guard edit.range.lowerBound >= next else { continue }
      bytes += file.bytes[next..<edit.range.lowerBound] + edit.text
      next = edit.range.upperBound
    }
    bytes += file.bytes[next..<max(next, file.start(ofLine: part.upperBound))]
    if bytes.last != UInt8(ascii: "\n") { bytes.append(UInt8(ascii: "\n")) }
    for lines in incident.definitions where lines.upperBound <= file.lineCount + 1 {
      bytes.append(UInt8(ascii: "\n"))
      for line in lines { bytes += definition(inLine: line, from: lines) + [UInt8(ascii: "\n")] }
    }
    return SourceFile(path: file.path, bytes: bytes, firstLine: part.lowerBound)
  }

  /// A line of a definition; a link's definition loses the quote or list around it.
  private func definition(inLine line: Int, from lines: LineRange) -> ArraySlice<UInt8> {
    let isFootnote = file.bytes[file.contentOffsets(ofLine: lines.lowerBound)].starts(
      with: "[^".utf8)
    return file.bytes[isFootnote ? file.offsets(ofLine: line) : file.contentOffsets(ofLine: line)]
  }

  private typealias Edit = (range: Range<Int>, text: [UInt8])

  /// The edits that put each heading on its level, write its id where the page would give it a different
  /// one, and drop the closing rule; in the order of the file.
  private func edits(in part: LineRange, headings: [Section]) -> [Edit] {
    var slugger = Slugger()
    var taken: Set<String> = []
    var edits: [Edit] = []
    for heading in headings where part.contains(heading.line) {
      let source = HeadingSource(atLine: heading.line, in: file)
      let anchor = heading.anchor ?? ""
      var id = source?.id(madeInto: anchor, in: file) ?? slugger.slug(heading.heading)
      var count = 0
      let wanted = id
      while taken.contains(id) {
        count += 1
        id = "\(wanted)-\(count)"
      }
      taken.insert(anchor)
      if let source {
        edits += self.edits(of: source, level: heading.level, id: id == anchor ? "" : anchor)
      }
    }
    if let line = closingRule(of: part) { edits.append((file.offsets(ofLine: line), [])) }
    return edits
  }

  /// Puts a heading on its level, and adds `id` after it or in place of the written one.
  private func edits(of heading: HeadingSource, level: Int, id: String) -> [Edit] {
    var edits: [Edit] = []
    if let hashes = heading.hashes { edits.append((hashes, marks("#", level))) }
    if !id.isEmpty {
      let mark = Array("{#\(id)}".utf8)
      if let written = heading.writtenID {
        edits.append((written, mark))
      } else {
        edits.append((heading.rest, [0x20] + mark))
      }
    }
    if let underline = heading.underline {
      edits.append((underline, marks(level == 1 ? "=" : "-", underline.count)))
    }
    return edits
  }

  private func marks(_ mark: Unicode.Scalar, _ count: Int) -> [UInt8] {
    Array(repeating: UInt8(ascii: mark), count: count)
  }

  /// The start of a line, after a byte order mark.
  private func start(ofLine line: Int) -> Int {
    line == 1 && file.bytes.starts(with: [0xEF, 0xBB, 0xBF]) ? 3 : file.start(ofLine: line)
  }

  /// The last line of a part that is not blank, when it is a horizontal rule below a blank line.
  private func closingRule(of part: LineRange) -> Int? {
    func text(_ line: Int) -> [UInt8] {
      file.bytes[file.offsets(ofLine: line)].filter { !$0.isSpaceOrTab }
    }
    guard let last = part.last(where: { !text($0).isEmpty }), last > part.lowerBound,
      text(last - 1).isEmpty
    else { return nil }
    let marks = text(last)
    let isRule = marks.count > 2 && "-*_".utf8.contains(marks[0])
    return isRule && marks.allSatisfy { $0 == marks[0] } ? last : nil
  }
}
