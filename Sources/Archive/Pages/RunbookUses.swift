internal import Incidents
internal import Learning
internal import Templates
internal import Vocabulary

/// What the page of a runbook shows of the incidents that used it.
extension ArchiveSite {
  /// A page tells of at most this many.
  private static let mostUses = 12

  func addUses(of index: Int, to page: inout TemplateRecord) {
    let uses = library.uses(ofRunbook: index, most: Self.mostUses)
    let more = library.uses[index].count - uses.count
    page["uses"] = .list(uses.map { .record(use($0)) })
    page["hasUses"] = .flag(!uses.isEmpty)
    page["more"] = more > 0 ? .text("and \(Wording.counted(more, "earlier incident"))") : .nothing
    let work = library.work[index]
    page["work"] = .list(work.map { .record(actionRow($0.item, incident: $0.incident)) })
    page["hasWork"] = .flag(!work.isEmpty)
    page["hasEvidence"] = .flag(!uses.isEmpty || !work.isEmpty)
  }

  private func use(_ use: RunbookUse) -> TemplateRecord {
    var record = library.incidents[use.incident].headline
    record["steps"] = .list(
      use.steps.map { step in
        [
          "at": .text(step.moment?.timeOfDay ?? ""),
          "text": .text(step.text),
          "note": .text(step.note),
        ]
      })
    record["hasSteps"] = .flag(!use.steps.isEmpty)
    record["remarks"] = .list(use.remarks.map { ["text": .text($0)] })
    record["hasRemarks"] = .flag(!use.remarks.isEmpty)
    return record
  }
}
