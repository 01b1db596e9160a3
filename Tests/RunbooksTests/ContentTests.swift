import CommonMark
import Diagnostics
import Foundation
import Runbooks
import TestSupport
import Testing
internal import Vocabulary

/// The runbooks that come with the project, and real ones from elsewhere.
struct ContentTests {
  private static let content = URL(filePath: #filePath).deletingLastPathComponent()
    .appending(path: "../../content/runbooks").standardized

  private func read(_ file: URL, as path: String) throws -> Runbook {
    let bytes = Array(try Data(contentsOf: file))
    return Runbook(reading: MarkdownDocument(parsing: SourceFile(path: path, bytes: bytes)))
  }

  @Test func theIncidentResponseIsUnderstoodWhole() throws {
    let path = "content/runbooks/incident-response.md"
    let file = Self.content.appending(path: "incident-response.md")
    let runbook = try read(file, as: path)
    #expect(runbook.diagnostics == [])
    #expect(runbook.kind == .process)
    #expect(runbook.phases.map(\.number) == [1, 2, 3, 4, 5, 6])
    #expect(runbook.phases.map(\.window) == [0...5, 5...15, 15...30, nil, nil, 0...2880])
    #expect(runbook.commands.count == 4)
    #expect(runbook.decisionTrees.map(\.questions.count) == [3, 3, 4])
    #expect(runbook.communicationMatrix?.columns.count == 4)
    #expect(runbook.communicationMatrix?.rows.map(\.severity) == [.p0, .p1, .p2, .p3])
    #expect(runbook.updateTemplates.map(\.kind) == [.internal, .external, .resolved])
    #expect(runbook.updateTemplates.allSatisfy { !$0.fields.isEmpty })
    #expect(runbook.contacts.count >= 4)
    #expect(runbook.contacts.contains { $0.handle == "@oncall" })
    #expect(runbook.tools.count >= 5)
    #expect(runbook.postIncidentChecklist.count == 9)
    #expect(runbook.learningQuestions.count == 4)
    let policy = try #require(runbook.policy)
    #expect(policy.statements.allSatisfy { $0.source != .standard })
    #expect(policy.statements.allSatisfy { $0.window == $0.rule.standard })
  }

  @Test(arguments: ["rollback", "restart-service", "scale-up", "maintenance-mode"])
  func playbooks(name: String) throws {
    let runbook = try read(Self.content.appending(path: "\(name).md"), as: "runbooks/\(name).md")
    #expect(runbook.diagnostics == [])
    #expect(runbook.kind == .playbook)
    #expect(runbook.lastVerified != nil)
    #expect(runbook.firstCommand?.contains("playbooks/emergency/\(name).yml") == true)
    #expect(runbook.commands.allSatisfy { !$0.extraVariables.isEmpty && $0.inventory != nil })
  }

  @Test(.enabled(if: SharedData.isExpected, SharedData.advice))
  func realRunbooksAreRead() throws {
    let folder = SharedData.folder.appending(path: "corpus/runbook")
    let paths = try FileManager.default.subpathsOfDirectory(atPath: folder.path())
      .filter { $0.hasSuffix(".md") || $0.hasSuffix(".md.erb") }
    let runbooks = try paths.map { path in try read(folder.appending(path: path), as: path) }
    #expect(runbooks.count == 274)
    #expect(runbooks.allSatisfy { !$0.title.isEmpty && !$0.slugPath.isEmpty })
    #expect(runbooks.count { $0.kind == .alert } >= 180)
    #expect(runbooks.count { !$0.sections.isEmpty } >= 260)
    #expect(runbooks.count { $0.firstCommand != nil } >= 170)
    #expect(runbooks.allSatisfy { $0.decisionTrees.isEmpty })
  }
}
