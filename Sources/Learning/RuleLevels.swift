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
    package var bySeverity: [Severity: Choice] = [:]

    package init() {}
  }

  /// By rule code.
  package var settings: [String: Setting] = [:]

  package init() {}

  package var isEmpty: Bool { settings.isEmpty }

  /// The choice for a rule and an incident of a given severity; `nil` keeps the rule's own level.
  package func choice(for code: String, _ severity: Severity?) -> Choice? {
    guard let setting = settings[code] else { return nil }
    return severity.flatMap { setting.bySeverity[$0] } ?? setting.standard
  }

  /// The findings at their chosen levels, without those that are off.
  ///
  /// `severities` are those of the incidents, by document; `document` returns the document of a finding.
  package func applied(
    to findings: [Diagnostic], severities: [DocumentPart: Severity],
    document: (Diagnostic) -> DocumentPart
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
