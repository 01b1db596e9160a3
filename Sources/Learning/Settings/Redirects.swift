package import Diagnostics
internal import Incidents
internal import Runbooks
package import YAML

/// What `content/redirects.yml` says: which page is now at an address that another one had.
package struct Redirects: Sendable {
  package struct Entry: Hashable, Sendable {
    /// As written.
    package let written: String
    package let range: SourceRange
    /// A path below the content folder, or the address of a page.
    package let target: String
    package let targetRange: SourceRange
  }

  /// `nil` when there is no such file.
  package var path: String?
  package var entries: [Entry] = []

  package init() {}

  /// Reads a mapping of old addresses to files or addresses. What is not a text on either side is `BS017`.
  package init(_ pairs: [YAMLPair], in file: SourceFile, findings: inout [Diagnostic]) {
    path = file.path
    for pair in pairs {
      guard let written = pair.key.text else { continue }
      guard let target = pair.value.text, !target.isEmpty else {
        findings.append(
          Diagnostic(
            code: "BS017", level: .error, path: file.path, range: pair.value.range,
            message: "'\(written)' has no target",
            help: "write the file that has the page now, as in 'incidents/2026-01-10-pool.md'"
          ).quoting(file))
        continue
      }
      entries.append(
        Entry(
          written: written, range: pair.key.range, target: target, targetRange: pair.value.range))
    }
  }
}
