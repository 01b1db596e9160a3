internal import Incidents
internal import Learning
internal import Publishing
internal import Templates
internal import Vocabulary

extension ArchiveSite {
  /// The banners of an incident that came again, or that is itself something come again, while work was open.
  func recurrenceNotices(of index: Int) -> TemplateValue {
    .list(
      library.recurrences(of: index).map { recurrence in
        let isAgain = recurrence.again == index
        let other = isAgain ? recurrence.first : recurrence.again
        var record = incidentLink(other)
        let open = library.incidents[recurrence.first].openActionItemCount
        let items = Wording.counted(open, "action item")
        record["lead"] = isAgain ? "This happened before, in" : "This happened again, in"
        record["reason"] = .text(
          [library.incidents[other].day?.description, library.reason(of: recurrence)]
            .compactMap(\.self).joined(separator: "; "))
        record["tail"] = .text(
          isAgain
            ? "\(items) of it \(open == 1 ? "is" : "are") still open."
            : "\(items) of this review \(open == 1 ? "is" : "are") still open.")
        return .record(record)
      })
  }
}
