extension Mutation {
  /// The parts of a review, each removed, emptied and filled with a placeholder.
  static let sections: [Mutation] =
    [
      ("Summary", "PM030"), ("Impact", "PM031"), ("Detection", "PM032"), ("Root cause", "PM002"),
      ("Lessons learned", "PM033"), ("Action items", "PM003"),
    ].flatMap { heading, code in
      [
        Mutation(name: "remove '\(heading)'") { review in
          section(heading, of: review) { lines, range in
            lines.removeSubrange(range)
            return SampleReview.opening(of: lines)
          }.map { Mutant(review.reviewPath, $0.lines, [code], at: $0.line) }
        },
        Mutation(name: "empty '\(heading)'") { review in
          section(heading, of: review) { lines, range in
            lines.replaceSubrange((range.lowerBound + 1)..<range.upperBound, with: [""])
            return range.lowerBound + 1
          }.map { Mutant(review.reviewPath, $0.lines, [code], at: $0.line) }
        },
        Mutation(name: "'\(heading)' to be done") { review in
          section(heading, of: review) { lines, range in
            lines.replaceSubrange(
              (range.lowerBound + 1)..<range.upperBound, with: ["", "TBD", ""])
            return range.lowerBound + 3
          }.map { Mutant(review.reviewPath, $0.lines, [code], at: $0.line) }
        },
      ]
    } + [
      Mutation(name: "leave a question of the template in") { review in
        section("Impact", of: review) { lines, range in
          lines.insert(
            contentsOf: ["[how many users, for how long]", ""], at: range.lowerBound + 2)
          return range.lowerBound + 3
        }.map { Mutant(review.reviewPath, $0.lines, ["PM034"], at: $0.line) }
      },
      Mutation(name: "blame a person") { review in
        section("Root cause", of: review) { lines, range in
          lines.insert(contentsOf: ["Mira Okafor did not look.", ""], at: range.lowerBound + 2)
          return range.lowerBound + 3
        }.map { Mutant(review.reviewPath, $0.lines, ["PM036"], at: $0.line) }
      },
      Mutation(name: "blame human error") { review in
        section("Root cause", of: review) { lines, range in
          lines.replaceSubrange(
            (range.lowerBound + 1)..<range.upperBound, with: ["", "It was human error.", ""])
          return range.lowerBound + 3
        }.map { Mutant(review.reviewPath, $0.lines, ["PM036"], at: $0.line) }
      },
      Mutation(name: "type a wrong duration") { review in
        // Days may be counted in working hours, so the near miss has nothing to contradict.
        guard !review.isNearMiss, review.value(of: "security") == nil else { return [] }
        return section("Impact", of: review) { lines, range in
          lines.insert(
            contentsOf: ["- **Time to resolve:** 9 hours", ""], at: range.lowerBound + 2)
          return range.lowerBound + 3
        }.map { Mutant(review.reviewPath, $0.lines, ["PM023"], at: $0.line) }
      },
    ]

  /// The review with a section changed by `edit`, which says the line from 1.
  private static func section(
    _ heading: String, of review: SampleReview, edit: (inout [String], Range<Int>) -> Int
  ) -> [(lines: [String], line: Int)] {
    guard let range = review.section(heading) else { return [] }
    var lines = review.review
    let line = edit(&lines, range)
    return [(lines, line)]
  }
}
