import Incidents
import Testing
import Vocabulary

/// Clocks and days as people of many languages write them.
struct NotationTests {
  private func times(_ lines: [String], below heading: String = "Timeline") -> [String?] {
    let list = lines.map { "- \($0)" }.joined(separator: "\n")
    let text = "---\ndate: 2031-03-12\n---\n# Uploads stopped\n\n## \(heading)\n\n\(list)\n"
    let entries = read(text).incident.timeline?.entries ?? []
    return entries.map { $0.moment.map(\.timeOfDay) }
  }

  @Test(arguments: [
    ("9 h 28 - the cache is emptied", "09:28"), ("**9 h 21** : premier signal", "09:21"),
    ("9h28 – redémarrage", "09:28"), ("À partir de 13:17, tout est lent", "13:17"),
    ("Vers 13:30, retour", "13:30"), ("antes de las 18:40 — despliegue", "18:40"),
    ("entre 18:40 y 18:45 — otro despliegue", "18:40"), ("por volta das 09:15 - alerta", "09:15"),
    ("verso le 14:20 - riavvio", "14:20"), ("rond 14:30 - melding", "14:30"),
    ("około 14:30 – zgłoszenie", "14:30"), ("kurz nach 14:30 - Meldung", "14:30"),
    ("15시 20분 - 응답 없음", "15:20"), ("오후 3시 40분 - 재시작", "15:40"), ("翌日 09:10 確認", "09:10"),
    ("16:05:57-58 two alerts", "16:05"), ("{{ 17:45 }} end", "17:45"), ("4.50pm back", "16:50"),
  ])
  func readsClocks(line: String, time: String) {
    #expect(times(["09:00 - start", line]).last == time)
  }

  @Test func dotsAreTimesWhereAllLinesAgree() {
    #expect(
      times(["15.03 first report", "15.20 restart", "16.05 (approx) calm"]) == [
        "15:03", "15:20", "16:05",
      ])
  }

  @Test func aVersionIsNoTime() {
    #expect(times(["10:05 - start", "21.10.15 is rolled out"]).count == 1)
    #expect(times(["3.12 is rolled out", "we look at 3.14"]).isEmpty)
  }

  private func days(_ lines: [String]) -> [String?] {
    let list = lines.map { "- \($0)" }.joined(separator: "\n")
    let text = "---\ndate: 2031-03-12\n---\n# Uploads stopped\n\n## Timeline\n\n\(list)\n"
    return (read(text).incident.timeline?.entries ?? []).map { $0.day?.description }
  }

  @Test(arguments: [
    ("13 marca, 09:00 - koniec", "2031-03-13"), ("13 marzo 2031 09:00 - fine", "2031-03-13"),
    ("13 maart 2031 09:00 - einde", "2031-03-13"), ("13 mars 2031 09:00 - fin", "2031-03-13"),
    ("le 13 mars : fin", "2031-03-13"), ("03-13 09:00 end", "2031-03-13"),
    ("13-03 09:00 end", "2031-03-13"), ("Mar-13-2031 09:12:40 PM +UTC done", "2031-03-13"),
    ("March 13 & 14, 2031: rebuilt", "2031-03-13"), ("2031년 3월 13일 09:00 - 점검", "2031-03-13"),
    ("Early morning March 13th, 2031 the disk fills", "2031-03-13"),
  ])
  func readsDays(line: String, day: String) {
    #expect(days(["2031-03-12 09:00 - start", line]).last == day)
  }

  @Test func aHeadingMayHaveItsTimeBehindIt() {
    let entries =
      read(
        """
        # Uploads stopped

        ## Timeline

        ### Search for the cause (16:20-16:40)

        Logs.

        ### Recovery (16:40-17:00)

        Restart.
        """
      ).incident.timeline?.entries ?? []
    #expect(entries.map(\.written) == ["16:20-16:40", "16:40-17:00"])
  }

  @Test func figuresWithTimesAreNoTimeline() {
    let text = """
      # Uploads stopped

      ## Measurements

      | Time | Rate | Load |
      |---|---|---|
      | 10:05 | 12 | 0.3 |
      | 10:10 | 15 | 0.9 |
      | 10:15 | 19 | 1.4 |
      """
    #expect(read(text).incident.timeline == nil)
  }
}

/// Action items and milestones that a sentence tells.
struct SentenceTests {
  private func items(_ lines: String) -> [ActionItem] {
    read("# Uploads stopped\n\n## Action items\n\n\(lines)\n").incident.actionItems
  }

  @Test(arguments: [
    ("- Ana to raise the limit", "Ana", "raise the limit"),
    ("- Alerts: Ana Quist to add one for the pool", "Ana Quist", "Alerts: add one for the pool"),
  ])
  func somebodyIsToDoIt(line: String, owner: String, title: String) {
    #expect(items(line).first?.owner == owner)
    #expect(items(line).first?.title == title)
  }

  @Test(arguments: [
    "- Migrate to the new cluster", "- Switch to using queues", "- Need to check the pool",
  ])
  func aVerbIsNobody(line: String) { #expect(items(line).first?.owner == nil) }

  @Test func aColumnOfStatesIsNoTicket() {
    let found = items("| Action | Bug |\n|---|---|\n| Raise the limit | DONE |\n| Alert | TODO |")
    #expect(found.map(\.isDone) == [true, false])
    #expect(found.allSatisfy { $0.link == nil })
  }

  @Test(arguments: ["- There are no action items", "- Nessuna", "- Brak"])
  func nothingIsNoItem(line: String) { #expect(items(line).isEmpty) }

  @Test(arguments: [
    "## Leftover tasks", "**Actions planned**", "## How are we going to do better?",
  ])
  func headingsOfWork(heading: String) {
    let text = "# Uploads stopped\n\n**Cause**\n\nA limit.\n\n\(heading)\n\n- raise the limit\n"
    #expect(read(text).incident.actionItems.map(\.title) == ["raise the limit"])
  }

  @Test func whatIsAcknowledgedMattersForTheMilestone() {
    let text = { (line: String) in
      "# Down\n\n## Timeline\n\n- 10:00 - alert fires\n- 10:05 - \(line)\n"
    }
    #expect(
      read(text("vendor acknowledges the jailed nodes")).incident.milestones[.acknowledged] == nil)
    #expect(read(text("Ana acknowledges the alert")).incident.milestones[.acknowledged] != nil)
    #expect(read(text("nodes started to restart")).incident.milestones[.started] == nil)
  }
}
