internal import Incidents
internal import Vocabulary

/// What is doubtful about the times of a timeline, by the places of its entries.
struct EntryDoubts {
  private var words: [Int: [String]] = [:]

  /// - Parameters:
  ///   - timeline: With its entries.
  ///   - isParted: Whether something that is no entry, such as the name of a day, comes before an entry.
  init(of timeline: Timeline, isParted: (_ entry: Int) -> Bool) {
    for step in timeline.backwardSteps where !isParted(step.entry) {
      add("earlier than the entry above", to: step.entry)
    }
    for (place, entry) in timeline.entries.enumerated() {
      switch entry.precision {
      case .approximate: add("about this time", to: place)
      case .impossible: add("no clock or calendar shows this time", to: place)
      case .exact, .day, .unknown: break
      }
    }
    let places = Dictionary(
      timeline.entries.enumerated().map { ($0.element.line, $0.offset) }
    ) { first, _ in first }
    for remark in timeline.remarks {
      if let place = places[remark.line], let text = Self.text(of: remark) { add(text, to: place) }
    }
  }

  /// A phrase, or `nil` where nothing is doubtful.
  subscript(entry: Int) -> String? { words[entry]?.joined(separator: "; ") }

  private mutating func add(_ text: String, to entry: Int) {
    words[entry, default: []].append(text)
  }

  private static func text(of remark: TimelineRemark) -> String? {
    switch remark.subject {
    case .sharedZone: "“\(remark.written)” stands for more than one offset from UTC"
    case .wrongOffset: "the offset is not that of the zone in “\(remark.written)”"
    case .undecidedDate: "day and month may be swapped in “\(remark.written)”"
    case .zone(.twice, _): "the clocks showed this time twice"
    case .zone(.skipped, _): "the clocks left out this time"
    case .zone: "the offset of “\(remark.written)” is not certain"
    }
  }
}
