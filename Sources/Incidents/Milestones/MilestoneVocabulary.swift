internal import Vocabulary

/// The wording that identifies each milestone. It is a table, so that a team's own words are just more
/// rows.
package enum MilestoneVocabulary {
  /// "starts to rise": what systems do when an incident starts, as opposed to what people start to do.
  private static let onsets = [
    "start to", "starts to", "started to", "begin to", "begins to", "began to",
  ].flatMap {
    lead in
    [
      "rise", "fail", "climb", "grow", "increase", "drop", "queue", "be", "time", "return", "throw",
      "slow",
      "degrade", "see", "crash", "lag",
    ].map { "\(lead) \($0)" }
  }

  /// The meaning of the whole label of a time: "First detected", "Outage end".
  static func label(_ text: String) -> Milestone? { labels[FoldedText.name(text)] }

  private static let labels: [String: Milestone] = {
    var labels: [String: Milestone] = [:]
    let rows: [(Milestone, String)] = [
      (
        .started,
        "start,started,begin,began,beginning,start time,incident start,incident started,outage start,outage started,outage began,impact start,impact started,impact began,fault occurs,fault occurred,issue started,issue start,problem started,occurred"
      ),
      (
        .detected,
        "detected,detection,first detected,first detection,issue detected,incident detected,time detected,detected at,alerted,first alert,alert fired,discovered,reported,first reported"
      ),
      (
        .acknowledged,
        "acknowledged,acknowledgement,acknowledgment,first response,response started,engaged"
      ),
      (.declared, "declared,incident declared,incident opened,incident created,opened"),
      (
        .mitigated,
        "mitigated,mitigation,mitigation applied,repaired,end,ended,outage end,outage ended,impact end,impact ended,incident end,incident ended,recovered,service restored,restored,issue mitigated,fixed,stabilized,contained"
      ),
      (
        .resolved,
        "resolved,resolution,incident resolved,issue resolved,time resolved,service fully restored,fully restored,resolved at,fully resolved"
      ),
      (.closed, "closed,incident closed"),
      (
        .reviewed,
        "reviewed,review,review held,review scheduled,post incident review,post incident review scheduled,postmortem,post mortem,postmortem meeting,retrospective"
      ),
    ]
    for (milestone, names) in rows {
      for name in names.split(separator: ",") { labels[String(name)] = milestone }
    }
    return labels
  }()

  /// Whether a text names a milestone in the words of the template, or only in words that suggest it:
  /// "rolled back" may be the mitigation or just another attempt.
  package static func isAgreed(_ milestone: Milestone, in text: String) -> Bool {
    let words = Words(text)
    switch milestone {
    case .started:
      return (onsets + (agreed[.started] ?? [])).contains { words.contains($0) }
    case .detected:
      // "Alert ApiErrorRateHigh fires": the name of the alert comes between the words.
      return ["detected", "alert", "alarm", "paged"].contains { words.contains($0) }
    case .acknowledged, .declared, .mitigated, .resolved, .closed, .reviewed:
      return agreed[milestone]?.contains { words.contains($0) } ?? false
    }
  }

  private static let agreed: [Milestone: [String]] = [
    .started: [
      "starting", "since", "impact starts", "impact begins", "incident starts", "outage starts",
    ],
    .acknowledged: ["acknowledging", "acknowledged", "acknowledges"],
    .declared: ["incident create", "incident declared"],
    .mitigated: ["mitigation applied", "mitigated"],
    .resolved: ["resolved"],
    .closed: ["incident close", "incident closed"],
    .reviewed: ["review held", "post incident review held"],
  ]

  /// The vocabulary: whole words in this order, ignoring case. `/incident create` is the chat's command.
  ///
  /// `nil` is the end of the impact, which is the resolution too when no entry says "resolved".
  static let phrases = PhraseTable<Milestone?>([
    (
      .started,
      onsets + [
        "starts rising", "started rising", "start failing", "starts failing", "started failing",
        "begin failing", "impact starts", "impact begins", "incident starts", "incident began",
        "outage starts", "outage begins", "fault occurs", "first errors", "first failures",
        "first failed",
      ]
    ),
    (
      .detected,
      [
        "detected", "alert fires", "alert arrived",
        "alert * fires", "alert * fired", "alert * triggers", "alert fired", "alerts fire",
        "alert firing", "alert arrives", "alerted",
        "alarm fires", "paged", "pages the", "page goes", "noticed", "notices", "reported by",
        "reports that",
        "monitoring shows", "first alert", "first alerts", "alert received", "alerts received",
      ]
    ),
    (
      .acknowledged,
      ["acknowledging", "acknowledged", "acknowledges", "acked", "acks", "acknowledgement"]
    ),
    (
      .declared,
      [
        "incident create", "incident declared", "declares", "declared", "incident opened",
        "incident raised",
      ]
    ),
    (
      .mitigated,
      [
        "mitigation applied", "mitigated", "mitigation in place", "mitigation complete",
        "rollback complete",
        "rollback completed", "rolled back", "service stabilized", "service stabilised",
        "failover complete",
        "impact ends", "users recovered", "error rate normal", "back to normal",
      ]
    ),
    (
      .resolved,
      ["resolved", "fully restored", "all clear", "service restored", "incident over"]
    ),
    (.closed, ["incident close", "incident closed", "closes the incident", "closed the incident"]),
    (
      .reviewed,
      ["review held", "post incident review held", "retrospective held", "postmortem held"]
    ),
    (
      nil,
      [
        "repaired", "outage ends", "outage ended", "outage over", "outage is over",
        "incident ends", "incident ended",
      ]
    ),
  ])
}
