package import Diagnostics
internal import Incidents
package import Vocabulary

/// The rule levels that `checklist:` in `site.yml` sets, for all incidents or by severity.
package struct RuleLevels: Hashable, Sendable {
  /// A level, or off.
  package enum Choice: Hashable, Sendable {
    case off
    case at(Level)

    package init?(_ text: String) {
      if text == "off" {
        self = .off
      } else if let level = Level(rawValue: text) {
        self = .at(level)
      } else {
        return nil
      }
    }

    package static let names = ["off"] + Level.allCases.map(\.rawValue)
  }

  /// The choices of one rule.
  package struct Setting: Hashable, Sendable {
    package var standard: Choice?
    /// By the severity's name.
    package var bySeverity: [String: Choice] = [:]
    /// The severities as `site.yml` writes them, with their places.
    var keys: [Field<String>] = []

    package init() {}
  }

  /// By rule code.
  package var settings: [String: Setting] = [:]

  package init() {}

  /// Takes the severities that the settings name as those of the team's scale.
  ///
  /// - Returns: `BS016` for each that is not on the scale.
  package mutating func resolve(by scale: SeverityScale, path: String) -> [Diagnostic] {
    var findings: [Diagnostic] = []
    for code in settings.keys.sorted() {
      guard let setting = settings[code] else { continue }
      for key in setting.keys {
        if let severity = scale.severity(named: key.written) {
          settings[code]?.bySeverity[severity.name] = setting.bySeverity[key.written]
        } else {
          let known = scale.names + ["default"]
          let near = nearestName(to: key.written, among: known)
          findings.append(
            Diagnostic(
              code: "BS016", level: .warning, path: path, range: key.range,
              message: "'\(key.written)' is not a severity",
              help: near.map(didYouMean)
                ?? "write one of \(known.joined(separator: ", "))"))
        }
      }
    }
    return findings
  }

  package var isEmpty: Bool { settings.isEmpty }

  /// The choice for a rule and an incident of a given severity; `nil` keeps the rule's own level.
  package func choice(for code: String, _ severity: Severity?) -> Choice? {
    guard let setting = settings[code] else { return nil }
    return severity.flatMap { setting.bySeverity[$0.name] } ?? setting.standard
  }

  /// The findings at their chosen levels, without those that are off.
  ///
  /// `severities` are those of the incidents, by document; `document` returns the document of a finding.
  package func applied<Document: Hashable>(
    to findings: [Diagnostic], severities: [Document: Severity],
    document: (Diagnostic) -> Document
  ) -> [Diagnostic] {
    if isEmpty { return findings }
    return findings.compactMap { finding in
      switch choice(for: finding.code, severities[document(finding)]) {
      case nil: return finding
      case .off?: return nil
      case .at(let level)?:
        var changed = finding
        changed.level = level
        return changed
      }
    }
  }
}
