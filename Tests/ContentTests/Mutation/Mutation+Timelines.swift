extension Mutation {
  static let timelines: [Mutation] = [
    Mutation(name: "swap two entries") { review in
      let pairs = zip(review.entries, review.entries.dropFirst()).filter {
        $0.minute < $1.minute && $1.minute - $0.minute < 360
      }
      return pairs.spread(3).map { first, second in
        var lines = review.record
        let blocks = Array(lines[second.start..<second.end]) + Array(lines[first.start..<first.end])
        lines.replaceSubrange(first.start..<second.end, with: blocks)
        let line = first.start + second.end - second.start + 1
        return Mutant(review.recordPath, lines, ["PM020"], at: line)
      }
    },
    Mutation(name: "write an impossible time") { review in
      review.entries.spread(3).map { entry in
        let line = SampleReview.moved(review.record[entry.start], to: 0)
          .replacing("00:00", with: "25:71")
        return Mutant(
          review.recordPath, review.record(replacing: entry.start, with: line), ["PM006"],
          at: entry.start + 1)
      }
    },
    Mutation(name: "write an impossible day") { review in
      review.entries.filter { $0.text.hasPrefix("- 20") }.spread(2).map { entry in
        var line = review.record[entry.start]
        line.replaceSubrange(
          line.index(line.startIndex, offsetBy: 7)..<line.index(line.startIndex, offsetBy: 12),
          with: "02-30")
        return Mutant(
          review.recordPath, review.record(replacing: entry.start, with: line), ["PM006"],
          at: entry.start + 1)
      }
    },
    Mutation(name: "remove the zone") { review in
      guard let index = review.record.firstIndex(where: { $0.hasPrefix("All times in UTC.") })
      else { return [] }
      let lines = review.record(
        replacing: index, with: String(review.record[index].dropFirst("All times in UTC.".count)))
      return [
        Mutant(review.recordPath, lines, ["PM025"], at: SampleReview.recordHeading(of: lines))
      ]
    },
    Mutation(name: "remove all entries") { review in
      let lines = review.record(without: review.entries).lines
      let line =
        review.recordPath == review.reviewPath
        ? SampleReview.recordHeading(of: lines) : SampleReview.opening(of: lines)
      return [Mutant(review.recordPath, lines, ["PM001"], at: line)]
    },
    without("the acknowledgement", ["acknowledging"], "PM026"),
    without("the declaration", ["Incident declared"], "PM026"),
    without(
      "the mitigation", ["Mitigation applied", "Service stabilized", "rate normal"], "PM026"),
    without("the resolution", ["RESOLVED"], "PM035"),
    Mutation(name: "detect before the start") { review in
      guard let start = review.firstEntry(isStart), let alert = review.firstEntry(isDetection)
      else { return [] }
      let lines = review.record(
        replacing: alert.start,
        with: SampleReview.moved(review.record[alert.start], to: start.minute - 1)
          .replacing(day(of: alert), with: day(of: start)))
      return [Mutant(review.recordPath, lines, ["PM027"], at: alert.start + 1)]
    },
    Mutation(name: "go on after the end") { review in
      guard let last = review.entries.last, last.text.contains("/incident close") else { return [] }
      var lines = review.record
      let line = SampleReview.moved(lines[last.start], to: last.minute + 9)
      lines.insert(
        String(line.prefix(upTo: line.firstRange(of: " - ")?.lowerBound ?? line.endIndex))
          + " - The errors are back", at: last.end)
      return [Mutant(review.recordPath, lines, ["PM028"], at: last.end + 1)]
    },
    reworded("Mitigation applied:", "Rolled back:"),
    reworded("acknowledging - investigating", "acks"),
    reworded("RESOLVED", "Service restored"),
  ]

  static func isStart(_ entry: SampleReview.Entry) -> Bool {
    ["starts to", "start to"].contains { entry.text.contains($0) }
  }

  static func isDetection(_ entry: SampleReview.Entry) -> Bool {
    entry.text.contains("Alert ") || entry.text.contains("Detected")
  }

  /// The day that an entry writes; a blank where it writes none.
  private static func day(of entry: SampleReview.Entry) -> String {
    entry.text.hasPrefix("- 20") ? String(entry.text.dropFirst(2).prefix(10)) : " "
  }

  /// Removes the entries with some words. The times near misses have are not asked for.
  private static func without(_ name: String, _ words: [String], _ code: String) -> Mutation {
    Mutation(name: "remove \(name)") { review in
      guard !review.isNearMiss || code == "PM035" else { return [] }
      let removed = review.entries.filter { entry in words.contains { entry.text.contains($0) } }
      guard !removed.isEmpty else { return [] }
      let lines = review.record(without: removed).lines
      return [Mutant(review.recordPath, lines, [code], at: SampleReview.recordHeading(of: lines))]
    }
  }

  /// Says a milestone in words that only suggest it.
  private static func reworded(_ words: String, _ others: String) -> Mutation {
    Mutation(name: "say '\(others)' for '\(words)'") { review in
      guard let entry = review.firstEntry({ $0.text.contains(words) }) else { return [] }
      let line = review.record[entry.start].replacing(words, with: others)
      let lines = review.record(replacing: entry.start, with: line)
      return [Mutant(review.recordPath, lines, ["PM029"], at: entry.start + 1)]
    }
  }
}

extension Collection {
  /// At most so many, from the beginning, the middle and the end.
  func spread(_ count: Int) -> [Element] {
    let all = Array(self)
    guard all.count > count, count > 1 else { return Array(all.prefix(count)) }
    return (0..<count).map { all[$0 * (all.count - 1) / (count - 1)] }
  }
}
