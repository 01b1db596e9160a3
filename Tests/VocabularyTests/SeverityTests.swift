import Testing
import Vocabulary

struct SeverityTests {
  @Test(
    arguments: [
      ("P0", .p0), ("p1", .p1), ("P1 (major)", .p1), ("**P2**: slow", .p2), ("P3/low", .p3),
      ("P1.", .p1),
      ("p1: high", .p1), ("🔴 P0", .p0), ("(P2)", .p2), ("P1–P2", .p1),
    ] as [(String, Severity)])
  func isRead(text: String, severity: Severity) {
    #expect(SeverityScale.standard.severity(leading: text) == severity)
  }

  @Test(arguments: [
    "", "P", "P4", "P10", "P1.5", "PP1", "P1a", "P_1", "SEV1", "Sev 1", "1", "high", "é", "-",
  ])
  func isNotGuessed(text: String) {
    #expect(SeverityScale.standard.severity(leading: text) == nil)
  }
}
