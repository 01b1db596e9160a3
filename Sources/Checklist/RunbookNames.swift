internal import Incidents
internal import Runbooks
internal import Vocabulary

/// Finds the runbook that a sentence mentions: "the scale-up runbook", "the runbook for restart service".
enum RunbookNames {
  /// - Returns: `nil` when no runbook is named, or more than one.
  static func named(in text: String, among runbooks: [Runbook]) -> Runbook? {
    let words = Words(text)
    let found = runbooks.filter { runbook in
      let name = String(runbook.slugPath.split(separator: "/").last ?? "").replacing("-", with: " ")
      guard !name.isEmpty else { return false }
      let lower = name.lowercased()
      return words.contains("\(lower) runbook") || words.contains("runbook \(lower)")
        || words.contains("runbook for \(lower)")
    }
    return found.count == 1 ? found.first : nil
  }
}
