internal import CommonMark
internal import Content
internal import Diagnostics
internal import Files
internal import Incidents
internal import Learning
internal import Vocabulary

/// The timeline in a file: what it says, and where the next entry goes.
struct TimelineFile {
  let document: DocumentReading
  let incident: Incident
  let timeline: Timeline
  private let reader: IncidentReader
  /// The place of the incident among those of the file.
  private let number: Int
  /// Of all incidents of the file.
  private let others: [[Entry]]

  /// - Throws: ``RespondingError``.
  init(
    _ file: SourceFile, _ part: TimelineAddress.Part, of library: Library
  ) throws(RespondingError) {
    reader = library.incidentReader
    document = DocumentReading(parsing: file)
    let incidents = Self.incidents(in: document, reader)
    guard let number = Self.number(of: part, among: incidents) else {
      let wanted: String? = if case .named(let name) = part { name } else { nil }
      let known = incidents.compactMap {
        $0.id?.description ?? $0.titleHeading?.anchor ?? $0.sections.first?.anchor
      }
      throw .severalIncidents(path: file.path, known: known, wanted: wanted)
    }
    incident = incidents[number]
    self.number = number
    others = incidents.map { Self.entries(of: $0) }
    guard let timeline = incident.timeline else { throw .noTimeline(path: file.path) }
    self.timeline = timeline
  }

  /// The incidents of a document in the order of the file.
  private static func incidents(
    in document: DocumentReading, _ reader: IncidentReader
  ) -> [Incident] {
    guard DocumentName(document.path)?.role == .timeline else {
      return reader.readAll(document).map(\.incident)
    }
    let folder = document.path.split(separator: "/").dropLast().last.map(String.init)
    return [reader.read(review: nil, timeline: document, folder: folder).incident]
  }

  private static func number(
    of part: TimelineAddress.Part, among incidents: [Incident]
  ) -> Int? {
    switch part {
    case .only: incidents.count == 1 ? 0 : nil
    case .line(let line): incidents.firstIndex { $0.line == line }
    case .named(let name):
      incidents.firstIndex { $0.id?.description.lowercased() == name.lowercased() }
        ?? incidents.firstIndex { $0.sections.contains { $0.anchor == name } }
    }
  }

  /// What must stay as it is.
  private struct Entry: Hashable {
    let text: String
    let moment: Moment?
  }

  private static func entries(of incident: Incident) -> [Entry] {
    incident.timeline?.entries.map { Entry(text: $0.text, moment: $0.moment) } ?? []
  }

  /// The day of a time without one.
  var day: CalendarDay? { newest?.moment?.day ?? newest?.day ?? incident.day }

  private var newest: TimelineEntry? {
    timeline.isNewestFirst ? timeline.entries.first : timeline.entries.last
  }

  // MARK: - A new entry

  /// The bytes of the file with one more entry at its place in time, written as its neighbour is.
  ///
  /// - Returns: `nil` when the entry would not be read back, or another one would be read differently.
  func adding(_ text: String, at time: LocalTime) -> [UInt8]? {
    let entries = timeline.entries
    let isNewestFirst = timeline.isNewestFirst
    let place =
      isNewestFirst
      ? entries.firstIndex { $0.moment != nil && time.isAtOrAfter($0.moment) } ?? entries.count
      : (entries.lastIndex { $0.moment != nil && time.isAtOrAfter($0.moment) } ?? -1) + 1
    let neighbour =
      isNewestFirst && place < entries.count ? place : max(0, min(place, entries.count) - 1)
    let isBefore = isNewestFirst ? place < entries.count : place == 0
    let shown = time.offset == nil ? "\(time.time) UTC" : time.time
    let dated = "\(time.day) \(shown)"
    var stamps = [dated, shown]
    if entries.isEmpty {
      stamps = incident.day == time.day ? [shown, dated] : [dated]
    } else {
      let near = entries[neighbour]
      let isSameDay = near.moment?.hasDay == false || (near.moment?.day ?? near.day) == time.day
      if isSameDay, near.written.utf8.count <= 10 { stamps = [shown, dated] }
    }
    for stamp in stamps {
      for written in [text, Self.escaped(text)] {
        let forms =
          entries.isEmpty
          ? [inserting("- \(stamp) - \(written)", at: timeline.lines.upperBound, isApart: true)]
          : candidates(stamp, written, beside: entries[neighbour], isBefore: isBefore)
        for bytes in forms where isRight(bytes, text, at: time, place) { return bytes }
      }
    }
    return nil
  }

  /// The text with a backslash before what Markdown would take for a mark.
  private static func escaped(_ text: String) -> String {
    var result = ""
    for scalar in text.unicodeScalars {
      if "\\`*_[]<>&~".unicodeScalars.contains(scalar) { result += "\\" }
      result.unicodeScalars.append(scalar)
    }
    return result
  }

  /// The neighbour's form with its own marks, and a plain item.
  private func candidates(
    _ stamp: String, _ text: String, beside entry: TimelineEntry, isBefore: Bool
  ) -> [[UInt8]] {
    let written = document.file.text(ofLine: entry.line)
    let line = isBefore ? entry.line : end(of: entry)
    var forms: [String] = []
    if !entry.written.isEmpty, let place = written.firstRange(of: entry.written) {
      let front = written[..<place.lowerBound]
      let marks = written[place.upperBound...].prefix {
        " \t-–—:|)".contains($0) || "*_`".contains($0) && front.contains($0)
      }
      let isRow = front.contains("|")
      let body = isRow ? text.replacing("|", with: "\\|") : text
      let tail = isRow ? " |" : ""
      forms.append("\(front)\(stamp)\(marks.isEmpty ? " - " : String(marks))\(body)\(tail)")
    }
    forms.append("- \(stamp) - \(text)")
    return forms.map { inserting($0, at: line, isApart: false) }
  }

  /// The line after an entry with everything that belongs to it.
  private func end(of entry: TimelineEntry) -> Int {
    let blocks = document.blocks.filter { $0.lines.contains(entry.line) }
    if let item = blocks.last(where: { if case .item = $0.kind { true } else { false } }),
      item.lines.lowerBound == entry.line
    {
      return item.lines.upperBound
    }
    guard let block = blocks.last, block.kind == .paragraph else { return entry.line + 1 }
    // Lines below it up to the next entry are its text.
    let next = timeline.entries.map(\.line).filter { $0 > entry.line }.min()
    return min(next ?? block.lines.upperBound, block.lines.upperBound)
  }

  private func inserting(_ line: String, at number: Int, isApart: Bool) -> [UInt8] {
    let file = document.file
    let isWindows = file.bytes.contains(0x0D)
    let ending: [UInt8] = isWindows ? [0x0D, 0x0A] : [0x0A]
    let offset = number > file.lineCount ? file.bytes.count : file.start(ofLine: number)
    var new = Array(file.bytes[..<offset])
    if let last = new.last, last != 0x0A { new += ending }
    if isApart, new.suffix(2 * ending.count) != ArraySlice(ending + ending) { new += ending }
    new += Array(line.utf8) + ending
    return new + file.bytes[offset...]
  }

  /// Whether the new text has the old entries as they were, and at its place the new one with its time.
  private func isRight(
    _ bytes: [UInt8], _ text: String, at time: LocalTime, _ place: Int
  ) -> Bool {
    let file = SourceFile(path: document.path, bytes: bytes)
    let incidents = Self.incidents(in: DocumentReading(parsing: file), reader)
    var entries = incidents.map { Self.entries(of: $0) }
    guard entries.count == others.count, entries[number].count == others[number].count + 1 else {
      return false
    }
    let added = entries[number].remove(at: place)
    guard entries == others, added.text.trimmed == text, let moment = added.moment else {
      return false
    }
    return moment.hasDay
      ? moment.clock == time.clock - time.clock % 60 : moment.timeOfDay == time.time
  }
}
