internal import Bytes
internal import CommonMark
internal import Diagnostics
internal import Incidents
internal import Templates

/// What the entries of a timeline hold besides plain text: links, code, lists, images, in the order of the
/// entries; and what the record holds besides entries.
struct EntryMarkup {
  /// How a page shows an entry.
  struct Shown {
    /// Its running text; `nil` when it cannot be taken from the document, and plain text must do.
    var text: HTML?
    /// The blocks below it.
    var blocks = HTML.empty
    /// The id of the heading that it is.
    var anchor: String?
  }

  /// A part of the record that belongs to no entry.
  struct Note {
    /// The place of the entry that follows it; the number of entries for one at the end.
    let place: Int
    /// Whether it only states the day of what follows. Its text has no paragraph around it then.
    let isDay: Bool
    /// The id of the heading that states the day.
    var anchor: String?
    var html: HTML
  }

  private(set) var shown: [Shown]
  /// In the order of the document.
  private(set) var notes: [Note] = []

  /// - Parameters:
  ///   - timeline: With its entries, in the order of the document or against it.
  ///   - document: What holds it; parts of its text are gone afterwards.
  ///   - lines: Those whose text the list of entries is to hold; `nil` when a page shows it elsewhere too.
  ///   - headingShift: How many levels down the headings among them go.
  ///   - title: The line of a heading among them that is left out.
  init(
    of timeline: Timeline, in document: inout MarkdownDocument, lines: LineRange? = nil,
    headingShift: Int = 0, omitting title: Int? = nil
  ) {
    shown = Array(repeating: Shown(), count: timeline.entries.count)
    let places = EntryPlaces(of: timeline, in: document.blocks)
    let slices = places.slices
    let loose = lines.map {
      LooseParts(beside: places, of: timeline, in: document.blocks, within: $0)
    }
    let parts = loose?.parts.filter { $0.line != title } ?? []
    let html = document.html(of: slices.map(\.slice) + parts.flatMap(\.slices))
    let blocks = document.html(
      ofEach: slices.map(\.below) + parts.map(\.blocks), headingShift: headingShift)
    var next = 0
    while next < slices.count {
      let entry = slices[next].entry
      var end = next + 1
      while end < slices.count, slices[end].entry == entry { end += 1 }
      // A row with several texts shows them as plain text does.
      let texts = (next..<end).compactMap { index in
        html[index].map { shown in
          let text = Self.flowing(shown.lines, slices[index].lines)
          return slices[index].source.map { Self.told(text, by: $0) } ?? text
        }
      }
      if texts.count == end - next {
        let text = texts.count == 1 ? texts[0] : Array(texts.joined(separator: Self.separator))
        shown[entry].text = HTML(
          trusted: slices[next].anchor == nil ? text : Self.withoutTags(text))
        shown[entry].blocks = HTML(trusted: (html[next]?.blocks ?? []) + blocks[next])
        shown[entry].anchor = slices[next].anchor
      }
      next = end
    }
    notes = Self.notes(of: parts, html[slices.count...], blocks[slices.count...], among: timeline)
  }

  private static func notes(
    of parts: [LooseParts.Part], _ slices: ArraySlice<SliceHTML?>, _ blocks: ArraySlice<[UInt8]>,
    among timeline: Timeline
  ) -> [Note] {
    var slices = slices
    var place = 0
    return zip(parts, blocks).compactMap { part, below in
      let own = slices.prefix(part.slices.count).compactMap { $0 }
      slices = slices.dropFirst(part.slices.count)
      let texts = own.map { Array($0.lines.joined(separator: [.space])) }
      var text = Array(texts.joined(separator: separator))
      if part.anchor != nil {
        text = withoutTags(text)
      } else if !part.isDay, !text.isEmpty {
        text = Array("<p>".utf8) + text + Array("</p>".utf8)
      }
      text += own.flatMap(\.blocks) + below
      while place < timeline.entries.count, timeline.entries[place].line < part.line { place += 1 }
      return text.isEmpty
        ? nil
        : Note(place: place, isDay: part.isDay, anchor: part.anchor, html: HTML(trusted: text))
    }
  }

  /// The text of a heading without its own tags.
  private static func withoutTags(_ heading: [UInt8]) -> [UInt8] {
    guard heading.starts(with: "<h".utf8),
      let start = heading.firstIndex(of: UInt8(ascii: ">")),
      let end = heading.lastIndex(of: UInt8(ascii: "<")), start < end
    else { return heading }
    return Array(heading[(start + 1)..<end])
  }

  /// Where an entry comes from, with the title of the column that says so.
  private static func told(_ text: [UInt8], by title: String) -> [UInt8] {
    Array("<span class=\"soft\">".utf8) + HTML(text: "\(title): ").bytes + text
      + Array("</span>".utf8)
  }

  private static let separator = Array(" · ".utf8)

  /// Lines of the source joined to running text, like those of plain text.
  private static func flowing(_ lines: [[UInt8]], _ texts: [Substring]) -> [UInt8] {
    var flowing: [UInt8] = []
    for (number, line) in lines.enumerated() {
      if !flowing.isEmpty {
        let isField = number < texts.count && TimelineEntries.isField(texts[number])
        flowing.append(isField ? .newline : .space)
      }
      flowing += line
    }
    return flowing
  }

  /// Plain texts only.
  init(withoutMarkup timeline: Timeline) {
    shown = Array(repeating: Shown(), count: timeline.entries.count)
  }

  /// Takes away what is beside the entries, and all ids, for a page that shows the record as written too: it must not
  /// have an id twice.
  mutating func leaveTheRest() {
    for index in shown.indices {
      shown[index].text = shown[index].text.map { Self.withoutIDs($0) }
      shown[index].blocks = Self.withoutIDs(shown[index].blocks)
      shown[index].anchor = nil
    }
    notes = []
  }

  /// Quotation marks in text are escaped, so an id is found in tags only.
  private static func withoutIDs(_ markup: HTML) -> HTML {
    let html = markup.bytes
    var output: [UInt8] = []
    var next = 0
    while let found = html.offset(of: idMark, in: next..<html.count) {
      output += html[next..<found]
      let value = found + idMark.count
      let close = html[value...].firstIndex(of: UInt8(ascii: "\"")) ?? html.count - 1
      next = close + 1
    }
    return next == 0 ? markup : HTML(trusted: output + html[next...])
  }

  private static let idMark = Array(" id=\"".utf8)
}
