internal import Bytes
internal import CommonMark
internal import Diagnostics
internal import Vocabulary

/// Decides what the words of headings left open, once all parts are known.
extension SectionReader {
  /// Within action items, "Detection" and "Mitigation" say what an item is for and are not parts.
  mutating func foldGroups() {
    var end = 0
    for index in outline.sections.indices {
      let section = outline.sections[index]
      if section.kind == .actionItems {
        end = max(end, section.lines.upperBound)
      } else if section.line < end, let kind = section.kind, Self.purposes.contains(kind) {
        outline.sections[index].kind = nil
        outline.sections[index].otherKinds = []
      }
    }
  }

  /// A timeline continues with headings of its own level that begin with a time: "## Feb 21, 13:00".
  mutating func joinTimes() {
    for index in outline.sections.indices where outline.sections[index].kind == .timeline {
      let part = outline.sections[index]
      var end = part.lines.upperBound
      for section in outline.sections[(index + 1)...] {
        guard section.level > part.level || isTime(section) || section.line < end else { break }
        end = max(end, section.lines.upperBound)
      }
      outline.sections[index].lines = part.lines.lowerBound..<end
    }
  }

  private func isTime(_ section: Section) -> Bool {
    section.kind == nil && ClockReading(leading: section.heading)?.hasClock == true
  }

  private static let purposes: Set<SectionKind> = [
    .detection, .resolution, .response, .communication, .metadata, .impact,
  ]

  /// Decides what the words left open, now that all parts are known.
  mutating func settle() {
    var sure: Set<SectionKind> = []
    let doubtful = Set(doubts.map { $0.isLabel ? -1 - $0.index : $0.index })
    for (index, section) in outline.sections.enumerated() where !doubtful.contains(index) {
      if let kind = section.kind { sure.insert(kind) }
      sure.formUnion(section.otherKinds)
    }
    for (index, section) in outline.labelled.enumerated() where !doubtful.contains(-1 - index) {
      if let kind = section.kind { sure.insert(kind) }
    }
    let isTold =
      doubts.contains { $0.doubt == .setting }
      && document.opensWithText(longerThan: 80, countsLabels: false)
    for (isLabel, index, doubt) in doubts {
      var section = isLabel ? outline.labelled[index] : outline.sections[index]
      settle(&section, doubt, beside: sure, isTold: isTold)
      if let kind = section.kind, doubt == .setting { sure.insert(kind) }
      if isLabel { outline.labelled[index] = section } else { outline.sections[index] = section }
    }
  }

  private func settle(
    _ section: inout Section, _ doubt: HeadingMeaning.Doubt, beside sure: Set<SectionKind>,
    isTold: Bool
  ) {
    switch doubt {
    case .minor: section.isMinor = true
    case .fallback:
      let text = words(below: section)
      if sure.contains(.rootCause) || CausePhrases.weight(in: text) == 0 { section.kind = nil }
    case .setting:
      if hasTimes(section) {
        section.kind = .timeline
      } else if sure.contains(.summary) || section.level == Section.labelLevel || isTold {
        section.kind = nil
      }
    case .wrong:
      let isLessons = !sure.isDisjoint(with: [.wentWell, .lucky, .rootCause])
      if !isLessons {
        section.kind = .rootCause
        section.otherKinds = [.wentWrong]
      }
    }
  }

  /// Whether most bullets or rows of a part begin with a time or a day.
  private func hasTimes(_ section: Section) -> Bool {
    var timed = 0
    var others = 0
    for block in document.blocks(
      in: section.line + 1..<max(section.line + 1, section.lines.upperBound))
    {
      switch block.kind {
      case .item, .tableRow, .paragraph:
        let first = block.text.utf8.drop { !$0.isDigit && $0 < 0x41 }.prefix(2)
        if first.count == 2, first.allSatisfy(\.isDigit) { timed += 1 } else { others += 1 }
      default: continue
      }
    }
    return timed > 1 && timed >= others
  }
}
