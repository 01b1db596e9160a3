import Diagnostics
import Foundation
import Testing

/// The generator's own check over the sites that `make docusaurus-test` compiled with Docusaurus.
struct AcceptanceOfSitesTests {
  private static let sites = (ProcessInfo.processInfo.environment["ACCEPTANCE_SITES"] ?? "")
    .split(separator: ":").map(String.init)

  @Test(.enabled(if: !sites.isEmpty), arguments: sites)
  func acceptsWhatDocusaurusAccepted(_ site: String) throws {
    let root = URL(filePath: site)
    var files: [Acceptance.File] = []
    for folder in ["blog", "docs"] {
      let names = FileManager.default.enumerator(atPath: root.appending(path: folder).path())
      for case let name as String in names ?? .init() {
        let file = root.appending(path: "\(folder)/\(name)")
        guard try file.resourceValues(forKeys: [.isRegularFileKey]).isRegularFile == true else {
          continue
        }
        files.append(
          Acceptance.File(path: "\(folder)/\(name)", bytes: Array(try Data(contentsOf: file))))
      }
    }
    #expect(files.contains { $0.path.contains("index.md") })
    let found = Acceptance.findings(in: files)
    let shown = found.prefix(20).map { finding in
      "\(finding.path):\(finding.range?.lowerBound.line ?? 0): \(finding.code) \(finding.message)"
    }
    #expect(found.count == 0, "\(found.count) findings: \(shown.joined(separator: "\n"))")
  }
}
