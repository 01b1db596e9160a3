import Diagnostics
import Runbooks
import TestSupport
import Testing
internal import Vocabulary

struct CommunicationMatrixTests {
  private let text = """
    # Process

    ## Communication matrix

    | Severity | Chat | Status page | Leadership |
    | --- | --- | --- | --- |
    | P0 | Immediate | Yes | At once |
    | **P1** (major) | Immediate | If >1hr | If >30min |
    | P2 | When fixed | No | Daily summary |
    | Other | If customer-facing | Never | By 10 minutes |
    """

  @Test func everyPartIsRead() throws {
    let matrix = try #require(runbook(text).communicationMatrix)
    #expect(matrix.corner == "Severity")
    #expect(matrix.columns.map(\.title) == ["Chat", "Status page", "Leadership"])
    #expect(matrix.columns.map(\.column) == [13, 20, 34])
    #expect(matrix.rows.map(\.name) == ["P0", "P1", "P2", "Other"])
    #expect(matrix.rows.map(\.severity) == [.p0, .p1, .p2, nil])
    #expect(matrix.rows.map(\.line) == [7, 8, 9, 10])
    #expect(matrix.line == 5)
    #expect(matrix.anchor == "communication-matrix")
    #expect(matrix.cell(severity: .p1, channel: "status page") == "If >1hr")
    #expect(matrix.cell(severity: .p1, channel: "Pager") == nil)
    #expect(matrix.cell(severity: .p3, channel: "Chat") == nil)
  }

  @Test(
    arguments: [
      (.p0, "Chat", .immediately), (.p0, "Leadership", .immediately),
      (.p0, "Status page", .always), (.p1, "Status page", .after(minutes: 60)),
      (.p1, "Leadership", .after(minutes: 30)), (.p2, "Chat", .whenFixed),
      (.p2, "Leadership", .daily), (.p2, "Status page", .never),
    ] as [(Severity, String, CommunicationMatrix.Timing)])
  func timing(severity: Severity, channel: String, timing: CommunicationMatrix.Timing) {
    let matrix = runbook(text).communicationMatrix
    #expect(matrix?.timing(severity: severity, channel: channel) == timing)
  }

  @Test(
    arguments: [
      ("Never", .never), ("If customer-facing", .judgement("If customer-facing")),
      ("If >1.5hr", .after(minutes: 90)), ("> 90 min", .after(minutes: 90)),
      ("after half an hour", .after(minutes: 30)), ("within 1h 30m", .after(minutes: 90)),
      ("15–30 min", .after(minutes: 30)), ("1:30 h", .after(minutes: 90)),
      ("No later than 1 hour", .after(minutes: 60)), ("No", .never), ("No, unless asked", .never),
      ("within 2 business days", .judgement("within 2 business days")),
    ] as [(String, CommunicationMatrix.Timing)])
  func cells(cell: String, timing: CommunicationMatrix.Timing) {
    #expect(CommunicationMatrix.Timing(reading: cell) == timing)
  }

  @Test func aColumnWithoutTitleIsFoundWhereItIs() throws {
    let marked = MarkedText(
      """
      ## Communication matrix

      | Severity | Chat | Boss |⟦ ⟧|
      |---|---|---|---|
      | P0 | Immediate | Yes | Immediately |
      | P1 | Immediate | No | If >30min |
      """)
    let findings = runbook(marked.text).diagnostics
    #expect(findings.map(\.code) == ["PM081"])
    #expect(findings.map(\.range) == marked.ranges)
    #expect(findings.first?.message == "column 4 of the communication matrix has no title")
    #expect(
      findings.first?.help
        == "name the channel of the column with 'Immediately' and 'If >30min', as in 'Mail'")
  }

  @Test(arguments: [
    ("| P0 | Now | |", "'P0' has no entry for 'Mail' in the communication matrix"),
    ("| P0 | Now |", "'P0' has no entry for 'Mail' in the communication matrix"),
    ("| P0 | Now | Now |\n| P0 | Now | Now |", "'P0' has two rows in the communication matrix"),
  ])
  func gaps(rows: String, message: String) {
    let text = "## Communication matrix\n\n| Severity | Chat | Mail |\n|---|---|---|\n\(rows)\n"
    #expect(runbook(text).diagnostics.map(\.message) == [message])
  }

  @Test func otherTablesAreNoMatrix() {
    let table = "| a | |\n|---|---|\n| b | c |\n"
    #expect(runbook("## Risk matrix\n\n\(table)").communicationMatrix == nil)
    #expect(
      runbook("## Communication matrix\n\nTo come.\n\n## Other\n\n\(table)").communicationMatrix
        == nil)
  }
}
