internal import Bytes
internal import Vocabulary

/// Finds the milestones in the wording of timeline entries.
enum MilestoneReader {
  /// Milestones that the front matter states take precedence over those that the wording suggests; among
  /// entries, the first one counts.
  static func milestones(
    in timeline: Timeline?, stated: [Milestone: MilestoneMark]
  ) -> Milestones {
    var milestones = Milestones()
    var end: MilestoneMark?
    for entry in chronological(timeline) where !entry.isDecision {
      guard let moment = entry.moment, let path = timeline?.path else { continue }
      if entry.isLabelled, let milestone = MilestoneVocabulary.label(entry.text) {
        if milestones[milestone] == nil {
          milestones[milestone] = MilestoneMark(
            moment: moment, path: path, line: entry.line, basis: .worded)
        }
        continue
      }
      if milestones[.started] == nil, let start = Onset.moment(in: entry.text, told: moment) {
        milestones[.started] = MilestoneMark(
          moment: start, path: path, line: entry.line, basis: .worded)
      }
      let words = Words(entry.text)
      let found = MilestoneVocabulary.phrases.meanings(in: words)
      if end == nil, found.contains(nil) {
        end = MilestoneMark(moment: moment, path: path, line: entry.line, basis: .worded)
      }
      var meanings = found.compactMap(\.self)
      // A cause that is found was noticed long before.
      if meanings.contains(.detected),
        ["cause detected", "cause was detected", "cause is detected"].contains(
          where: words.contains)
      {
        meanings.removeAll { $0 == .detected }
      }
      // Only an alert is acknowledged in this sense, or the incident itself.
      if meanings.contains(.acknowledged), Self.acknowledgesOther(words) {
        meanings.removeAll { $0 == .acknowledged }
      }
      // The reason given when a channel is closed repeats what happened before.
      if meanings.first == .closed { meanings = [.closed] }
      // So does a block that begins with "RESOLVED".
      if meanings.contains(.resolved), Self.isRecap(entry.text) { meanings = [.resolved] }
      for milestone in meanings where milestones[milestone] == nil {
        milestones[milestone] = MilestoneMark(
          moment: moment, path: path, line: entry.line, basis: .worded)
      }
    }
    if let end {
      if milestones[.resolved] == nil {
        milestones[.resolved] = end
      } else if milestones[.mitigated] == nil, let resolved = milestones[.resolved],
        resolved.moment.seconds(since: end.moment).map({ $0 > 0 }) == true
      {
        milestones[.mitigated] = end
      }
    }
    for (milestone, mark) in stated { milestones[milestone] = mark }
    return milestones
  }
}

extension MilestoneReader {
  /// "The vendor acknowledges the jailed nodes": what follows the article is neither an alert nor the
  /// incident.
  fileprivate static func acknowledgesOther(_ words: Words) -> Bool {
    let leads = ["acknowledges the", "acknowledged the", "acknowledging the"]
    guard leads.contains(where: words.contains) else { return false }
    return !leads.contains { lead in
      acknowledgeable.contains { words.contains("\(lead) \($0)") }
    }
  }

  private static let acknowledgeable = [
    "alert", "alerts", "page", "pages", "incident", "alarm", "alarms", "issue", "problem", "outage",
    "ticket", "report", "notification", "failure", "pagerduty", "pager", "on",
  ]

  /// "✅ RESOLVED" with lines below it.
  fileprivate static func isRecap(_ text: String) -> Bool {
    guard text.utf8.contains(0x0A) else { return false }
    return text.utf8.drop { !$0.isLetter }.starts(with: "RESOLVED".utf8)
  }

  /// The milestones that the author names ("Detected: 10:05") come first, then the entries as they
  /// happened, and finally those that a recap repeats.
  fileprivate static func chronological(_ timeline: Timeline?) -> [TimelineEntry] {
    guard let timeline else { return [] }
    let entries = timeline.isNewestFirst ? timeline.entries.reversed() : timeline.entries
    if timeline.recap.isEmpty { return entries }
    return timeline.recap.filter(\.isLabelled) + entries + timeline.recap.filter { !$0.isLabelled }
  }
}

/// When an incident started, according to an entry that was written later: "error rate spiked to 25%
/// starting 09:58".
enum Onset {
  private static let leads = ["starting ", "starting at ", "since ", "beginning ", "beginning at "]
    .map { Array($0.utf8) }

  /// `told` is the moment of the entry.
  static func moment(in text: String, told: Moment) -> Moment? {
    guard text.utf8.contains(UInt8(ascii: ":")) else { return nil }
    let bytes = text.utf8.map { $0.lowercased }
    for index in bytes.indices where index == 0 || bytes[index - 1] == 0x20 {
      for lead in leads where bytes[index...].starts(with: lead) {
        let rest = String(decoding: bytes[(index + lead.count)...].prefix(5), as: UTF8.self)
        guard let clock = ClockReading(leading: rest), clock.day == nil, let second = clock.second
        else { continue }
        let onset = told.clock - told.clock % 86_400 + second
        // An onset cannot be later than the entry that mentions it: if it seems to be, it was the evening
        // before.
        return Moment(
          written: clock.written, clock: onset > told.clock ? onset - 86_400 : onset,
          hasDay: told.hasDay,
          offset: told.offset, isApproximate: told.isApproximate)
      }
    }
    return nil
  }
}
