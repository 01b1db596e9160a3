import Incidents
import Testing
internal import Vocabulary

struct ChatTests {
  private static let chat = """
    # Timeline

    All times in UTC. Channel: #incident-2026-01-10-001

    - 10:02 - Alert in #incidents: logins fail
    - 10:03 - @oncall acknowledging - investigating
    - 10:04 - /incident create "Logins fail"
    - 10:05 - Severity P1, @devops-lead is asked to join #incident-2026-01-10-001

    ⏰ 10:15 UPDATE
    Status: MITIGATING
    Impact: a tenth of all logins fail
    Actions: rolling back
    ETA: 10:30
    Next update: 10:25

    10:16 - Status page updated, notified #customer-success

    ✅ RESOLVED - 10:45
    Timeline:
    - 09:58: Issue detected
    - 10:20: Mitigation applied
    - 10:45: Service fully restored
    Root cause: a pool of ten connections
    Next steps:
    - Review: tomorrow

    10:50 - /incident close "Rolled back"
    """

  private var incident: Incident {
    read(timeline: Self.chat, review: nil, folder: "chat").incident
  }

  @Test func linesOfAChatSetTheFacts() {
    #expect(incident.id?.description == "incident-2026-01-10-001")
    #expect(incident.day?.description == "2026-01-10")
    #expect(incident.severity == .p1)
    #expect(incident.title == "Logins fail")
    #expect(incident.updateStatus == .resolved)
  }

  @Test func blocksAreEntriesAndTheRecapFillsMilestones() {
    #expect(
      incident.timeline?.entries.map(\.written) == [
        "10:02", "10:03", "10:04", "10:05", "10:15", "10:16", "10:45", "10:50",
      ])
    #expect(incident.timeline?.recap.map(\.written) == ["09:58", "10:20", "10:45"])
    let known = Dictionary(
      uniqueKeysWithValues: incident.milestones.known.map { ($0.milestone, $0.mark.moment) })
    #expect(known[.acknowledged]?.timeOfDay == "10:03")
    #expect(known[.declared]?.timeOfDay == "10:04")
    #expect(known[.mitigated]?.timeOfDay == "10:20")
    #expect(known[.resolved]?.timeOfDay == "10:45")
    #expect(known[.closed]?.rfc3339 == "2026-01-10T10:50:00Z")
  }

  @Test func everyMessageHasItsAudience() {
    #expect(
      incident.communications.map(\.channel) == [
        "@devops-lead", "incident channel", "status page", "#customer-success", "incident channel",
      ])
    #expect(
      incident.communications.map(\.audience) == [
        .team, .channel, .statusPage, .customers, .channel,
      ])
    #expect(incident.communications.map(\.status) == [nil, .mitigating, nil, nil, .resolved])
  }

  @Test(arguments: [
    ("Status page: checkout fails", [Communication.Audience.statusPage]),
    ("Status page and e-mail: all delivered", [.statusPage, .customers]),
    ("Status page updated: it is over", [.statusPage]),
    ("Status page provider is down as well", []),
    ("⏰ UPDATE to #customer-success: most work again", [.channel, .customers]),
    ("UPDATE to customers: most carts work", [.channel, .customers]),
    ("Customers told: carts are slow", [.customers]),
    ("E-mail to customers: carts are slow", [.customers]),
    ("External update: carts are slow", [.customers]),
    ("Update to shops: carts are slow", [.channel, .customers]),
    ("Message to all merchants: carts are slow", [.customers]),
    ("Told customers that carts are slow", [.customers]),
    ("Customers not told: nobody was affected", []), ("Customer data: intact", []),
    ("User 12: cart is slow", []), ("Users: 12", []),
  ])
  func noticesAreForThoseOutside(text: String, audiences: [Communication.Audience]) {
    let incident = read("# X\n\n## Timeline (UTC)\n\n- 10:05 - \(text)\n").incident
    #expect(incident.communications.map(\.audience) == audiences)
  }

  /// Messages as they are copied out of a chat.
  @Test(arguments: [
    "Ana Quist\n9:01 AM\nAlert fires\non two hosts\n\njonas\n9:05 AM\nlooking",
    "Ana Quist  9:01 AM\nAlert fires\non two hosts\n\njonas  9:05 AM\nlooking",
    "Ana Quist\n\n9:01 AM\n\nAlert fires\non two hosts\n\njonas\n\n9:05 AM\n\nlooking",
    "Ana Quist [9:01 AM]\nAlert fires\non two hosts\njonas [9:05 AM]\nlooking",
    "Ana Quist\n09:01\nAlert fires\non two hosts\n\njonas\n09:05\nlooking",
  ])
  func copiedMessagesAreEntries(chat: String) {
    let timeline = read("# Down\n\n## Timeline\n\n\(chat)\n").incident.timeline
    #expect(timeline?.entries.map { $0.moment?.timeOfDay } == ["09:01", "09:05"])
    #expect(
      timeline?.entries.map(\.text) == ["Ana Quist: Alert fires\non two hosts", "jonas: looking"])
    #expect(timeline?.unread == [])
  }

  @Test func otherLinesAreNoMessages() {
    let timeline = read(
      "# Down\n\n## Timeline\n\n9:01 - Alert\n9:05 - Looking\n\nThe pool was full at 9:07\n"
    ).incident.timeline
    #expect(timeline?.entries.map(\.text).prefix(1) == ["Alert"])
  }

  @Test func theLongestSilenceIsBetweenUpdates() {
    #expect(incident.longestUpdateGap?.minutes == 30)
  }

  /// Pasted without blank lines, so that the record goes on within the recap's last bullet.
  @Test func aRecapEndsWhereTheRecordGoesOn() {
    let incident = read(
      timeline: """
        # Timeline

        10:02 - Alert
        10:15 - escalated to @leadership and @security-team
        10:45 - ✅ RESOLVED
        Timeline:
        - Detected: 10:02
        - Fixed: 10:40
        Root cause: a pool
        10:50 - /incident close "Rolled back"
        """, review: nil, folder: "incident-2026-01-10-001"
    ).incident
    #expect(incident.timeline?.entries.map(\.written) == ["10:02", "10:15", "10:45", "10:50"])
    #expect(incident.timeline?.recap.map(\.text) == ["Detected", "Fixed"])
    #expect(incident.milestones[.mitigated]?.moment.timeOfDay == "10:40")
    #expect(incident.milestones[.closed]?.moment.timeOfDay == "10:50")
    #expect(
      incident.communications.map(\.channel) == [
        "@leadership", "@security-team", "incident channel",
      ])
  }
}
