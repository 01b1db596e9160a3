extension Mutation {
  static let processes: [Mutation] = [
    Mutation(name: "acknowledge late") { review in
      guard let alert = review.firstEntry(isDetection),
        let entry = review.firstEntry({ $0.text.contains("acknowledging") })
      else { return [] }
      let line = SampleReview.moved(review.record[entry.start], to: alert.minute + 9)
      return [
        Mutant(
          review.recordPath, review.record(replacing: entry.start, with: line), ["PM050"],
          at: entry.start + 1)
      ]
    },
    Mutation(name: "leave a gap between updates") { review in
      guard !review.isNearMiss else { return [] }
      let open = Array(review.open)
      return open.indices.dropLast(2).filter { open[$0 + 2].minute - open[$0].minute > 10 }
        .filter {
          open[$0].minute < open[$0 + 1].minute && open[$0 + 1].minute < open[$0 + 2].minute
        }
        .spread(3).map { index in
          let (lines, line) = review.record(without: [open[index + 1]], line: open[index + 2])
          return Mutant(review.recordPath, lines, ["PM051"], at: line)
        }
    },
    Mutation(name: "leave a gap between notices") { review in
      let notices = review.entries.filter(isNotice)
      guard notices.count > 2, let end = review.open.last else { return [] }
      return notices.indices.dropLast(2).filter {
        notices[$0 + 2].minute <= end.minute && notices[$0 + 2].minute - notices[$0].minute > 15
      }
      .spread(2).map { index in
        let (lines, line) = review.record(without: [notices[index + 1]], line: notices[index + 2])
        return Mutant(review.recordPath, lines, ["PM052"], at: line)
      }
    },
    Mutation(name: "tell no customer") { review in
      asked("P0 P1", of: review, removing: isNotice, ["PM055", "PM056"])
    },
    Mutation(name: "do not use the status page") { review in
      asked("P0", of: review, removing: { $0.text.contains("Status page") }, ["PM055"])
    },
    Mutation(name: "do not tell leadership") { review in
      asked("P0 P1", of: review, removing: { $0.text.contains("@leadership") }, ["PM054"])
    },
    Mutation(name: "tell leadership late") { review in
      guard review.value(of: "severity") == "P0",
        let entry = review.firstEntry({ $0.text.contains("@leadership") })
      else { return [] }
      let line = SampleReview.moved(review.record[entry.start], to: entry.minute + 25)
      return [
        Mutant(
          review.recordPath, review.record(replacing: entry.start, with: line), ["PM054"],
          at: entry.start + 1)
      ]
    },
    Mutation(name: "do not tell security") { review in
      guard review.value(of: "security") == "true" else { return [] }
      let lines = review.record.map {
        $0.replacing("#security", with: "the mailbox").replacing("@security-team", with: "somebody")
      }
      return [
        Mutant(review.recordPath, lines, ["PM057"], at: SampleReview.recordHeading(of: lines))
      ]
    },
    Mutation(name: "do not approve a risk") { review in
      guard let risk = review.firstEntry({ $0.text.contains("Data loss risk") }) else { return [] }
      let removed = review.entries.filter { $0.text.contains("approves") }
      let (lines, line) = review.record(without: removed, line: risk)
      return [Mutant(review.recordPath, lines, ["PM061"], at: line)]
    },
    Mutation(name: "lower the severity") { review in
      guard ["P0", "P1"].contains(review.value(of: "severity")) else { return [] }
      return review.front("severity", "severity: P3", ["PM058"])
    },
    Mutation(name: "review late") { review in
      review.front("reviewed", "reviewed: 2027-02-01 10:00 UTC", ["PM059"])
    },
    Mutation(name: "record no review") { review in
      guard let index = review.index(of: "reviewed") else { return [] }
      var lines = review.review
      lines.remove(at: index)
      return [Mutant(review.reviewPath, lines, ["PM060"], at: SampleReview.opening(of: lines))]
    },
  ]

  private static func isNotice(_ entry: SampleReview.Entry) -> Bool {
    ["Status page", "#customer-success"].contains { entry.text.contains($0) }
  }

  /// Removes entries in an incident of a severity; reported at the heading of the record.
  private static func asked(
    _ severities: String, of review: SampleReview, removing isRemoved: (SampleReview.Entry) -> Bool,
    _ codes: Set<String>
  ) -> [Mutant] {
    guard let severity = review.value(of: "severity"), severities.contains(severity) else {
      return []
    }
    let lines = review.record(without: review.entries.filter(isRemoved)).lines
    return [Mutant(review.recordPath, lines, codes, at: SampleReview.recordHeading(of: lines))]
  }
}
