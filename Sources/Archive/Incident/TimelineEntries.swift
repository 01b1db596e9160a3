internal import Incidents
internal import Templates

/// The entries of a timeline as the page shows them.
struct TimelineEntries {
  private let incident: Incident
  private let timeline: Timeline?

  /// - Parameter timeline: with its entries, which the library has let go.
  init(of incident: Incident, _ timeline: Timeline?) {
    self.incident = incident
    self.timeline = timeline
  }

  var isEmpty: Bool { timeline?.entries.isEmpty ?? true }

  func value(anchor: String, written: HTML) -> TemplateValue {
    guard let timeline, !timeline.entries.isEmpty else { return .nothing }
    return [
      "anchor": .text(anchor), "zone": .optional(timeline.zone), "entries": .list(entries(of: timeline)),
      "written": .html(written),
    ]
  }

  private func entries(of timeline: Timeline) -> [TemplateValue] {
    var ids: [String: Int] = [:]
    var last: Moment?
    return timeline.entries.map { entry in
      let base = "t-" + (entry.moment.map { Self.hyphenated($0.timeOfDay) } ?? "unknown")
      ids[base, default: 0] += 1
      let number = ids[base] ?? 1
      let gap = gap(from: last, to: entry.moment)
      if let moment = entry.moment { last = moment }
      return [
        "id": .text(number == 1 ? base : "\(base)-\(number)"),
        "at": .text(entry.moment?.timeOfDay ?? entry.written),
        "plus": .optional(plus(entry.moment)),
        "phase": .optional(phase(of: entry, in: timeline)),
        "text": .text(Self.flowing(entry.text)),
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

  private func phase(of entry: TimelineEntry, in timeline: Timeline) -> String? {
    let names = incident.milestones.known.filter { _, mark in
      mark.path == timeline.path && mark.line == entry.line && mark.moment.clock == entry.moment?.clock
    }.map(\.milestone.rawValue)
    return names.isEmpty ? nil : names.joined(separator: ", ")
  }

  /// In a P0 silence of more than ten minutes is a finding of its own.
  private func gap(from last: Moment?, to moment: Moment?) -> String? {
    guard incident.severity == .p0, let last, let minutes = moment?.minutes(since: last),
      minutes > 10
    else { return nil }
    return Wording.length(minutes)
  }

  /// Lines of the source joined to running text, but for those that begin a field such as "Impact: …".
  private static func flowing(_ text: String) -> String {
    guard text.utf8.contains(0x0A) else { return text }
    var flowing = ""
    for line in text.split(separator: "\n") {
      if !flowing.isEmpty { flowing += isField(line) ? "\n" : " " }
      flowing += line
    }
    return flowing
  }

  private static func isField(_ line: Substring) -> Bool {
    guard let colon = line.firstIndex(of: ":"), line.first?.isUppercase == true else { return false }
    return line.distance(from: line.startIndex, to: colon) <= 24
  }

  private static func hyphenated(_ time: String) -> String {
    time.split(separator: ":").joined(separator: "-")
  }
}
