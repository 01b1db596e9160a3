internal import Incidents
internal import Learning
internal import Publishing
internal import Templates
internal import Vocabulary

/// The course of an incident as one bar: undetected, being worked on, and mitigated.
struct PhaseBar {
  private struct Phase {
    let key: String
    let name: String
    let start: Int
    let end: Int
  }

  private struct Mark {
    let milestone: Milestone
    let time: String
    let second: Int
  }

  private let phases: [Phase]
  private let marks: [Mark]
  private let title: String
  /// Stretches without an entry, in seconds like the phases.
  private let silences: [(minutes: Int, seconds: Range<Int>)]

  private static let width = 720.0
  private static let top = 22.0
  private static let height = 18.0

  /// - Returns: `nil` when there are no two milestones to draw between.
  init?(of incident: Incident, silences: [ResponseRecord.Gap] = []) {
    let milestones = incident.milestones
    guard let first = milestones.known.first?.mark.moment else { return nil }
    let shown: [Milestone] = [.started, .detected, .mitigated, .resolved]
    let marks = shown.compactMap { milestone -> Mark? in
      guard let moment = milestones[milestone]?.moment, let second = moment.seconds(since: first),
        second >= 0
      else { return nil }
      return Mark(milestone: milestone, time: moment.timeOfDay, second: second)
    }
    let phases = Self.phases(between: marks)
    guard let last = phases.last, last.end > 0 else { return nil }
    self.phases = phases
    self.marks = marks
    self.silences = silences.compactMap { gap in
      guard let start = gap.before.entry.moment?.seconds(since: first),
        let end = gap.after.entry.moment?.seconds(since: first), start < end, end <= last.end,
        start >= phases[0].start
      else { return nil }
      return (gap.minutes, start..<end)
    }
    title = "From \(marks.first?.time ?? "") to \(marks.last?.time ?? "")"
  }

  private static func phases(between marks: [Mark]) -> [Phase] {
    func second(_ milestone: Milestone) -> Int? {
      marks.first { $0.milestone == milestone }?.second
    }
    let started = second(.started)
    let detected = second(.detected)
    let mitigated = second(.mitigated)
    let resolved = second(.resolved)
    let all: [(String, String, Int?, Int?)] = [
      ("unseen", "Undetected", started, detected),
      ("fight", "Response", detected ?? started, mitigated ?? resolved),
      ("after", "Mitigated, not yet resolved", mitigated, resolved),
    ]
    return all.compactMap { key, name, start, end in
      guard let start, let end, end > start else { return nil }
      return Phase(key: key, name: name, start: start, end: end)
    }
  }

  /// For the partial `phases`.
  var value: TemplateValue {
    [
      "svg": .html(drawing.html),
      "legend": .list(
        phases.map { phase in
          [
            "key": .text(phase.key), "name": .text(phase.name),
            "value": .text(Wording.length((phase.end - phase.start) / 60)),
          ]
        }
          + (silences.isEmpty
            ? []
            : [["key": "silence", "name": "Without an entry", "value": .text(silenceWords)]])),
    ]
  }

  private var description: String {
    let words =
      phases.map { "\($0.name): \(Wording.length(($0.end - $0.start) / 60))" }
      + (silences.isEmpty ? [] : ["Without an entry: \(silenceWords)"])
    return words.joined(separator: "; ") + "."
  }

  private var silenceWords: String {
    Wording.list(silences.prefix(3).map { Wording.length($0.minutes) })
      + (silences.count > 3 ? " and more" : "")
  }

  private var drawing: SVG {
    let start = phases.first?.start ?? 0
    let length = Double(max(1, (phases.last?.end ?? 1) - start))
    func x(_ second: Int) -> Double { Double(second - start) / length * Self.width }
    var svg = SVG(
      id: "phases", width: Self.width, height: 64, title: title, description: description)
    for phase in phases {
      svg.rect(
        x: x(phase.start), y: Self.top, width: max(2, x(phase.end) - x(phase.start)),
        height: Self.height, [.class("phase-\(phase.key)")],
        title: "\(phase.name): \(Wording.length((phase.end - phase.start) / 60))")
    }
    for silence in silences {
      svg.rect(
        x: x(silence.seconds.lowerBound), y: Self.top + Self.height - 5,
        width: max(2, x(silence.seconds.upperBound) - x(silence.seconds.lowerBound)), height: 5,
        [.class("silence")], title: "No entry for \(Wording.length(silence.minutes))")
    }
    drawLabels(&svg, x)
    return svg
  }

  /// Labels alternate above and below the bar, and one that would touch its neighbour is left out:
  /// the facts above the drawing have all of them.
  private func drawLabels(_ svg: inout SVG, _ x: (Int) -> Double) {
    var ends = [-1000.0, -1000.0]
    for (index, mark) in marks.enumerated() {
      let place = x(mark.second)
      guard place >= 0, place <= Self.width else { continue }
      let text = "\(mark.time) \(mark.milestone.rawValue)"
      let size = Double(text.utf8.count) * 6.4
      let anchor: SVG.TextAnchor =
        place < size / 2 ? .start : place > Self.width - size / 2 ? .end : .middle
      let left = anchor == .start ? place : anchor == .end ? place - size : place - size / 2
      let preferred = index % 2
      guard let row = [preferred, 1 - preferred].first(where: { ends[$0] + 8 < left }) else {
        continue
      }
      ends[row] = left + size
      let y = row == 0 ? 14.0 : Self.top + Self.height + 18
      svg.line(
        x1: place, y1: row == 0 ? Self.top - 4 : Self.top + Self.height, x2: place,
        y2: row == 0 ? Self.top : Self.top + Self.height + 4, [.class("tick")])
      svg.text(text, x: place, y: y, [.anchor(anchor)])
    }
  }
}
