internal import Bytes
internal import Incidents
internal import Runbooks
internal import Templates
internal import Vocabulary

/// The entries of a timeline as the page shows them.
struct TimelineEntries {
  private let incident: Incident
  private let timeline: Timeline?
  /// Between two updates to the people who respond.
  private let window: ResponsePolicy.Statement
  /// Those that are in the document of the timeline.
  private let marks: [(milestone: Milestone, mark: MilestoneMark)]

  /// The timeline comes with its entries, which the library has let go.
  init(of incident: Incident, _ timeline: Timeline?, policy: ResponsePolicy) {
    self.incident = incident
    window = policy[.internalUpdate]
    self.timeline = timeline
    marks = incident.milestones.known.filter { $0.mark.path == timeline?.path }
  }

  /// - Parameters:
  ///   - anchor: The id of the heading.
  ///   - heading: The author's words for the timeline; empty when there are none.
  ///   - markup: What the entries hold besides plain text.
  ///   - written: The record as its author wrote it.
  /// - Returns: `.nothing` when there is neither.
  func value(
    anchor: String, heading: HTML, markup: EntryMarkup?, written: HTML
  ) -> TemplateValue {
    let heading: TemplateValue = heading.isEmpty ? "Timeline" : .html(heading)
    guard let timeline, timeline.isListed else {
      return written.isEmpty
        ? .nothing : ["anchor": .text(anchor), "heading": heading, "plain": .html(written)]
    }
    return [
      "anchor": .text(anchor), "heading": heading, "zone": .optional(timeline.zone),
      "hasEntries": true,
      "entries": .list(entries(of: timeline, markup)),
      "written": .html(written),
    ]
  }

  private func entries(of timeline: Timeline, _ markup: EntryMarkup?) -> [TemplateValue] {
    var ids: [String: Int] = [:]
    var last: Moment?
    return timeline.entries.enumerated().map { index, entry in
      let shown = markup?.shown[index]
      let base = "t-" + (entry.moment.map { Self.hyphenated($0.timeOfDay) } ?? "unknown")
      ids[base, default: 0] += 1
      let number = ids[base] ?? 1
      let gap = gap(from: last, to: entry.moment)
      if let moment = entry.moment { last = moment }
      return [
        "id": .text(number == 1 ? base : "\(base)-\(number)"),
        "at": .text(entry.moment?.timeOfDay ?? entry.written),
        "plus": .optional(plus(entry.moment)),
        "phase": .optional(phase(of: entry)),
        "text": shown?.text.map { .html($0) } ?? .text(Self.flowing(entry.text)),
        "more": shown.flatMap { $0.blocks.isEmpty ? nil : .html($0.blocks) } ?? .nothing,
        "gap": .optional(gap),
      ]
    }
  }

  /// Minutes since the start of impact: "+22", "−3".
  private func plus(_ moment: Moment?) -> String? {
    let start = incident.milestones[.started]?.moment ?? timeline?.entries.first?.moment
    guard let start, let minutes = moment?.minutes(since: start) else { return nil }
    return minutes < 0 ? "−\(-minutes)" : minutes == 0 ? "0" : "+\(minutes)"
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

  /// In an incident of the worst severity, a silence that is longer than the window for updates is worth
  /// showing.
  private func gap(from last: Moment?, to moment: Moment?) -> String? {
    guard incident.severity?.rank == 0, let last, let minutes = moment?.minutes(since: last),
      minutes > window.minutes
    else { return nil }
    return Wording.length(minutes)
      + (window.defaultNote.map { " (longer than \(Wording.length(window.minutes)), \($0))" } ?? "")
  }

  /// Lines of the source joined to running text, except those that begin a field such as "Impact:
  /// …".
  private static func flowing(_ text: String) -> String {
    guard text.utf8.contains(0x0A) else { return text }
    var flowing = ""
    for line in text.split(separator: "\n") {
      if !flowing.isEmpty { flowing += isField(line) ? "\n" : " " }
      flowing += line
    }
    return flowing
  }

  static func isField(_ line: Substring) -> Bool {
    guard let colon = line.firstIndex(of: ":"), line.first?.isUppercase == true else {
      return false
    }
    return line.distance(from: line.startIndex, to: colon) <= 24
  }

  private static func hyphenated(_ time: String) -> String {
    String(decoding: time.utf8.map { $0 == .colon ? .hyphen : $0 }, as: UTF8.self)
  }
}

extension Timeline {
  /// Whether a page lists the entries. Where most times stand without a text, the text is somewhere the reader
  /// does not look, and the record as written says more than a list of times.
  var isListed: Bool { entries.count { $0.text.isEmpty } * 2 < entries.count }
}
