import Incidents
import Testing

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
      ("- [done] Alert on pool use", "Alert on pool use", nil, nil, nil, .done),
      ("- Alert on pool use ✅", "Alert on pool use", nil, nil, nil, .done),
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
}
