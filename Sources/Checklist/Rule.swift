package import Diagnostics
package import Incidents
package import Learning
package import Runbooks
package import Vocabulary

/// A rule of the checklist: what is wrong, why it matters, and how to find it.
///
/// A new rule is a new file in `Rules/` and its name in ``all``.
package struct Rule: Sendable {
  /// Never reused, even when the rule is removed.
  package let code: String
  /// The thing that is wrong, as a noun phrase: "missing timelines".
  package let name: String
  package let level: Level
  /// Its level below the two worst severities and for an unknown one, where less is asked.
  package let lesserLevel: Level
  /// Why the rule matters, with the source of any number.
  package let rationale: String
  /// A review that breaks the rule, with `⟦ ⟧` around what is reported. Run as a test.
  package let bad: String
  /// The same review, corrected. Run as a test.
  package let good: String
  /// What to do, where the findings do not say it for every file: they name what is in the file, or the rule
  /// has no bad example. Empty when the help of the findings in ``bad`` says it.
  package let remedies: [String]
  package let check: Check

  package enum Check: Sendable {
    /// Checks one incident, together with its documents.
    case incident(@Sendable (IncidentUnderReview) -> [Finding])
    /// Checks what connects the pages.
    case library(@Sendable (Library) -> [Diagnostic])
    /// Found by what an output checks in all pages together; listed here so that it is explained.
    case output
    /// Reported where the file is read or written; listed here so that it is explained.
    case elsewhere
  }

  package init(
    code: String, name: String, level: Level, lesserLevel: Level? = nil, rationale: String,
    bad: String, good: String, remedies: [String] = [], check: Check
  ) {
    self.code = code
    self.name = name
    self.level = level
    self.lesserLevel = lesserLevel ?? level
    self.rationale = rationale
    self.bad = bad
    self.good = good
    self.remedies = remedies
    self.check = check
  }
}

/// An incident, its documents, and the policy it is checked against.
package struct IncidentUnderReview: Sendable {
  package let incident: Incident
  package let review: DocumentReading?
  package let timeline: DocumentReading?
  /// The name of the incident's folder; `nil` for a review without a folder.
  package let folder: String?
  /// The runbook that states the policy; without one no policy is checked.
  package let process: Runbook?
  package let configuration: SiteConfiguration
  /// The team's severities.
  package let scale: SeverityScale
  /// The entries of the timeline in the order of time.
  let record: ResponseRecord
  /// The headings of the incidents of a log, by their lines; empty when the file is one incident.
  package var logLines: [Int] = []
  /// The lines where text begins that is in none of the incidents of a log.
  package var looseLines: [Int] = []

  package init(
    incident: Incident, review: DocumentReading?, timeline: DocumentReading?, folder: String?,
    process: Runbook?, configuration: SiteConfiguration, scale: SeverityScale = .standard
  ) {
    self.incident = incident
    self.review = review
    self.timeline = timeline
    self.folder = folder
    self.process = process
    self.configuration = configuration
    self.scale = scale
    record = ResponseRecord(of: incident)
  }

  var policy: ResponsePolicy { process?.policy ?? ResponsePolicy() }

  /// The review, or the timeline when there is no review.
  var document: DocumentReading? { review ?? timeline }
}

/// What a rule found: a place and two phrases. ``Rule`` adds its code and level.
package struct Finding: Sendable {
  var path: String
  var range: SourceRange?
  var message: String
  var help: String
  /// The level, where it differs from the rule's; `nil` otherwise.
  var level: Level?
}

extension Rule {
  /// The findings of each rule that looks at one incident. They are made once: a rule is large to copy.
  package static let incidentChecks: [@Sendable (IncidentUnderReview) -> [Diagnostic]] =
    all.compactMap { rule in
      guard case .incident = rule.check else { return nil }
      return { rule.diagnostics(in: $0) }
    }

  /// The findings of this rule in one incident, with their lines.
  package func diagnostics(in subject: IncidentUnderReview) -> [Diagnostic] {
    guard case .incident(let find) = check else { return [] }
    let findings = find(subject)
    if findings.isEmpty { return [] }
    let level = subject.incident.severity?.isMajor == true ? level : lesserLevel
    let opening = subject.opening
    return findings.map { finding in
      let file = [subject.review, subject.timeline].compactMap { $0?.file }.first {
        $0.path == finding.path
      }
      var diagnostic = Diagnostic(
        code: code, level: finding.level ?? level, path: finding.path, range: finding.range,
        message: finding.message,
        help: finding.help)
      diagnostic.isAboutDocument = finding.range == opening
      return file.map { diagnostic.quoting($0) } ?? diagnostic
    }
  }

  package func diagnostics(in library: Library) -> [Diagnostic] {
    guard case .library(let find) = check else { return [] }
    return find(library)
  }
}
