package import Diagnostics
package import Incidents
package import Learning
package import Runbooks
internal import Vocabulary

/// A line of the checklist: what is asked, why, and how to tell.
///
/// A new rule is a new file in `Rules/` and its name in ``all``.
package struct Rule: Sendable {
  /// Never used for another rule, also when this one goes.
  package let code: String
  /// Read after "allow", as in "missing timelines".
  package let name: String
  package let level: Level
  /// Its level where less is asked for: in a P2, a P3 and an incident of unknown severity.
  package let lesserLevel: Level
  /// Why a reviewer cares, and the source of a number.
  package let rationale: String
  /// A review that breaks the rule; `⟦ ⟧` encloses what is reported. Tested.
  package let bad: String
  /// The same put right. Tested.
  package let good: String
  package let check: Check

  package enum Check: Sendable {
    /// Judges one incident while its documents are at hand.
    case incident(@Sendable (IncidentUnderReview) -> [Finding])
    /// Judges what connects the pages.
    case library(@Sendable (Library) -> [Diagnostic])
    /// Found by what an output checks in all pages together; listed here to be explained.
    case output
    /// Reported where the file is read or written; listed here to be explained.
    case elsewhere
  }

  package init(
    code: String, name: String, level: Level, lesserLevel: Level? = nil, rationale: String,
    bad: String, good: String,
    check: Check
  ) {
    self.code = code
    self.name = name
    self.level = level
    self.lesserLevel = lesserLevel ?? level
    self.rationale = rationale
    self.bad = bad
    self.good = good
    self.check = check
  }

  package static let all: [Rule] =
    [
      .missingTimeline, .missingRootCause, .missingActionItems, .unknownSeverity,
      .malformedIncidentID,
      .impossibleDates, .missingDate, .sharedFiles, .missingReview, .timelineOrder, .sharedZones,
      .undecidedDates,
      .contradictedDurations, .contradictedZones, .brokenLinks, .brokenAnchors, .brokenImages,
      .duplicatePageNames, .contradictedDates, .missingZone, .missingMilestones, .milestoneOrder,
      .entriesAfterClose, .inferredMilestones, .misdatedIncidents, .missingSummary, .missingImpact,
      .missingDetection,
      .missingLessons, .templateText, .missingEnd, .blamedCauses, .lateAcknowledgement,
      .updateGaps, .noticeGaps, .missingEscalation, .untoldLeadership, .unusedStatusPage,
      .untoldCustomers, .untoldSecurity, .contradictedSeverity, .lateReview, .unrecordedReview,
      .unapprovedRisks, .unownedActionItems, .undatedActionItems, .unlinkedActionItems,
      .overdueActionItems, .unprovenActionItems, .droppedActionItems, .unboundedActionItems,
      .unkeptRunbookPromises, .unknownAuthors, .unknownTags, .unknownServices, .unknownFactors,
      .unknownRepeats,
    ] + readingRules

  /// The codes of those whose level a team may choose: what the writer refuses stays refused.
  package static var configurable: [String] {
    all.map(\.code).filter { !["BS042", "BS043", "BS044"].contains($0) }
  }

  package static func named(_ code: String) -> Rule? {
    let code = code.uppercased()
    return all.first { $0.code == code }
  }
}

/// An incident, its documents as read, and the policy to hold it to.
package struct IncidentUnderReview: Sendable {
  package let incident: Incident
  package let review: DocumentReading?
  package let timeline: DocumentReading?
  /// The name of the incident's folder; `nil` for a review that stands alone.
  package let folder: String?
  /// The runbook that states the policy; without one nobody is held to any.
  package let process: Runbook?
  package let configuration: SiteConfiguration
  /// What the responders' record holds, in the order of its times.
  let record: ResponseRecord
  /// The headings of the incidents of a log, by their lines; empty when the file is one incident.
  package var logLines: [Int] = []
  /// Where text begins that is in none of the incidents of a log.
  package var looseLines: [Int] = []

  package init(
    incident: Incident, review: DocumentReading?, timeline: DocumentReading?, folder: String?,
    process: Runbook?, configuration: SiteConfiguration
  ) {
    self.incident = incident
    self.review = review
    self.timeline = timeline
    self.folder = folder
    self.process = process
    self.configuration = configuration
    record = ResponseRecord(of: incident)
  }

  var policy: ResponsePolicy { process?.policy ?? ResponsePolicy() }

  /// The review, or the timeline when there is no review.
  var document: DocumentReading? { review ?? timeline }
}

/// What a rule found: a place and two phrases. The rule's code and level are added by ``Rule``.
package struct Finding: Sendable {
  var path: String
  var range: SourceRange?
  var message: String
  var help: String
  /// Where this one weighs another than the rule; `nil` for the rule's own level.
  var level: Level?
}

extension Rule {
  /// The findings of this rule in one incident, with their lines.
  package func diagnostics(in subject: IncidentUnderReview) -> [Diagnostic] {
    guard case .incident(let find) = check else { return [] }
    let level = subject.incident.severity.map { $0 < .p2 } == true ? level : lesserLevel
    return find(subject).map { finding in
      let file = [subject.review, subject.timeline].compactMap { $0?.file }.first {
        $0.path == finding.path
      }
      let diagnostic = Diagnostic(
        code: code, level: finding.level ?? level, path: finding.path, range: finding.range,
        message: finding.message,
        help: finding.help)
      return file.map { diagnostic.quoting($0) } ?? diagnostic
    }
  }

  package func diagnostics(in library: Library) -> [Diagnostic] {
    guard case .library(let find) = check else { return [] }
    return find(library)
  }
}
