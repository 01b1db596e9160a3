extension Rule {
  /// Every rule; a new one is one word here.
  package static let all: [Rule] =
    [
      .missingTimeline, .missingRootCause, .missingActionItems, .unknownSeverity,
      .malformedIncidentID,
      .impossibleDates, .missingDate, .earlyEntries, .sharedFiles, .missingReview, .timelineOrder,
      .sharedZones,
      .undecidedDates,
      .contradictedDurations, .contradictedZones, .brokenLinks, .brokenAnchors, .brokenImages,
      .duplicatePageNames, .contradictedDates, .missingZone, .missingMilestones, .milestoneOrder,
      .entriesAfterClose, .inferredMilestones, .misdatedIncidents, .missingSummary, .missingImpact,
      .missingDetection,
      .missingLessons, .templateText, .missingEnd, .blamedCauses, .unreadLanguages,
      .lateAcknowledgement,
      .updateGaps, .noticeGaps, .missingEscalation, .untoldLeadership, .unusedStatusPage,
      .untoldCustomers, .untoldSecurity, .contradictedSeverity, .lateReview, .unrecordedReview,
      .unapprovedRisks, .unownedActionItems, .undatedActionItems, .unlinkedActionItems,
      .overdueActionItems, .unprovenActionItems, .droppedActionItems, .unboundedActionItems,
      .unreadableDueDates,
      .unkeptRunbookPromises, .unknownAuthors, .unknownTags, .unknownServices, .unknownFactors,
      .unknownRepeats, .linksToDrafts, .sharedNames, .equalSlugs, .lostRedirects, .chainedRedirects,
      .takenRedirects, .foreignRedirects,
      .missingPlaybooks, .missingInventories, .unusedVariables, .missingVariables, .unknownHosts,
      .alertsWithoutRunbook, .runbooksWithoutAlert, .deadRunbookLinks, .unfilledRunbookLinks,
      .overdueRunbooks, .changedPlaybooks, .shallowHistory,
      .leadlessOutcomes, .lostLeads,
      .doubledTimes, .zonesOfTheOtherSeason, .unresolvedZones, .distantDates,
    ] + readingRules

  /// The codes of the rules whose level a team may choose: what the writer refuses stays refused,
  /// and what is not read stays unread.
  package static var configurable: [String] {
    all.map(\.code).filter { !["BS042", "BS043", "BS044", "BS080"].contains($0) }
  }

  package static func named(_ code: String) -> Rule? {
    let code = code.uppercased()
    return all.first { $0.code == code }
  }
}
