internal import CommonMark
internal import Vocabulary

/// Goes through the blocks of a timeline and drafts its entries.
struct TimelineBlocks {
  var steps: [TimelineStep] = []
  private(set) var entryCount = 0
  var unread: [Int] = []
  /// Zones that a heading, a sentence or the title of a column states before the first entry.
  var zones: [(zone: ZoneName, line: Int)] = []

  /// A date alone on its line: the day of what follows, or an event of its own with its text below.
  struct PendingDay {
    let reading: ClockReading
    let line: Int
    let depth: Int
    let headingLevel: Int?
    var text: [String] = []
  }

  var pending: PendingDay?
  /// Whether text that follows belongs to the last entry.
  var isOpen = false
  /// Inside the "Timeline:" of a "RESOLVED" block: the position of the step that it belongs to.
  var recap: Int?
  var table: (header: [Cell], line: Int, rows: [Block])?
  private let outline: Outline
  /// Lines of code are read only when nothing else is a timeline.
  private let readsCode: Bool

  /// - Parameters:
  ///   - blocks: The blocks of a part.
  ///   - outline: The outline of the document.
  ///   - heading: The heading of the part, which may also name a day or a zone.
  ///   - readsCode: Whether lines of code are read too.
  init(
    _ blocks: ArraySlice<Block>, in outline: Outline, heading: (text: String, line: Int)?,
    readsCode: Bool = false
  ) {
    self.outline = outline
    self.readsCode = readsCode
    if let heading {
      readStatement(heading.text, line: heading.line)
      readDay(of: heading.text, line: heading.line)
    }
    for block in blocks {
      if table != nil, block.kind != .tableRow { endTable() }
      // What is struck through is not the record.
      if !block.isStruck { read(block.withoutStruck) }
    }
    endTable()
    endDay(before: nil)
  }

  private mutating func read(_ block: Block) {
    switch block.kind {
    case .heading(let level): readHeading(block, level: level)
    case .paragraph, .item: readLines(of: block)
    case .tableHeader: table = (block.cells, block.lines.lowerBound, [])
    case .tableRow: table?.rows.append(block)
    case .code:
      if readsCode { readLines(of: block, from: 1) } else { readRaw(block) }
    case .html: readRaw(block)
    case .thematicBreak, .quote: return
    }
  }

  /// Code and HTML between the events belong to the event above.
  private mutating func readRaw(_ block: Block) {
    if readStatement(block.text, line: block.lines.lowerBound) { return }
    if !isOpen, pending == nil { unread.append(block.lines.lowerBound) }
  }

  // MARK: Lines

  private mutating func readHeading(_ block: Block, level: Int) {
    let line = block.lines.lowerBound
    guard let reading = ClockReading(ofEntry: Array(block.text.utf8)[...]) else {
      // "## Resolved 2026-01-04 16:00"
      if let labelled = LabelledTime(block.text), labelled.reading.date != nil {
        var draft = TimelineDraft(labelled.reading, line: line, depth: 0, isHeading: true)
        draft.text = labelled.label
        append(draft, headingLevel: level)
        return
      }
      if isWithinEvent(block) { return readLines(of: block) }
      readStatement(block.text, line: line)
      endDay(before: nil)
      isOpen = false
      recap = nil
      return
    }
    recap = nil
    if reading.isPattern { return leaveOut(line) }
    if !reading.hasClock, reading.rest.isEmpty || isStatement(reading, line: line) {
      setDay(reading, line: line, depth: 0, headingLevel: level)
    } else {
      append(TimelineDraft(reading, line: line, depth: 0, isHeading: true), headingLevel: level)
    }
  }

  /// Whether a heading is text of the current event, such as one in a quote below it.
  private func isWithinEvent(_ heading: Block) -> Bool {
    guard outline.section(atLine: heading.lines.lowerBound)?.isHeld == true else { return false }
    if let pending { return heading.depth > pending.depth }
    guard isOpen, case .entry(let last)? = steps.last else { return false }
    return heading.depth > last.depth
  }

  private mutating func readLines(of block: Block, from offset: Int = 0) {
    var line = block.lines.lowerBound + offset
    let isItem: Bool
    if case .item = block.kind { isItem = true } else { isItem = false }
    var isFirst = true
    var isTimed = false
    let bytes = Array(block.text.utf8)
    if !isItem, readSigned(bytes, line: line, depth: block.depth) { return }
    var rest = bytes[...]
    while isFirst || !rest.isEmpty {
      let piece = rest.prefix { $0 != 0x0A }
      rest = rest.dropFirst(piece.count + 1)
      let reading = ClockReading(ofEntry: piece)
      if reading?.isPattern == true {
        leaveOut(line)
      } else if let reading, !reading.hasClock, !isItem, isStatement(reading, line: line) {
        setDay(reading, line: line, depth: block.depth, headingLevel: nil)
      } else if let reading,
        isAccepted(reading, isItem: isItem, isFirst: isFirst, isTimed: isTimed)
      {
        isTimed = true
        if !reading.hasClock, reading.rest.isEmpty, isLine(reading, isItem: isItem) {
          setDay(reading, line: line, depth: block.depth, headingLevel: nil)
        } else {
          var draft = TimelineDraft(reading, line: line, depth: block.depth)
          if isRetold(reading), isItem || !isFirst { draft.isRecap = true } else { recap = nil }
          append(draft, headingLevel: nil)
        }
      } else {
        let text = String(decoding: piece, as: UTF8.self)
        readOther(text, line: line, of: block, isItem: isItem, isFirst: isFirst)
      }
      isFirst = false
      line += 1
    }
  }

  /// A paragraph whose date and time are below it, as status pages write them.
  private mutating func readSigned(_ bytes: [UInt8], line: Int, depth: Int) -> Bool {
    guard let end = bytes.lastIndex(of: 0x0A), ClockReading(leading: bytes[..<end]) == nil,
      let reading = ClockReading(leading: bytes[(end + 1)...]), reading.hasClock,
      reading.date != nil, reading.rest.isEmpty
    else { return false }
    var draft = TimelineDraft(reading, line: line, depth: depth)
    draft.text = String(decoding: bytes[..<end], as: UTF8.self)
    append(draft, headingLevel: nil)
    isOpen = false
    return true
  }

  /// Whether a time at the start of a line is the time of an event, and not part of a sentence.
  private func isAccepted(
    _ reading: ClockReading, isItem: Bool, isFirst: Bool, isTimed: Bool
  ) -> Bool {
    if isFirst { return reading.hasClock || isItem || reading.separator != .weak }
    if reading.separator == .strong { return true }
    // A line of an item continues it; lines of a paragraph that all begin with times do not.
    return !isItem && isTimed && !reading.isWithinSentence
      && (reading.hasClock || reading.separator == .end)
  }

  /// Whether the text after a date only states the zone: "2026-01-04 (all times EST)".
  private mutating func isStatement(_ reading: ClockReading, line: Int) -> Bool {
    guard reading.date?.year != nil, reading.rest.utf8.first == UInt8(ascii: "("),
      reading.rest.utf8.last == UInt8(ascii: ")"), reading.rest.utf8.count <= 40,
      let zone = ZoneName.first(in: reading.rest)
    else { return false }
    if entryCount == 0 { zones.append((zone, line)) }
    return true
  }

  /// A date alone in an item may have its text in the items below it; anywhere else it separates days.
  private func isLine(_ reading: ClockReading, isItem: Bool) -> Bool {
    reading.date != nil && !reading.isUnknown && reading.end == nil
  }

  private mutating func readOther(
    _ text: String, line: Int, of block: Block, isItem: Bool, isFirst: Bool
  ) {
    if text.isEmpty || readRecap(text) { return }
    if let labelled = isFirst ? LabelledTime(text) : nil, isItem || labelled.isParted {
      var draft = TimelineDraft(labelled.reading, line: line, depth: block.depth)
      draft.text = labelled.label
      draft.isLabelled = !labelled.label.hasSuffix("RESOLVED")
      draft.isRecap = recap != nil
      draft.daysLater = labelled.daysLater
      append(draft, headingLevel: nil)
      // What comes after a plan for the next day is not a part of it.
      if labelled.daysLater > 0 { isOpen = false }
      return
    }
    if pending != nil {
      pending?.text.append(text)
      return
    }
    guard case .entry(var last)? = steps.last, isOpen else {
      if !readStatement(text, line: line) { unread.append(line) }
      return
    }
    let belongs = !isItem || !isFirst || block.depth > last.depth || last.isHeading
    guard belongs else {
      unread.append(line)
      return
    }
    last.append(text)
    steps[steps.count - 1] = .entry(last)
  }

  /// Leaves out a line that a template brought along, and what continues it.
  mutating func leaveOut(_ line: Int) {
    endDay(before: nil)
    unread.append(line)
    isOpen = false
  }

  mutating func append(_ draft: TimelineDraft, headingLevel: Int?) {
    endDay(before: (draft, headingLevel))
    add(draft)
  }

  /// Adds an event whose day is settled.
  mutating func add(_ draft: TimelineDraft) {
    steps.append(.entry(draft))
    entryCount += 1
    isOpen = true
  }

  /// Takes other events in place of those that were read; days and zones stay.
  mutating func replace(by drafts: [TimelineDraft]) {
    let days = steps.filter { if case .day = $0 { true } else { false } }
    steps = days + drafts.map { .entry($0) }
    entryCount = drafts.count
    unread = []
  }

  mutating func add(_ day: DateReading, line: Int) { steps.append(.day(day, line: line)) }

  /// Adds text to the current event, if there is one that can continue.
  ///
  /// - Returns: Whether there is one.
  mutating func addToLast(_ text: String) -> Bool {
    guard isOpen, case .entry(var last)? = steps.last else { return false }
    last.append(text)
    steps[steps.count - 1] = .entry(last)
    return true
  }

  /// - Returns: Whether the text names the zone of what follows.
  @discardableResult
  mutating func readStatement(_ text: String, line: Int) -> Bool {
    guard entryCount == 0, text.utf8.count < 400, let zone = ZoneName.first(in: text) else {
      return false
    }
    zones.append((zone, line))
    return true
  }
}
