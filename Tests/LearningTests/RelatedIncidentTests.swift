import Diagnostics
import Incidents
import TestSupport
import Testing

@testable import Learning

/// What connects incidents: what they share, and what came again.
struct RelatedIncidentTests {
  private func incident(_ path: String, _ text: String) -> Incident {
    let file = SourceFile(path: "content/incidents/\(path).md", text: text)
    return IncidentReader().read(
      review: DocumentReading(parsing: file), timeline: nil, folder: nil
    ).incident
  }

  private func library(_ incidents: [Incident]) -> Library {
    Library(
      configuration: SiteConfiguration(), incidents: incidents, runbooks: [], pages: [], assets: [],
      root: "content/", today: nil)
  }

  /// Incidents that have nothing in common with others, so that what some share is rare.
  private func others(_ count: Int) -> [Incident] {
    (0..<count).map { number in
      incident(
        "2024-01-\(number < 9 ? "0" : "")\(number + 1)-other\(number)",
        "# Quiet plum\(number)x\n\n## Summary\n\nThe fig\(number)y met the pear\(number)z.\n")
    }
  }

  /// The related incidents of the first, as "title: reason".
  private func related(_ first: Incident, _ rest: [Incident]) -> [String] {
    let library = library([first] + rest)
    let index = library.incidents.firstIndex { $0.path == first.path } ?? 0
    return library.related[index].map {
      "\(library.incidents[$0.incident].title): \(library.reason(of: $0))"
    }
  }

  private let quorum = """
    # Leader lost its quorum

    ## Root cause

    Each heartbeat of Consul took longer than the lease.

    """

  @Test func rareWordsConnect() {
    let second = incident(
      "2025-03-01-b", "# Quorum lost\n\n## Root cause\n\nConsul's heartbeats were late.\n")
    #expect(
      related(incident("2025-01-01-a", quorum), [second] + others(20))
        == ["Quorum lost: shares the words lost, quorum, consul"])
  }

  @Test(arguments: [
    // Words that any review may have.
    "# Outage of the service\n\n## Root cause\n\nEngineers deployed a change to servers.\n",
    // A single word.
    "# Quorum\n\n## Root cause\n\nA disk was full.\n",
    // Nothing at all.
    "# Other\n",
  ])
  func littleDoesNotConnect(text: String) {
    #expect(
      related(incident("2025-01-01-a", quorum), [incident("2025-03-01-b", text)] + others(20))
        .isEmpty)
  }

  @Test func whatManyShareDoesNotConnect() {
    let many = (1...20).map {
      incident("2024-02-\($0 < 10 ? "0" : "")\($0)-many", "# Quorum of Consul \($0)\n")
    }
    #expect(related(incident("2025-01-01-a", "# Consul lost its quorum\n"), many).isEmpty)
  }

  @Test func errorsConnect() {
    let text = "# %\n\n## Root cause\n\n```\ndial tcp 10.0.0.%: connection refused\n```\n"
    let first = incident("2025-01-01-a", text.replacing("%", with: "7"))
    let second = incident("2025-03-01-b", text.replacing("%", with: "12"))
    #expect(
      related(first, [second] + others(20)).first?.hasPrefix(
        "12: shares the error “dial tcp 10.0.0.7: connection refused”") == true)
  }

  @Test func atMostFiveAreRelated() {
    let many = (1...8).map {
      incident("2025-02-0\($0)-many", "# Quorum of Consul in region\($0)q\n")
    }
    #expect(
      related(incident("2025-01-01-a", "# Consul lost its quorum\n"), many + others(70)).count == 5)
  }

  // MARK: Twins

  @Test func theSameIncidentInTwoFilesTakesNoPlace() {
    let first = incident("2025-01-01-a", quorum)
    let twin = incident("2025-01-01-log", quorum.replacing("Leader", with: "A leader"))
    let other = incident(
      "2025-03-01-b", "# Quorum lost\n\n## Root cause\n\nConsul's heartbeats were late.\n")
    #expect(
      related(first, [twin, other] + others(20))
        == [
          "A leader lost its quorum: tells of the same incident",
          "Quorum lost: shares the words lost, quorum, consul",
        ])
    // Of the two, the other shows one.
    #expect(related(other, [first, twin] + others(20)).count == 1)
  }

  @Test func theSameTextOfAnotherDayIsAnotherIncident() {
    let first = incident("2025-01-01-a", quorum)
    let again = incident("2025-02-01-b", quorum)
    #expect(
      related(first, [again] + others(20)).map { $0.contains("the same incident") } == [false])
  }

  // MARK: Growth

  /// Reviews whose words are drawn from some, a few of them often.
  private func drawn(_ count: Int, words: Int) -> [Incident] {
    var random = SeededRandom(seed: 7)
    return (0..<count).map { number in
      let title = (0..<4).map { _ in "word\(random.below(words))q" }.joined(separator: " ")
      let text = (0..<12).map { _ in "term\(random.below(random.below(words) + 1))q" }
      let day = "\(2000 + number / 336)-\(pad(number / 28 % 12 + 1))-\(pad(number % 28 + 1))"
      return incident(
        "\(day)-r", "# \(title)\n\n## Summary\n\n\(text.joined(separator: " ")) here.\n")
    }
  }

  private func pad(_ number: Int) -> String { number < 10 ? "0\(number)" : "\(number)" }

  @Test func aNewIncidentChangesFewOthers() {
    let incidents = drawn(600, words: 400)
    func boxes(_ library: Library) -> [String: [String]] {
      var boxes: [String: [String]] = [:]
      for (index, incident) in library.incidents.enumerated() {
        boxes[incident.path] = library.related[index].map {
          "\(library.incidents[$0.incident].path) \(library.reason(of: $0))"
        }
      }
      return boxes
    }
    let before = boxes(library(Array(incidents.dropLast())))
    let after = boxes(library(incidents))
    let changed = before.count { after[$0.key] != $0.value }
    #expect(before.values.count { !$0.isEmpty } > 300)
    #expect(changed > 0 && changed < 20, "\(changed) of \(before.count)")
  }

  @Test func theWorkGrowsWithTheIncidents() {
    let growth = growth(from: 500) {
      drawn($0, words: $0)
    } work: {
      _ = RelatedIncidents.lists(of: $0[...])
    }
    #expect(growth < 8)
  }

  // MARK: Again

  private func review(
    _ day: String, factor: String = "config", service: String = "mail", isOpen: Bool = true,
    text: String = ""
  ) -> Incident {
    incident(
      "\(day)-r",
      """
      ---
      title: Of \(day)
      services: [\(service)]
      factors: [\(factor)]
      ---
      \(text)

      ## Action items

      - [\(isOpen ? " " : "x")] Do it @ada

      """)
  }

  private func recurrences(_ incidents: [Incident]) -> [String] {
    let library = library(incidents)
    return library.recurrences.map {
      let (again, first) = (library.incidents[$0.again], library.incidents[$0.first])
      return "\(again.title) after \(first.title): \(library.reason(of: $0))"
    }
  }

  @Test func whatComesAgainWhileWorkIsOpenIsFound() {
    #expect(
      recurrences([review("2025-01-01"), review("2025-02-01"), review("2025-03-01")]) == [
        "Of 2025-03-01 after Of 2025-02-01: the factor config in mail",
        "Of 2025-02-01 after Of 2025-01-01: the factor config in mail",
      ])
  }

  @Test func workThatIsDoneIsNoReproach() {
    #expect(recurrences([review("2025-01-01", isOpen: false), review("2025-02-01")]).isEmpty)
    #expect(
      recurrences([
        review("2025-01-01"), review("2025-02-01", isOpen: false), review("2025-03-01"),
      ]) == [
        "Of 2025-03-01 after Of 2025-01-01: the factor config in mail",
        "Of 2025-02-01 after Of 2025-01-01: the factor config in mail",
      ])
  }

  @Test func anotherFactorOrServiceIsNotTheSame() {
    #expect(recurrences([review("2025-01-01"), review("2025-02-01", factor: "disk")]).isEmpty)
    #expect(recurrences([review("2025-01-01"), review("2025-02-01", service: "shop")]).isEmpty)
  }

  @Test func theSameErrorComesAgain() {
    let error = "`FATAL: remaining connection slots are reserved for 3 users`"
    #expect(
      recurrences([
        review("2025-01-01", text: error),
        review("2025-02-01", factor: "disk", text: error.replacing("3", with: "11")),
      ]) == [
        "Of 2025-02-01 after Of 2025-01-01: the error “FATAL: remaining connection slots are reserved for 11 users”"
      ])
  }

  @Test func anIncidentTellsOfBothSides() {
    let library = library([review("2025-01-01"), review("2025-02-01"), review("2025-03-01")])
    #expect(library.incidents.indices.map { library.recurrences(of: $0).count } == [1, 2, 1])
  }
}
