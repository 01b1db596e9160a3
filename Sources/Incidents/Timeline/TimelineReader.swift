internal import CommonMark

/// Finds the timeline of a document: decides which parts of it are one, and reads their blocks.
enum TimelineReader {
  /// The timeline of a review, from the parts that its headings name or, if there are none, from the part
  /// where most lines begin with a time.
  ///
  /// - Parameters:
  ///   - document: The review.
  ///   - parts: The sections that contain it.
  ///   - asides: Sections such as "Key events" beside them.
  /// - Returns: `nil` when there is none.
  static func scan(
    of document: DocumentReading, parts: [Section], asides: [Section]
  ) -> TimelineScan? {
    let named = read(told(in: parts, of: document), of: document)
    if var named, named.count > named.pointCount {
      // "Key events" beside the timeline repeat its milestones.
      named.others = read(told(in: asides, of: document), of: document).map { [$0] } ?? []
      return named
    }
    guard let lines = TimedLines.fullest(of: document),
      var told = read(
        [Told(heading: nil, lines: lines, blocks: document.blocks(in: lines))], of: document)
    else { return named }
    // A list of milestones with times ranks below lines that tell the story.
    guard let named, told.count > told.pointCount else { return named ?? told }
    if told.pointCount > 0 { told.retellsPoints = true } else { told.others = [named] }
    return told.count - told.pointCount >= named.count ? told : named
  }

  /// The timeline of a file that is a timeline as a whole.
  static func scan(ofFile document: DocumentReading) -> TimelineScan? {
    read(
      [Told(heading: nil, lines: document.lines, blocks: document.blocks[...])], of: document)
  }

  /// Lines that tell what happened.
  private struct Told {
    /// The heading that names them, if it may also name a day or a zone.
    var heading: (text: String, line: Int)?
    var lines: LineRange
    var blocks: ArraySlice<Block>
  }

  private static func told(in parts: [Section], of document: DocumentReading) -> [Told] {
    var told: [Told] = []
    for part in parts where !(told.last?.lines.contains(part.line) ?? false) {
      told.append(
        Told(
          heading: (part.heading, part.line), lines: part.lines, blocks: document.blocks(of: part)))
    }
    return told
  }

  private static func read(_ told: [Told], of document: DocumentReading) -> TimelineScan? {
    guard let first = told.first else { return nil }
    func blocks(readingCode: Bool) -> [TimelineBlocks] {
      told.map {
        TimelineBlocks(
          $0.blocks, in: document.outline, heading: $0.heading, readsCode: readingCode)
      }
    }
    var parts = blocks(readingCode: false)
    for (index, part) in told.enumerated() {
      let messages = PastedChat.messages(in: part.blocks)
      if !messages.isEmpty, messages.count >= parts[index].entryCount {
        parts[index].replace(by: messages)
      }
    }
    if parts.allSatisfy({ $0.entryCount == 0 }) { parts = blocks(readingCode: true) }
    return TimelineScan(parts, lines: first.lines, of: document)
  }
}
