internal import Incidents
internal import Learning
internal import Templates
internal import Vocabulary

/// Who was told during an incident, beside what the communication matrix asks for.
struct ToldRows {
  /// More would hide the other channels.
  private static let mostSent = 4

  /// `ids` are those of the timeline's entries by their lines.
  ///
  /// - Returns: `.nothing` when the matrix has no row for the incident, or the incident has no timeline.
  static func value(
    of incident: Incident, in library: Library, ids: [Int: String]
  ) -> TemplateValue {
    let rows = CommunicationRecord(of: incident, in: library).rows
    guard !rows.isEmpty, !ids.isEmpty, let severity = incident.severityLabel else {
      return .nothing
    }
    return ["severity": .text(severity), "rows": .list(rows.map { value(of: $0, ids) })]
  }

  private static func value(
    of row: CommunicationRecord.Row, _ ids: [Int: String]
  ) -> TemplateValue {
    var missing: String?
    var remark: String?
    switch row.duty {
    case .asked where row.audience == .channel:
      if row.sent.isEmpty { remark = "no update is marked" }
    case .asked: if row.sent.isEmpty { missing = "not recorded" }
    case .notAsked(let reason): if row.sent.isEmpty { remark = "not due: \(reason)" }
    case .open: if row.sent.isEmpty { remark = "nothing is recorded" }
    }
    let rest = row.sent.count - mostSent
    return [
      "channel": .text(row.channel), "cell": .text(row.cell.isEmpty ? "–" : row.cell),
      "sent": .list(
        row.sent.prefix(mostSent).map { notice in
          [
            "entryId": .optional(ids[notice.line]),
            "time": .text(notice.moment?.timeOfDay ?? "time not known"),
          ]
        }),
      "more": rest > 0 ? .text("and \(rest) more") : .nothing,
      "missing": .optional(
        missing ?? row.late.map { "\(Wording.length($0)) after the declaration" }),
      "remark": .optional(remark),
    ]
  }
}
