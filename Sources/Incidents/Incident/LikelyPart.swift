internal import CommonMark
internal import Diagnostics
internal import Vocabulary

extension Incident {
  /// The section of unknown meaning that may be a part which the review seems to lack; `nil` when none
  /// looks like it.
  ///
  /// Only a guess for a finding: the last section with bullets for the action items, and the one that gives
  /// most reasons for the root cause.
  package func likelyPart(_ kind: SectionKind, in review: DocumentReading) -> Section? {
    var end = 0
    let unknown = sections.filter { section in
      if section.kind != nil { end = max(end, section.lines.upperBound) }
      return section.kind == nil && section.line >= end && section.level > 1 && !section.isHeld
        && section.content == .written && !SectionReader.isCheck(section.heading)
    }
    // What is to be done comes after what happened.
    let told = sections.first { $0.isOf(.rootCause) || $0.isOf(.impact) || $0.isOf(.timeline) }
    switch kind {
    case .actionItems:
      return unknown.last { section in
        section.line > told?.line ?? 0
          && review.blocks(in: section.lines).contains { block in
            if case .item = block.kind { true } else { false }
          }
      }
    case .rootCause:
      let weighed = unknown.map { section in
        let text = review.blocks(in: section.lines).filter { $0.text.utf8.count < 4000 }
          .map(\.text).joined(separator: "\n")
        return (section: section, weight: CausePhrases.weight(in: text))
      }
      let best = weighed.max { $0.weight < $1.weight }
      return best.flatMap { $0.weight > 0 ? $0.section : nil }
    default: return nil
    }
  }
}
