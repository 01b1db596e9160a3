internal import Bytes
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
  let outline: Outline
  /// Lines of code are read only when nothing else is a timeline.
  private let readsCode: Bool
  /// Whether `15.03` at the start of a line is a time, because all lines that begin with a number agree.
  let readsDots: Bool

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
    readsDots = Self.areDotted(blocks)
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

  /// Whether at least two items or paragraphs begin with a dotted clock, and none with another number.
  private static func areDotted(_ blocks: ArraySlice<Block>) -> Bool {
    var count = 0
    for block in blocks {
      switch block.kind {
      case .item, .paragraph: break
      default: continue
      }
      let text = block.text.utf8.drop { !$0.isAlphanumeric && $0 < 0x80 }
      guard text.first?.isDigit == true else { continue }
      guard isDotted(Array(text.prefix(8))[...]) else { return false }
      count += 1
    }
    return count > 1
  }

  /// Whether a text begins with `9.05` or `15.03` and no third number, as versions have.
  static func isDotted(_ bytes: ArraySlice<UInt8>) -> Bool {
    var cursor = TextCursor(bytes)
    guard let hour = cursor.number(digits: 1...2), hour < 24, cursor.take("."),
      let minute = cursor.number(digits: 2...2), minute < 60
    else { return false }
    return cursor.next.map { !$0.isAlphanumeric && $0 != UInt8(ascii: ".") } ?? true
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
