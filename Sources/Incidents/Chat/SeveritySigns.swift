internal import Bytes
internal import Vocabulary

/// Finds the severity that a line of a chat sets.
struct SeveritySigns {
  /// The phrases that mean each severity, the worst first.
  private let phrases: [(severity: Severity, phrases: [String])]

  init(_ scale: SeverityScale) {
    phrases = scale.severities.map { severity in
      let name = FoldedText.name(severity.name)
      let isNumbered = name.utf8.contains(where: \.isDigit)
      // "high" alone may be about the load.
      return (
        severity,
        isNumbered
          ? [name, name.filter { $0 != " " }]
          : ["severity \(name)", "severity is \(name)", "severity to \(name)"]
      )
    }
  }

  /// A line sets the severity when it contains a severity and words that set one, such as "raised to".
  func severity(in words: Words) -> Severity? {
    guard Self.setting.contains(where: words.contains) else { return nil }
    return phrases.first { $0.phrases.contains(where: words.contains) }?.severity
  }

  private static let setting = [
    "severity", "declared", "declares", "incident create", "classified", "raised to", "upgraded",
    "downgraded", "escalated to", "lowered to", "set to", "opened as",
  ]
}
