import Diagnostics
import Files
import Foundation
import Pipeline
import TestSupport
import Testing

/// Faults planted one by one in the example's commands, inventory, playbooks and alert rules are found where they
/// are, and the example without them has none.
struct PlantedFaultTests {
  /// An edit of one file of the example. `⟦ ⟧` in the new text, or in that of another file, marks where the finding
  /// is.
  struct Fault: CustomTestStringConvertible, Sendable {
    var file: String
    var old: String
    var new: String
    var code: String
    /// The file of the finding and the text that it marks, when that is not in `new`.
    var at: (file: String, text: String)?

    init(
      _ code: String, _ file: String, _ old: String, _ new: String,
      at place: (file: String, text: String)? = nil
    ) {
      self.code = code
      self.file = file
      self.old = old
      self.new = new
      at = place
    }

    var testDescription: String { "\(code) \(file): \(new.prefix(60))" }
  }

  private static let content = URL(filePath: #filePath).appending(path: "../../../content")
    .standardized

  private static func example() throws -> [String: [UInt8]] {
    var files: [String: [UInt8]] = [:]
    let names = FileManager.default.enumerator(atPath: content.path())
    for case let name as String in names ?? .init() {
      let file = content.appending(path: name)
      guard try file.resourceValues(forKeys: [.isRegularFileKey]).isRegularFile == true else {
        continue
      }
      files["content/\(name)"] = Array(try Data(contentsOf: file))
    }
    return files
  }

  private static func findings(in files: [String: [UInt8]]) async throws -> [Diagnostic] {
    try await Build(content: "content", files: .memory(files)).checked().judgement.findings
      .filter { $0.code.hasPrefix("PM1") }
  }

  private static let rollback = "content/runbooks/rollback.md"
  private static let restart = "content/runbooks/restart-service.md"
  private static let scale = "content/runbooks/scale-up.md"
  private static let mode = "content/runbooks/maintenance-mode.md"
  private static let inventory = "content/infrastructure/inventory/production"
  private static let playbooks = "content/infrastructure/playbooks/emergency"

  /// The command of the rollback runbook, with some words replaced.
  private static func command(_ old: String, _ new: String, _ code: String) -> Fault {
    let command =
      "ansible-playbook playbooks/emergency/rollback.yml -e \"app=api version=previous\" -i inventory/production"
    precondition(command.contains(old))
    return Fault(code, rollback, command, command.replacing(old, with: new))
  }

  static let commands: [Fault] = [
    command("playbooks/emergency/rollback.yml", "⟦playbooks/emergency/rolback.yml⟧", "PM100"),
    command("playbooks/emergency/rollback.yml", "⟦playbooks/rollback.yml⟧", "PM100"),
    command("playbooks/emergency/rollback.yml", "⟦rollback.yml⟧", "PM100"),
    command("playbooks/emergency/rollback.yml", "⟦playbooks/emergency/rollback.yaml⟧", "PM100"),
    command("playbooks/emergency/rollback.yml", "⟦playbooks/Emergency/rollback.yml⟧", "PM100"),
    command("-e \"app=api version=previous\"", "-e @⟦vars/rollback.yml⟧", "PM100"),
    command("-i inventory/production", "-i ⟦inventory/prod⟧", "PM101"),
    command("-i inventory/production", "-i ⟦inventories/production⟧", "PM101"),
    command("-i inventory/production", "--inventory=⟦inventory/productoin⟧", "PM101"),
    command("version=previous", "⟦verison⟧=previous", "PM102"),
    command("app=api ", "app=api ⟦force⟧=true ", "PM102"),
    command("app=api ", "⟦application⟧=api app=api ", "PM102"),
    command(
      "playbooks/emergency/rollback.yml -e \"app=api version=previous\"",
      "⟦playbooks/emergency/rollback.yml⟧ -e app=api", "PM103"),
    command(
      "playbooks/emergency/rollback.yml -e \"app=api version=previous\"",
      "⟦playbooks/emergency/rollback.yml⟧", "PM103"),
    command(
      "playbooks/emergency/rollback.yml -e \"app=api version=previous\"",
      "⟦playbooks/emergency/rollback.yml⟧ -e '{\"version\": \"previous\"}'", "PM103"),
    command("-i inventory/production", "-i inventory/production --limit ⟦prod-api-09⟧", "PM104"),
    command("-i inventory/production", "-i inventory/production -l ⟦apis⟧", "PM104"),
    command("-i inventory/production", "-i inventory/production -l ⟦'api:!prod-api-7'⟧", "PM104"),
    command("app=api", "app=⟦apii⟧", "PM104"),
    command("-i inventory/production", "⟦--inventroy⟧ inventory/production", "PM105"),
    command("-i inventory/production", "-i inventory/production ⟦--chek⟧", "PM105"),
    command("-i inventory/production", "-i inventory/production ⟦-Z⟧", "PM105"),
    Fault(
      "PM104", restart,
      "ansible-playbook playbooks/emergency/restart-service.yml -e \"service=api host=prod-api-01\"",
      "ansible-playbook playbooks/emergency/restart-service.yml -e \"service=api host=⟦prod-api-1⟧\""
    ),
    Fault(
      "PM104", restart,
      "ansible-playbook playbooks/emergency/restart-service.yml -e \"service=api host=prod-api-01\"",
      "ansible-playbook playbooks/emergency/restart-service.yml -e \"service=api host=⟦prod-db-01⟧\""
    ),
    Fault(
      "PM102", scale, "-e \"service=api replicas=2\"", "-e \"service=api ⟦replica⟧=2\""),
  ]

  static let operations: [Fault] = [
    // The inventory and the playbooks change, and the commands do not.
    Fault(
      "PM104", inventory, "[edge]\nprod-edge-01\nprod-edge-02\n", "",
      at: (mode, "playbooks/emergency/maintenance-mode.yml")),
    Fault(
      "PM104", inventory, "[api]\nprod-api-01\n", "[api]\n",
      at: (restart, "prod-api-01")),
    Fault(
      "PM103", playbooks + "/maintenance-mode.yml", "          - enable is defined\n",
      "          - enable is defined\n          - reason is defined\n",
      at: (mode, "playbooks/emergency/maintenance-mode.yml")),
    Fault(
      "PM103", playbooks + "/scale-up.yml", "replicas is defined",
      "replicas is defined\n          - region is defined",
      at: (scale, "playbooks/emergency/scale-up.yml")),
    Fault(
      "PM103", inventory, "release_root=/srv\n", "",
      at: (rollback, "playbooks/emergency/rollback.yml")),
    Fault(
      "PM100", playbooks + "/rollback.yml", "- name: Check what was asked for\n",
      "- name: \"Check what was asked for\n",
      at: (rollback, "playbooks/emergency/rollback.yml")),
  ]

  private static let rules = "content/infrastructure/alerts/platform.yml"
  private static let page = "https://incidents.harborstreet.example/archive/runbooks/alerts"

  static let alerts: [Fault] = [
    Fault(
      "PM130", rules, "  - name: connections\n    rules:\n",
      "  - name: connections\n    rules:\n      - alert: ⟦QueueGrows⟧\n        expr: queue > 9\n"),
    Fault(
      "PM130", rules, "  - name: connections\n    rules:\n",
      "  - name: connections\n    rules:\n      - expr: queue > 9\n        alert: '⟦QueueGrows⟧'\n"),
    Fault(
      "PM131", rules, "- alert: CertificateExpiresSoon\n        expr: min",
      "- record: CertificateExpiresSoon\n        expr: min",
      at: ("content/runbooks/alerts/CertificateExpiresSoon.md", "CertificateExpiresSoon")),
    Fault(
      "PM121", "content/runbooks/alerts/CertificateExpiresSoon.md",
      "alert: CertificateExpiresSoon", "alert: ⟦CertificateExpires⟧"),
    Fault(
      "PM132", rules, "\(page)/ApiErrorRateHigh/index.html",
      "⟦\(page)/ApiErrorsHigh/index.html⟧"),
    Fault(
      "PM132", rules, "\(page)/ApiErrorRateHigh/index.html",
      "⟦\(page)/ApiErrorRateHigh/index.html#mitigations⟧"),
    Fault(
      "PM132", rules, "\(page)/ApiErrorRateHigh/index.html",
      "⟦https://incidents.harborstreet.example/docs/runbooks/ApiErrorRateHigh⟧"),
    Fault(
      "PM132", rules, "\(page)/ApiErrorRateHigh/index.html",
      "⟦https://git.example.com/harbor-street/operations/blob/main/content/runbooks/ApiErrorRateHigh.md⟧"
    ),
    Fault(
      "PM132", rules, "\(page)/ApiErrorRateHigh/index.html", "⟦runbooks/ApiErrorRateHigh.md⟧"),
    Fault(
      "PM133", rules, "\(page)/ApiErrorRateHigh/index.html",
      "\"⟦\(page)/{{ $labels.alertname }}/index.html⟧\""),
    Fault(
      "PM133", rules, "\(page)/ApiErrorRateHigh/index.html",
      "\"⟦\(page)/{{ $alert }}/index.html⟧\""),
    Fault("PM134", rules, "        for: 3m\n", "        for: \"3m\n", at: (rules, "")),
  ]

  @Test func theExampleHasNone() async throws {
    #expect(try await Self.findings(in: Self.example()).map(\.message) == [])
  }

  @Test(arguments: commands + operations + alerts)
  func isFoundAtItsPlace(fault: Fault) async throws {
    var files = try Self.example()
    let text = String(decoding: try #require(files[fault.file]), as: UTF8.self)
    try #require(text.contains(fault.old), "the example has changed")
    let place = try #require(text.firstRange(of: fault.old))
    let edited = text.replacingCharacters(in: place, with: fault.new)
    let marked = MarkedText(edited)
    files[fault.file] = Array(marked.text.utf8)
    let findings = try await Self.findings(in: files)
    let hits = findings.filter { $0.code == fault.code }
    #expect(!hits.isEmpty, "found: \(findings.map(\.message))")
    #expect(hits.allSatisfy { $0.help?.isEmpty == false })
    if let at = fault.at {
      let quoted = try hits.filter { $0.path == at.file }.map { finding in
        try #require(finding.range).text(in: try #require(files[at.file]))
      }
      #expect(at.text.isEmpty ? !hits.isEmpty : quoted.contains(at.text), "\(hits)")
    } else {
      #expect(hits.contains { $0.path == fault.file && $0.range == marked.ranges.first }, "\(hits)")
      // One mistake is one finding.
      #expect(findings.count == 1, "\(findings.map(\.message))")
    }
  }
}

extension SourceRange {
  fileprivate func text(in bytes: [UInt8]) -> String {
    let file = SourceFile(path: "", bytes: bytes)
    let line = Array(file.bytes[file.offsets(ofLine: lowerBound.line)])
    return String(
      decoding: line[(lowerBound.column - 1)..<(upperBound.column - 1)],
      as: UTF8.self)
  }
}
