package import Foundation
package import Testing

/// Compares a text with a file of the test target's folder `Golden`, line by line.
///
/// `UPDATE_GOLDEN=1` writes the file instead and fails, so that a changed file is read before it is kept.
package func expectGolden(
  _ actual: String, _ name: String, filePath: String = #filePath,
  sourceLocation: Testing.SourceLocation = #_sourceLocation
) throws {
  let file = URL(filePath: filePath).deletingLastPathComponent().appending(path: "Golden/\(name)")
  try expectGolden(actual, at: file, sourceLocation: sourceLocation)
}

/// The same for a file anywhere.
package func expectGolden(
  _ actual: String, at file: URL, sourceLocation: Testing.SourceLocation = #_sourceLocation
) throws {
  let name = file.lastPathComponent
  if ProcessInfo.processInfo.environment["UPDATE_GOLDEN"] != nil {
    try FileManager.default.createDirectory(
      at: file.deletingLastPathComponent(), withIntermediateDirectories: true)
    try actual.write(to: file, atomically: true, encoding: .utf8)
    Issue.record("wrote \(name); read the diff, then run again", sourceLocation: sourceLocation)
    return
  }
  guard let expected = try? String(contentsOf: file, encoding: .utf8) else {
    Issue.record(
      "\(name) is missing; run with UPDATE_GOLDEN=1 to write it", sourceLocation: sourceLocation)
    return
  }
  guard let difference = lineDifference(from: expected, to: actual) else { return }
  Issue.record("\(name) differs:\n\(difference)", sourceLocation: sourceLocation)
}

/// The lines that differ as `-3 old` and `+3 new`; `nil` when the texts are the same.
package func lineDifference(from expected: String, to actual: String) -> String? {
  if expected == actual { return nil }
  let old = expected.split(separator: "\n", omittingEmptySubsequences: false)
  let new = actual.split(separator: "\n", omittingEmptySubsequences: false)
  let changes = new.difference(from: old).map { change in
    switch change {
    case .remove(let offset, let line, _): (offset, 0, "-\(offset + 1) \(line)")
    case .insert(let offset, let line, _): (offset, 1, "+\(offset + 1) \(line)")
    }
  }
  let shown = changes.sorted { ($0.0, $0.1) < ($1.0, $1.1) }.prefix(60).map(\.2)
  return shown.joined(separator: "\n")
}
