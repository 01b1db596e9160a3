extension Mutation {
  static let frontMatters: [Mutation] = [
    Mutation(name: "write an unknown severity") { review in
      review.front("severity", "severity: P9", ["PM004"])
        + review.front("severity", "severity: high", ["PM004"])
    },
    Mutation(name: "remove the severity") { review in
      guard let index = review.index(of: "severity"),
        // A chat that sets the severity tells it as well.
        !review.record.contains(where: { $0.contains("severity P") })
      else { return [] }
      var lines = review.review
      lines.remove(at: index)
      return [Mutant(review.reviewPath, lines, ["PM004"], at: SampleReview.opening(of: lines))]
    },
    Mutation(name: "write an impossible date") { review in
      review.front("date", "date: 2026-02-30", ["PM006"])
        + review.front("reviewed", "reviewed: 2026-13-01 10:00 UTC", ["PM006"])
    },
    Mutation(name: "move the date") { review in
      review.front("date", "date: 2026-02-27", ["PM012"])
    },
    Mutation(name: "break the id") { review in
      review.front("id", "id: incident-26-1-1", ["PM005"])
    },
    Mutation(name: "give the id of another day") { review in
      review.front("id", "id: incident-2024-02-29-001", ["PM005", "PM012"])
    },
    Mutation(name: "give the id of another incident") { review in
      guard review.value(of: "id") != "incident-2026-01-10-001" else { return [] }
      return review.front("id", "id: incident-2026-01-10-001", ["PM005", "PM012", "BS053"])
    },
    Mutation(name: "write a key twice") { review in
      review.inserted("severity: P1", ["BS012"], after: "severity")
    },
    Mutation(name: "misspell a key") { review in
      review.front("services", "servces: [api]", ["BS016"])
    },
    Mutation(name: "write a value of the wrong kind") { review in
      review.inserted("unlisted: true\nsecurity: perhaps", ["BS017", "BS012"], after: "severity")
    },
    Mutation(name: "break the YAML") { review in
      review.front("title", "title: API: errors: everywhere", ["BS010"])
    },
    Mutation(name: "use an anchor") { review in
      review.front("title", "title: &name API errors", ["BS011"])
    },
    Mutation(name: "name an unknown tag") { review in
      review.front("tags", "tags: [databsae]", ["BS055"])
    },
    Mutation(name: "name an unknown author") { review in
      review.front("authors", "authors: [jonas-wled]", ["BS054"])
    },
    Mutation(name: "name an unknown service") { review in
      review.front("services", "services: [apy]", ["BS056"])
    },
    Mutation(name: "name an unknown factor") { review in
      review.front("factors", "factors: [saturaton]", ["BS057"])
    },
    Mutation(name: "name a runbook that is not there") { review in
      guard let index = review.index(of: "runbooks") else { return [] }
      let line = review.review[index + 1].replacing(".md", with: "-old.md")
      return [
        Mutant(
          review.reviewPath, review.review(replacing: index + 1, with: line), ["BS050"],
          at: index + 2)
      ]
    },
    Mutation(name: "repeat an incident that is not there") { review in
      review.front("repeats", "repeats: incident-2019-01-01-001", ["BS058"])
    },
  ]
}

extension SampleReview {
  /// The review with another line for a key.
  func front(_ key: String, _ line: String, _ codes: Set<String>) -> [Mutant] {
    guard let index = index(of: key) else { return [] }
    return [Mutant(reviewPath, review(replacing: index, with: line), codes, at: index + 1)]
  }

  /// The review with lines behind that of a key; the last of them is the wrong one.
  func inserted(_ text: String, _ codes: Set<String>, after key: String) -> [Mutant] {
    guard let index = index(of: key) else { return [] }
    var lines = review
    let added = text.split(separator: "\n").map(String.init)
    lines.insert(contentsOf: added, at: index + 1)
    return [Mutant(reviewPath, lines, codes, at: index + 1 + added.count)]
  }
}
