internal import CommonMark
internal import Vocabulary

/// Headings, and the lines of paragraphs and items.
extension TimelineBlocks {
  mutating func readHeading(_ block: Block, level: Int) {
    let line = block.lines.lowerBound
    guard let reading = ClockReading(ofEntry: Array(block.text.utf8)[...]) else {
      // "## Resolved 2026-01-04 16:00"
      if let labelled = LabelledTime(block.text) ?? LabelledTime(bracketedIn: block.text),
        labelled.reading.date != nil || labelled.isBracketed
      {
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

  mutating func readLines(of block: Block, from offset: Int = 0) {
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
      let reading =
        ClockReading(ofEntry: piece)
        ?? (readsDots && Self.isDotted(piece) ? ClockReading(leading: piece, in: .cell) : nil)
      if reading?.isPattern == true {
        leaveOut(line)
      } else if let reading, !reading.hasClock, !isItem, isStatement(reading, line: line) {
        setDay(reading, line: line, depth: block.depth, headingLevel: nil)
      } else if let reading,
        isAccepted(reading, isItem: isItem, isFirst: isFirst, isTimed: isTimed)
      {
        isTimed = true
        if !reading.hasClock, reading.rest.isEmpty, isLine(reading) {
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
  private func isLine(_ reading: ClockReading) -> Bool {
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
}
