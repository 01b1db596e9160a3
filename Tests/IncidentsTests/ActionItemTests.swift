import Incidents
import Testing
internal import Vocabulary

struct ActionItemTests {
  /// A line of the section, and its title, owner, due date, link and state.
  @Test(
    arguments: [
      ("- Alert on pool use", "Alert on pool use", nil, nil, nil, .open),
      ("- [ ] Alert on pool use @data", "Alert on pool use", "data", nil, nil, .open),
      (
        "- [x] Alert on pool use @data-team due 2026-02-01", "Alert on pool use", "data-team",
        "2026-02-01", nil, .done
      ),
      (
        "1. Alert on pool use (owner: Data, due: 2026-02-01)", "Alert on pool use", "Data",
        "2026-02-01", nil, .open
      ),
      (
        "- Alert on pool use [#412](https://git.example.com/412)", "Alert on pool use", nil, nil,
        "https://git.example.com/412", .open
      ),
      ("- ~~Alert on pool use~~", "Alert on pool use", nil, nil, nil, .dropped),
      ("- **AQ** Alert on pool use", "Alert on pool use", "AQ", nil, nil, .open),
      ("- [x] **AQ:** Alert on pool use", "Alert on pool use", "AQ", nil, nil, .done),
      ("- Alert on pool use (**AQ**)", "Alert on pool use", "AQ", nil, nil, .open),
      ("- Alert on pool use - __AQ__", "Alert on pool use", "AQ", nil, nil, .open),
      ("- DNS entries expire", "DNS entries expire", nil, nil, nil, .open),
      (
        "- Ask **DNS** of the zone for pool use", "Ask DNS of the zone for pool use", nil, nil, nil,
        .open
      ),
      ("- [done] Alert on pool use", "Alert on pool use", nil, nil, nil, .done),
      ("- Alert on pool use ✅", "Alert on pool use", nil, nil, nil, .done),
      (
        "- Alert on pool use — @ada — 2026-02-01", "Alert on pool use", "ada", "2026-02-01", nil,
        .open
      ),
      ("- Alert on pool use, due Feb 1, 2026", "Alert on pool use", nil, "2026-02-01", nil, .open),
      (
        "- Alert on pool use [owner: data] [due: 2026-02-01]", "Alert on pool use", "data",
        "2026-02-01", nil, .open
      ),
      (
        "- **Action:** Alert on pool use\n  - **Owner:** Ada\n  - **Due:** 2026-02-01\n  - **Status:** Done",
        "Alert on pool use", "Ada", "2026-02-01", nil, .done
      ),
    ] as [(String, String, String?, String?, String?, ActionItem.State)])
  func readsALine(
    line: String, title: String, owner: String?, due: String?, link: String?,
    state: ActionItem.State
  ) throws {
    let items = read("# Down\n\n## Action items\n\n\(line)\n").incident.actionItems
    let item = try #require(items.first)
    #expect(items.count == 1)
    #expect(item.title == title)
    #expect(item.owner == owner)
    #expect(item.due?.description == due)
    #expect(item.link == link)
    #expect(item.state == state)
    #expect(item.line == 5)
  }

  @Test func readsATableByItsColumns() throws {
    let review = """
      # Down

      ## Follow-ups

      | Action | Type | Owner | Due | Ticket | Status |
      | --- | --- | --- | --- | --- | --- |
      | Alert on pool use | Detect | @data | 2026-02-01 | [OPS-7](https://git.example.com/7) | Done |
      | Cap the pool | prevent | Platform | next sprint | - | |
      """
    let items = read(review).incident.actionItems
    #expect(items.map(\.title) == ["Alert on pool use", "Cap the pool"])
    #expect(items.map(\.owner) == ["data", "Platform"])
    #expect(items.map(\.kind) == ["detect", "prevent"])
    #expect(items.map(\.state) == [.done, .open])
    #expect(items.map(\.link) == ["https://git.example.com/7", nil])
    #expect(items.map(\.dueWritten) == ["2026-02-01", "next sprint"])
    #expect(items[1].due == nil)
  }

  @Test func aBulletBelowABulletIsADetailUnlessTheUpperOneGroups() {
    let items = read(
      """
      ## Action items

      - Alert on pool use
        - at 80 percent
      - Prevent:
        - Cap the pool
        - Test the cap
      """
    ).incident.actionItems
    #expect(items.map(\.title) == ["Alert on pool use", "Cap the pool", "Test the cap"])
  }

  /// A line of the section, and its title and owner.
  @Test(
    arguments: [
      ("- Cap the pool (Ada, 2026-02-01)", "Cap the pool", "Ada"),
      ("- Cap the pool (担当: Ada, 期限: 2026-02-01)", "Cap the pool", "Ada"),
      ("- [ada] Cap the pool", "Cap the pool", "ada"), ("- [high] Cap it", "[high] Cap it", nil),
      ("- @ada to cap the pool", "to cap the pool", "ada"),
      ("- Ask what @ada saw in the pool", "Ask what @ada saw in the pool", nil),
      ("- Cap the pool (@ada)", "Cap the pool", "ada"),
      ("- Cap the pool @ada [repair]", "Cap the pool [repair]", "ada"),
    ] as [(String, String, String?)])
  func readsTheOwner(line: String, title: String, owner: String?) {
    let items = read("# Down\n\n## Action items\n\n\(line)\n").incident.actionItems
    #expect(items.map(\.title) == [title])
    #expect(items.map(\.owner) == [owner])
  }

  /// A line of the section, its title, its owner, and its due date as written.
  @Test(
    arguments: [
      ("- [ ] @jonas Release the lock", "Release the lock", "jonas", nil),
      ("- [ ] @jonas release the lock", "release the lock", "jonas", nil),
      ("- @jonas mentioned the lock", "@jonas mentioned the lock", nil, nil),
      (
        "- [ ] Release it @jonas due 2026-12-20 [#901](https://git.example.com/issues/901)\n  It hung.",
        "Release it It hung.", "jonas", "2026-12-20"
      ),
      (
        "- [ ] Release it @jonas due 2026-12-20 [#901](https://git.example.com/issues/901)\n  ![graph](g.png)",
        "Release it", "jonas", "2026-12-20"
      ),
      ("- [ ] Release it @jonas\n  It hung.", "Release it It hung.", "jonas", nil),
      ("- [ ] Ask\n  @jonas\n  about it", "Ask @jonas about it", nil, nil),
      (
        "- [ ] Release it @jonas due 2026-12-20 because it hung", "Release it because it hung",
        "jonas", "2026-12-20"
      ),
      ("- [ ] Release it @jonas, see OPS-1", "Release it, see OPS-1", "jonas", nil),
      ("- [ ] Release it @b by Dec 10", "Release it", "b", "Dec 10"),
      ("- [ ] Release it @ana due next week", "Release it", "ana", "next week"),
      ("- [ ] Release it @ana by end of Q1", "Release it", "ana", "end of Q1"),
      ("- [ ] Release it by Friday @ana", "Release it", "ana", "Friday"),
      ("- [ ] Release it due: KW 12 @ana", "Release it", "ana", "KW 12"),
      ("- [ ] Cut it by two weeks @ana", "Cut it by two weeks", "ana", nil),
      ("- [ ] Replace it due to age @ana", "Replace it due to age", "ana", nil),
      ("- [ ] Release it (Ana)", "Release it", "Ana", nil),
      ("- [ ] Release it [Ana]", "Release it", "Ana", nil),
      ("- [ ] Release it (Ana Quist) due 2026-12-20", "Release it", "Ana Quist", "2026-12-20"),
      ("- [ ] Watch it (Grafana)", "Watch it (Grafana)", nil, nil),
      (
        "- [ ] Remove it as proposed by @ana in OPS-1", "Remove it as proposed by @ana in OPS-1",
        nil, nil
      ),
      ("- [ ] Test it ([Issue](https://git.example.com/1))", "Test it (Issue)", nil, nil),
      ("- [ ] Read the flag `past-due: true`", "Read the flag past-due: true", nil, nil),
      ("- [ ] Release it (Ana) on both islands", "Release it (Ana) on both islands", nil, nil),
      ("- [ ] Release it owner: ana", "Release it", "ana", nil),
      (
        "- [ ] Release it owner: Ana Quist — due 2026-12-20", "Release it", "Ana Quist",
        "2026-12-20"
      ),
      ("- [ ] TODO(ana): Release it", "Release it", "ana", nil),
      ("- [ ] Release it — Ana, due 2026-12-20", "Release it", "Ana", "2026-12-20"),
      ("- [ ] Release it (owner: @ana; due 2026-12-20)", "Release it", "ana", "2026-12-20"),
      ("- [ ] Release it @ana due 2026-02-30", "Release it", "ana", "2026-02-30"),
    ] as [(String, String, String?, String?)])
  func readsOwnerAndDate(line: String, title: String, owner: String?, due: String?) throws {
    let items = read("# Down\n\n## Action items\n\n\(line)\n").incident.actionItems
    let item = try #require(items.first)
    #expect(items.count == 1)
    #expect(item.title == title)
    #expect(item.owner == owner)
    #expect(item.dueWritten == due)
  }

  /// Links to people are not trackers.
  @Test(
    arguments: [
      ("[@jonas](https://github.com/jonas)", "jonas", nil),
      ("[Ana](mailto:ana@example.com)", "Ana", nil),
      ("@jonas [OPS-3](https://git.example.com/3)", "jonas", "https://git.example.com/3"),
      (
        "[@jonas](https://github.com/jonas) [#9](https://github.com/harbor/pool/issues/9)", "jonas",
        "https://github.com/harbor/pool/issues/9"
      ),
    ] as [(String, String?, String?)])
  func aLinkToSomebodyIsNoTracker(text: String, owner: String?, link: String?) {
    let items = read("# Down\n\n## Action items\n\n- [ ] Release it \(text)\n").incident.actionItems
    #expect(items.map(\.owner) == [owner])
    #expect(items.map(\.link) == [link])
    let rows = read(
      "# Down\n\n## Action items\n\n| Item | Owner |\n| --- | --- |\n| Release it | \(text) |\n"
    ).incident.actionItems
    #expect(rows.map(\.link) == [link])
  }

  /// A date without a year is the first one after the incident.
  @Test(arguments: [
    ("2026-11-20", "2026-12-10"), ("2026-12-20", "2026-12-10"), ("2027-02-01", "2027-12-10"),
  ])
  func aDateWithoutAYearComesAfterTheIncident(day: String, due: String) {
    let items = read(
      "---\ndate: \(day)\n---\n# Down\n\n## Action items\n\n- [ ] Release it @b by Dec 10\n"
    ).incident.actionItems
    #expect(items.map { $0.due?.description } == [due])
  }

  /// The body of the section, and the titles in it.
  @Test(
    arguments: [
      ("None.", []), ("N/A", []), ("- No action items", []), ("TBD", []),
      (
        "### 1) Cap the pool\n\nSoon.\n\n### 2) Alert on it\n",
        ["1) Cap the pool", "2) Alert on it"]
      ),
      ("Cap the pool.\nAlert on its use.", ["Cap the pool.", "Alert on its use."]),
      (
        "We will cap the pool, and\nalert on its use.\n\n\(String(repeating: "More later. ", count: 30))",
        [
          "We will cap the pool, and alert on its use."
        ]
      ),
      ("Cap the pool: soon.\n\nAlert on its use.\n", ["Cap the pool: soon.", "Alert on its use."]),
      ("### Detection\n\n- Alert\n\n### Mitigation\n\n- Cap\n", ["Alert", "Cap"]),
      ("- Cap\n\n### What went wrong\n\n- No cap\n", ["Cap"]),
      (
        "- Fix the alert of the pool:\n  - its limit\n  - its text\n", ["Fix the alert of the pool"]
      ),
      (
        "| # | Task | DRI |\n| --- | --- | --- |\n| 1 | Cap | Ada |\n\n- DRI: who does it\n",
        ["Cap"]
      ),
    ] as [(String, [String])])
  func readsEveryShape(body: String, titles: [String]) {
    let items = read("# Down\n\n## Action items\n\n\(body)\n").incident.actionItems
    #expect(items.map(\.title) == titles)
  }

  @Test func preventionCountsOnlyWithoutActionItems() {
    let prevention = "## Prevention\n\n- Cap the pool\n"
    #expect(read(prevention).incident.actionItems.map(\.title) == ["Cap the pool"])
    #expect(
      read("\(prevention)\n## Action items\n\n- Alert\n").incident.actionItems.map(\.title) == [
        "Alert"
      ])
  }

  @Test func runningTextCountsOnlyWithoutAList() {
    let text = "## Follow-up\n\nThe pool is watched.\n"
    #expect(read(text).incident.actionItems.map(\.title) == ["The pool is watched."])
    #expect(
      read("## Action items\n\n- Alert\n\n\(text)").incident.actionItems.map(\.title) == ["Alert"])
  }

  @Test func aTableTellsByItsColumns() {
    let review = """
      ## State of the work

      | Part | Required action | Current status |
      | --- | --- | --- |
      | Pool | Cap it | Not done |
      | Queue | Drain it | 🟢 Completed |

      ## Log

      | Time | Action | Owner |
      | --- | --- | --- |
      | 10:05 | Restart | Ada |
      """
    let items = read(review).incident.actionItems
    #expect(items.map(\.title) == ["Cap it", "Drain it"])
    #expect(items.map(\.state) == [.open, .done])
  }

  /// A heading an item, with the fields of the item below it, as bullets or as lines.
  @Test(arguments: [
    "- **Owner:** Ada\n- **Due:** 2026-02-01\n- **Status:** Completed\n- **Ticket:** OPS-1\n",
    "**Owner:** Ada\n**Due:** Feb 1, 2026\n**Status:** closed\n**Ticket:** OPS-1\n",
  ])
  func readsCards(fields: String) {
    let items = read(
      "# Down\n\n## Action items\n\n### 1. Alert on pool use\n\n\(fields)\n### 2. Cap the pool\n\n- Owner: Bob\n"
    ).incident.actionItems
    #expect(items.map(\.owner) == ["Ada", "Bob"])
    #expect(items.map { $0.due?.description } == ["2026-02-01", nil])
    #expect(items.map(\.state) == [.done, .open])
    #expect(items.map(\.link) == ["OPS-1", nil])
    #expect(items.map(\.line) == [5, 12])
  }

  @Test func aKeyThatIsNoneIsAnItem() {
    let items = read(
      "# Down\n\n## Action items\n\n### Later\n\n- Data: check it twice\n- Status page: write it\n"
    ).incident.actionItems
    #expect(items.map(\.title) == ["Data: check it twice", "Status page: write it"])
  }
}
