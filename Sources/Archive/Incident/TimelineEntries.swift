internal import Bytes
internal import Incidents
internal import Learning
internal import Runbooks
internal import Templates
internal import Vocabulary

/// The entries of a timeline as the page shows them.
struct TimelineEntries {
  private let library: Library
  private let incident: Incident
  private let timeline: Timeline?
  let windows: ResponseWindows
  /// Those that are in the document of the timeline.
  private let marks: [(milestone: Milestone, mark: MilestoneMark)]
  /// Addresses of the pages of decision trees, by the lines of the entries that record a way through them.
  private let trees: [Int: String]

  /// The timeline comes with its entries, which the library has let go.
  init(
    of incident: Incident, _ timeline: Timeline?, in library: Library, trees: [Int: String]
  ) {
    self.library = library
    self.incident = incident
    self.timeline = timeline
    self.trees = trees
    windows = ResponseWindows(of: incident, timeline, in: library)
    marks = incident.milestones.known.filter { $0.mark.path == timeline?.path }
  }

  /// - Parameters:
  ///   - anchor: The id of the heading.
  ///   - heading: The author's words for the timeline; empty when there are none.
  ///   - markup: What the entries hold besides plain text, and what is beside them.
  ///   - written: The record as its author wrote it; empty when the page shows that elsewhere. It is shown only when
  ///     the list has not all of its words.
  /// - Returns: `.nothing` when there is neither.
  func value(
    anchor: String, heading: HTML, markup: EntryMarkup?, written: HTML
  ) -> TemplateValue {
    let heading: TemplateValue = heading.isEmpty ? "Timeline" : .html(heading)
    guard let timeline, timeline.isListed else {
      return written.isEmpty
        ? .nothing : ["anchor": .text(anchor), "heading": heading, "plain": .html(written)]
    }
    var markup = markup ?? EntryMarkup(withoutMarkup: timeline)
    let isWhole = !written.isEmpty && WordCount(of: timeline, markup).holdsAll(of: written)
    if !isWhole { markup.leaveTheRest() }
    return [
      "anchor": .text(anchor), "heading": heading, "lede": .optional(lede(of: timeline, markup)),
      "hasEntries": true,
      "entries": .list(items(of: timeline, markup)),
      "told": ToldRows.value(
        of: incident, in: library,
        ids: Dictionary(zip(timeline.entries.map(\.line), Self.ids(of: timeline))) { first, _ in
          first
        }),
      "written": isWhole ? .nothing : .html(written),
    ]
  }

  /// What the columns of times are. The zone is left out where the record itself begins with it.
  private func lede(of timeline: Timeline, _ markup: EntryMarkup) -> String? {
    var sentences: [String] = []
    let opening = markup.notes.prefix { $0.place == 0 }
    if let zone = timeline.zone {
      let name = HTML(text: zone).bytes
      let isSaid = opening.contains {
        $0.html.bytes.offset(of: name, in: 0..<$0.html.bytes.count) != nil
      }
      if !isSaid { sentences.append("Times in \(zone).") }
    }
    if timeline.entries.contains(where: { plus($0.moment) != nil }) {
      let start =
        incident.milestones[.started] == nil ? "the first entry" : "the start of the impact"
      sentences.append("The second column counts from \(start).")
    }
    if let sentence = windows.sentence { sentences.append(sentence) }
    return sentences.isEmpty ? nil : sentences.joined(separator: " ")
  }

  // MARK: The items of the list

  private func items(of timeline: Timeline, _ markup: EntryMarkup) -> [TemplateValue] {
    var items: [TemplateValue] = []
    var notes = markup.notes[...]
    var day: CalendarDay?
    let hasDays = timeline.hasSeveralDays
    let silences = windows.shown(isNewestFirst: timeline.isNewestFirst)
    let parted = Set(markup.notes.map(\.place))
    let doubts = EntryDoubts(of: timeline) { parted.contains($0) }
    let ids = Self.ids(of: timeline)
    for (index, entry) in timeline.entries.enumerated() {
      let turned = hasDays && entry.knownDay != day ? entry.knownDay : nil
      let before = notes.prefix { $0.place <= index }
      notes = notes.dropFirst(before.count)
      let stated = turned == nil ? nil : before.lastIndex { $0.isDay }
      addNotes(before.prefix(upTo: stated ?? before.endIndex), to: &items)
      if let turned {
        items.append(Self.heading(of: turned, stated.map { before[$0] }))
        day = turned
      }
      if let stated { addNotes(before[(stated + 1)...], to: &items) }
      if let silence = silences[entry.line] { items.append(["silence": .text(silence)]) }
      items.append(["entry": value(of: entry, ids[index], markup.shown[index], doubts[index])])
    }
    addNotes(notes, to: &items)
    return items
  }

  private func addNotes(_ notes: ArraySlice<EntryMarkup.Note>, to items: inout [TemplateValue]) {
    guard !notes.isEmpty else { return }
    var html = HTML.empty
    for note in notes {
      let isBare = note.isDay || note.anchor != nil
      if isBare {
        html.append(HTML(trusted: "<p"))
        if let anchor = note.anchor {
          html.append(HTML(trusted: " id=\""))
          html.append(HTML(text: anchor))
          html.append(HTML(trusted: "\""))
        }
        html.append(HTML(trusted: ">"))
      }
      html.append(note.html)
      if isBare { html.append(HTML(trusted: "</p>")) }
    }
    items.append(["besides": .html(html)])
  }

  /// The day of the entries that follow, with the author's words for it if there are any others.
  private static func heading(of day: CalendarDay, _ stated: EntryMarkup.Note?) -> TemplateValue {
    let words = stated.flatMap { $0.html == HTML(text: day.description) ? nil : $0.html }
    return [
      "onDay": [
        "date": .text(day.description), "headingId": .optional(stated?.anchor),
        "words": words.map { .html($0) } ?? .nothing,
      ]
    ]
  }

  private func value(
    of entry: TimelineEntry, _ id: String, _ shown: EntryMarkup.Shown, _ doubt: String?
  ) -> TemplateValue {
    [
      "id": .text(id), "headingId": .optional(shown.anchor),
      "at": .html(Self.time(of: entry)),
      "rest": .optional(rest(of: entry)),
      "plus": .optional(plus(entry.moment).map(Wording.offset)),
      "phase": .optional(phase(of: entry)),
      "tree": .optional(trees[entry.line]),
      "text": shown.text.map { .html($0) } ?? .text(Self.flowing(entry.text)),
      "more": shown.blocks.isEmpty ? .nothing : .html(shown.blocks),
      "late": .optional(windows.late[entry.line]),
      "doubt": .optional(doubt),
    ]
  }

  /// The end of a range, and the zone where it is not the one of the whole record.
  private func rest(of entry: TimelineEntry) -> String? {
    let common = timeline?.zone == nil ? nil : timeline?.entries.lazy.compactMap(\.moment).first
    let zone = entry.moment?.offset == common?.offset ? nil : entry.moment?.zoneWords
    let end = entry.until.map { "to \($0.timeOfDay)" }
    let words = [end, zone].compactMap(\.self)
    return words.isEmpty ? nil : words.joined(separator: " ")
  }

  /// Minutes since the start of the impact, or else since the first entry.
  private func plus(_ moment: Moment?) -> Int? {
    guard let start = incident.milestones[.started]?.moment ?? timeline?.firstMoment else {
      return nil
    }
    return moment?.minutes(since: start)
  }

  /// The milestones that the wording of an entry names.
  private func phase(of entry: TimelineEntry) -> String? {
    guard let clock = entry.moment?.clock else { return nil }
    var names = ""
    for (milestone, mark) in marks where mark.line == entry.line && mark.moment.clock == clock {
      names += names.isEmpty ? milestone.rawValue : ", " + milestone.rawValue
    }
    return names.isEmpty ? nil : names
  }
}
