import Diagnostics
import Files
import Foundation
import Pipeline
import Testing

/// Programs are asked about commands, and are given nothing to run.
struct ProgramCheckTests {
  private static let hasShell = FileManager.default.isExecutableFile(atPath: "/usr/bin/bash")

  private func findings(in text: String) async throws -> [Diagnostic] {
    let folder = FileManager.default.temporaryDirectory.appending(path: "checks-\(UUID())")
    let runbooks = folder.appending(path: "runbooks")
    try FileManager.default.createDirectory(at: runbooks, withIntermediateDirectories: true)
    defer { try? FileManager.default.removeItem(at: folder) }
    try text.write(to: runbooks.appending(path: "restart.md"), atomically: true, encoding: .utf8)
    return try await Build(content: folder.path()).checked().judgement.findings
  }

  @Test(
    .enabled(if: hasShell),
    arguments: [
      ("for host in a b; do\n  ssh $host uptime\ndone", nil),
      ("for host in a b; do\n  ssh $host uptime", 7),
      ("grep 'error /var/log/app.log", 6),
      ("kubectl logs <pod>", nil),
      ("kubectl logs <pod> > out.log", nil),
      ("kubectl logs <...>", nil),
      ("kubectl get pods | grep api |", 6),
      ("echo $(date", 6),
      ("cat <<EOF | kubectl apply -f -\nkind: Pod\nname: (a\nEOF\nkubectl get pods", nil),
      ("kubectl get pods\nNAME   READY   STATUS\n(api)   1/1     Running", nil),
      ("uptime\nif [ -f /tmp/x ]; then\n  rm /tmp/x\nelse\necho no", 10),
    ] as [(String, Int?)])
  func shellTextIsRead(block: String, line: Int?) async throws {
    let found = try await findings(in: "# Restart\n\nDo it:\n\n```bash\n\(block)\n```\n")
      .filter { $0.code == "PM106" }
    #expect(found.map { $0.range?.lowerBound.line } == (line.map { [$0] } ?? []))
  }

  @Test(.enabled(if: hasShell)) func nothingIsRun() async throws {
    let mark = FileManager.default.temporaryDirectory.appending(path: "ran-\(UUID())").path()
    let blocks = [
      "touch \(mark)", "$(touch \(mark))", "`touch \(mark)`", "echo \"$(touch \(mark))\"",
      "exit 0; touch \(mark)", ": ${X:=$(touch \(mark))}", "set +n\ntouch \(mark)",
      "ansible-playbook \"$(touch \(mark)).yml\" -i 'a;touch \(mark)'", "trap 'touch \(mark)' EXIT",
    ]
    for block in blocks {
      _ = try await findings(in: "# Restart\n\n```bash\n\(block)\n```\n")
      #expect(!FileManager.default.fileExists(atPath: mark), "\(block)")
    }
  }
}
