internal import Incidents
internal import Learning
internal import Publishing
internal import Runbooks
internal import Vocabulary

/// What was done about incidents: action items, runbooks, and how many people it took.
extension ArchiveSite {
  var actionInsight: Insight? {
    let ledger = library.ledger
    let total = ledger.open.count + ledger.done.count + ledger.dropped.count
    guard total > 0 else { return nil }
    let today = library.today
    func isDue(_ entry: Ledger.Entry) -> Bool {
      today.flatMap { today in entry.item.due.map { $0 < today } } ?? false
    }
    let doneDue = ledger.done.count(where: isDue)
    let due = doneDue + ledger.overdueCount
    let dueWords =
      due == 0
      ? "" : " Of those that were due, \(Wording.share(doneDue, of: due)) are done."
    let bars = [
      ("Done", ledger.done.count), ("Open", ledger.open.count),
      ("Open and overdue", ledger.overdueCount), ("Dropped", ledger.dropped.count),
    ].map { ShareBars.Bar(name: $0.0, count: $0.1, total: total) }
    return Insight(
      heading: "Follow-through on action items",
      finding: "\(Wording.share(ledger.done.count, of: total)) action items are done.\(dueWords)",
      definition:
        "As the reviews and the tracker's snapshot state them. Due are those with a day before that of the content; overdue ones "
        + "are among the open ones too.",
      drawing: ShareBars(bars: bars).drawing(
        id: "chart-actions", title: "Follow-through on action items"),
      columns: ["State", "Action items"],
      rows: Insight.Rows(bars.map { [.text($0.name), .number($0.count)] }))
  }

  var ageInsight: Insight? {
    let open = library.ledger.open.filter { $0.age != nil }
    guard !open.isEmpty else { return nil }
    let dots = open.map { dot($0.incident, ($0.age ?? 0) * 1_440) }
    let chart = DurationDots(
      [DurationDots.Row(name: "Age of open action items", dots: dots)], isLong: true)
    let ages = Figures(open.map { $0.age ?? 0 })
    let oldest = open.max { ($0.age ?? 0, $1.incident) < ($1.age ?? 0, $0.incident) }
    let spread =
      ages.isComparable
      ? "The median age is \(Wording.days(ages.median ?? 0)) (n = \(ages.count)); the" : "The"
    let name = oldest.map { library.incidents[$0.incident].title } ?? ""
    return Insight(
      heading: "How old open action items are",
      finding:
        "\(spread) oldest is \(Wording.days(ages.values.last ?? 0)) old, of \(name)."
        + (ages.isComparable ? "" : " Too few to compare (n = \(ages.count)).") + chart.remark,
      definition: "Days from the incident to the day of the content.",
      drawing: chart.drawing(id: "chart-ages", title: "Age of open action items"),
      columns: ["Incident", "Action item", "Days", "Due", "Overdue"],
      rows: Insight.Rows(count: open.count) { number in
        let entry = open[number]
        return [
          insightLink(entry.incident), .text(entry.item.title), .optional(entry.age),
          .optional(entry.item.due?.description), .text(entry.isOverdue ? "yes" : "no"),
        ]
      })
  }

  // MARK: Runbooks

  var runbookInsight: Insight? {
    guard !library.listedRunbooks.isEmpty, !library.listed.isEmpty else { return nil }
    let help = library.listed.indices.map { library.runbookHelp(of: $0) }
    guard help.contains(where: { $0 != .none }) else { return nil }
    func count(_ least: RunbookHelp) -> Int { help.count { $0 >= least } }
    let total = help.count
    let bars = [
      ("A runbook existed", count(.existed)), ("It was used", count(.used)),
      ("It was used before users were relieved", count(.helped)),
    ].map { ShareBars.Bar(name: $0.0, count: $0.1, total: total) }
    return Insight(
      heading: "Whether runbooks were there and helped",
      finding:
        "A runbook existed for \(Wording.share(count(.existed), of: total)) incidents, was used in \(count(.used)), and in "
        + "\(count(.helped)) before users were relieved.",
      definition:
        "Existed: a runbook states one of the services of the incident, or the incident names a runbook. Used: the review or the "
        + "timeline links to it or runs its playbook. Helped: an entry of the timeline did so before mitigation.",
      drawing: ShareBars(bars: bars).drawing(
        id: "chart-runbooks", title: "Whether runbooks were there and helped"),
      columns: ["Incident", "Existed", "Used", "Before relief"],
      rows: Insight.Rows(
        zip(library.listed.indices, help).map { index, help in
          [insightLink(index)]
            + [.existed, .used, .helped].map { (least: RunbookHelp) in
              .text(help >= least ? "yes" : "no")
            }
        }))
  }

  // MARK: People

  /// How many took part and when, never who.
  var coordinationInsight: Insight? {
    var people: [Int] = []
    var outside = 0
    var timed = 0
    var rows: [[Insight.Cell]] = []
    for index in library.listed.indices {
      let incident = library.incidents[index]
      let hours = incident.wasOutOfHours
      guard incident.crew != nil || hours != nil else { continue }
      if let crew = incident.crew { people.append(crew.people) }
      if let hours {
        timed += 1
        if hours { outside += 1 }
      }
      rows.append([
        insightLink(index), .optional(incident.crew?.people), .optional(incident.crew?.teams),
        .optional(hours.map { $0 ? "yes" : "no" }),
      ])
    }
    guard !rows.isEmpty else { return nil }
    let figures = Figures(people)
    let crowd: String =
      if let low = figures.values.first, let high = figures.values.last {
        figures.isComparable
          ? "A median of \(Wording.counted(figures.median ?? 0, "person", "people")) took part "
            + "(n = \(figures.count), range \(low) to \(high))."
          : "Too few to compare how many took part (n = \(figures.count), range \(low) to \(high))."
      } else { "No timeline says who took part." }
    let bars = [ShareBars.Bar(name: "Outside working hours", count: outside, total: timed)]
    return Insight(
      heading: "What coordination cost",
      finding: "\(crowd) \(Wording.share(outside, of: timed)) began outside working hours.",
      definition:
        "People and teams are those that a timeline names with @; teams end in -team or -oncall. Working hours are Monday to "
        + "Friday from 9:00 to 18:00, in the zone that the timeline is written in. Who they are is counted nowhere.",
      drawing: timed == 0
        ? nil
        : ShareBars(bars: bars).drawing(
          id: "chart-coordination", title: "Incidents outside working hours"),
      columns: ["Incident", "People", "Teams", "Outside working hours"], rows: Insight.Rows(rows))
  }
}
