/// The vocabulary of headings. They are written as a person would write them; folding does the rest.
///
/// Sources: forty public templates and the reviews of many teams. Other languages are in other files of the
/// table.
/// table.
enum HeadingTable {
  typealias Row = (kind: SectionKind, doubt: HeadingMeaning.Doubt?, headings: [String])

  static let rows: [Row] =
    english + doubtful + nounFirst + nounLast + eastAsian + korean

  /// Languages that put the head noun first: "Causa principal", "Przyczyna awarii".
  static let nounFirst: [Row] = romance + italian + polish
  /// Languages with compound words that end with the head noun: "Fehlerursache", "Oorzaakanalyse".
  static let nounLast: [Row] = german + dutch

  /// Words that are one letter away from other words: headings with these words are not typos.
  static let unlikeSlips: Set<String> = [
    "context", "details", "causes", "trigger", "actions", "references", "response", "recovery",
  ]

  static let english: [Row] = [
    (
      .summary, nil,
      [
        "Summary", "Incident summary", "Issue summary", "Executive summary", "Exec summary",
        "Overview", "Incident overview", "TL;DR", "tldr", "What happened", "Brief description",
        "Outage description", "Incident description", "Problem summary", "Problem statement",
        "Problem description", "Abstract", "Synopsis", "Description", "At a glance", "The problem",
        "The incident", "What was the problem", "What happened in short", "High level summary",
        "Issue", "The issue", "Issue description", "Description of the incident",
        "Recap", "Incident recap", "Quick summary", "In brief", "The short version", "In short",
        "Issue found", "Issues found", "Problem", "Problem overview", "Event summary",
        "Short description", "Overview of event", "Current status",
      ]
    ),
    (
      .impact, nil,
      [
        "Impact", "Impacts", "Customer impact", "User impact", "End user impact", "Business impact",
        "Incident impact", "Technical impact", "Service impact", "Affected users",
        "Affected systems", "Affected services", "Affected customers", "Scope", "Scope of impact",
        "Blast radius", "Fallout", "Ramifications", "Quantified impact", "Consequences", "Effects",
        "Damage", "Who was affected", "What was affected", "Who was impacted", "What was impacted",
        "Effect on users", "Effect on customers", "Symptoms", "Severity and impact", "SLO impact",
        "Users affected", "Services affected", "Systems affected", "Customers affected",
        "Affected components", "Affected areas", "Impacted services", "Impacted users",
        "Impacted systems", "Impact on users", "Impact on customers", "Damages",
        "Customer experience", "User experience",
      ]
    ),
    (
      .timeline, nil,
      [
        "Timeline", "Incident timeline", "Timeline summary", "Timeline of events", "Chronology",
        "Chain of events", "Sequence of events", "Event log", "Incident log", "Time line",
        "Timeline reconstruction", "Event timeline", "Course of events", "History of events",
        "Log of events", "Order of events", "Incident chronology", "Detailed timeline",
        "Log", "Incident history", "Play by play", "Blow by blow", "Events",
        "Work notes", "Activity log", "Action log", "Log of actions", "What happened when",
        "Minute by minute", "Event sequence", "Chronological log", "Sequence", "Event history",
        "Chronological order of events", "Incident record", "Scribe notes",
      ]
    ),
    (
      .rootCause, nil,
      [
        "Root cause", "Root causes", "Root cause(s)", "Root cause analysis", "RCA", "Primary cause",
        "Cause", "Causes", "Cause(s)", "Identified cause", "Direct cause", "Trigger", "Triggers",
        "Trigger(s)", "Why it happened", "Why did it happen", "Why did this happen",
        "Why this happened", "What caused the incident", "What caused it", "What caused this",
        "What was the cause", "5 whys", "Five whys", "The five whys", "The 5 whys", "5 why",
        "Root causes and trigger", "Root cause and trigger", "The technical problem",
        "The vulnerability", "Underlying cause", "Underlying causes", "Fault", "Proximate cause",
        "Causal analysis", "Cause analysis", "Technical cause", "What broke", "Why it broke",
        "Suspected root cause", "Probable cause", "Diagnosis", "What actually happened",
        "Cause of the incident", "Cause of the outage", "Cause of the problem",
        "Technical details", "Technical explanation", "Failure analysis", "Causal chain",
        "Immediate cause", "Problem analysis", "What went wrong technically", "The bug",
        "Technical root cause", "Explanation", "The cause",
      ]
    ),
    (
      .contributingFactors, nil,
      [
        "Contributing factors", "Contributing factor(s)", "Contributors", "Contributing conditions",
        "Contributing conditions analysis", "Contributing causes", "Contributory factors",
        "Process breakdown", "Process breakdowns", "Aggravating factors", "Other factors",
        "Secondary causes", "Why it escaped", "Mitigators", "Conditions", "Risk factors",
        "Contributing circumstances", "Factors",
        "What contributed", "Systemic factors", "Systemic causes", "Amplifiers",
      ]
    ),
    (
      .detection, nil,
      [
        "Detection", "How was it detected", "How was the event detected", "First detection",
        "How was the incident detected", "How did we detect it", "How we detected it",
        "How we found out", "How did we find out", "How did we notice", "How was this detected",
        "Identified", "Discovery", "Incident detected by", "Detected by", "How it was detected",
        "Alerting", "Identification", "How was it discovered", "How it was discovered",
        "Why was this hard to detect", "Detection and alerting",
        "Discovered", "How discovered", "Detection method", "How we knew",
        "Detection and monitoring", "Time to detect",
      ]
    ),
    (
      .response, nil,
      [
        "Response", "Incident response", "Incident response analysis", "Escalation", "Escalations",
        "What we did", "Our response", "Responders", "Attendees", "Participants", "Roles",
        "Investigation", "The response", "People involved", "Involved parties", "Involved",
      ]
    ),
    (
      .resolution, nil,
      [
        "Resolution", "Resolution and recovery", "Recovery", "Remediation", "Mitigation",
        "Mitigations", "Mitigation and resolution", "Fix", "Fixes", "The fix", "How it was fixed",
        "How was it fixed", "How we fixed it", "How did we fix it", "How it was resolved",
        "How was it resolved", "How we resolved it", "Response and mitigation",
        "Response and resolution", "Workaround", "Solution", "The solution", "Short term fix",
        "Stabilization", "Stabilization steps", "Stabilisation steps", "Immediate fix",
        "Immediate fixes", "Temporary fix", "Permanent fix", "Hotfix", "Restoration", "Repair",
        "Service restoration", "Resolution steps", "Recovery steps", "Mitigation steps",
        "Corrective measures taken", "What we did to fix it", "How was the incident resolved",
        "How was the issue resolved", "How was service restored", "Containment",
        "Solution implemented", "Solutions", "Resolutions", "Steps to resolution", "Fix applied",
        "Actions taken", "Action taken", "Recovery actions", "Workarounds", "Rollback",
        "Close notes", "Eradication", "Immediate response", "What fixed it", "Change applied",
        "Remediation steps", "Remediation taken", "Steps taken", "How we recovered",
      ]
    ),
    (
      .lessons, nil,
      [
        "Lessons learned", "Lessons learnt", "Lessons", "Learnings", "Takeaways", "Key takeaways",
        "Insights", "Reflections", "Reflection", "What we learned", "What we learnt",
        "What did we learn", "What have we learned", "Retrospective", "Conclusions",
        "Lesson learned", "Lesson learnt", "Key learnings", "Key lessons", "Discoveries",
        "Post incident learnings", "Lessons from the incident", "Morals",
        "Learning", "Learning points", "Conclusion", "Closing thoughts",
      ]
    ),
    (
      .wentWell, nil,
      [
        "What went well", "What worked well", "What worked", "Worked well", "Went well",
        "What went right", "What went great", "What we did well", "What did we do well",
        "Things that went well", "What did go well", "Positives", "Successes", "Good",
        "The good", "Keep doing", "What went smoothly", "Strengths", "What helped",
        "Wins", "Things we did well", "Went right", "Well done",
      ]
    ),
    (
      .wentWrong, nil,
      [
        "What went poorly", "What went badly", "What didn't go well", "What didn't go so well",
        "What did not go well", "What did not go so well", "Did not go well", "Went poorly",
        "What didn't work", "What did not work", "What could have gone better",
        "What could have been better", "What could be improved", "What could be better",
        "What could we have done better", "What could we do better", "What can be improved",
        "What we could have done better", "Where we can improve", "What to improve",
        "Things that went poorly", "Things that went wrong", "Things that didn't go well",
        "Areas for improvement", "Areas of improvement", "What needs improvement", "The bad",
        "What hurt", "Pain points", "Room for improvement", "What hindered", "Went badly",
        "What was difficult", "Challenges", "Negatives", "What needs to improve",
        "What didn't", "What did not", "Weaknesses", "Opportunities for improvement",
        "Improvement opportunities", "Things to improve", "Where we struggled", "Difficulties",
        "What slowed us down", "Gaps identified", "Improvement areas", "Improvements needed",
      ]
    ),
    (
      .lucky, nil,
      [
        "Where we got lucky", "Where did we get lucky", "Lucky", "What we were lucky about",
        "Got lucky", "We got lucky", "How we got lucky", "Luck", "Near misses", "Lucky breaks",
        "What went lucky", "Things we were lucky about", "Where were we lucky",
      ]
    ),
    (
      .actionItems, nil,
      [
        "Action items", "Action item", "Actions", "Action items and follow-ups", "Follow-ups",
        "Followups", "Follow-up", "Follow up items", "Follow-up actions", "Followup actions",
        "Follow-up tasks", "Corrective actions", "Corrective action", "Actionables", "Tasks",
        "Corrective and preventative measures", "Corrective and preventative measure",
        "Corrective and preventive measures", "Corrective and preventive actions",
        "Corrective and preventative actions", "Review actions",
        "Actions following review", "Next steps", "To do", "Todos",
        "Remediation items", "Immediate actions", "Planned actions", "Mitigation actions",
        "Remediation actions", "Action plan", "Improvement actions", "Resulting action",
        "Resulting actions", "Post incident actions", "Tickets", "Follow up work", "Future work",
        "Future actions", "Repair items", "Work items", "CAPA", "Proposal improvements",
        "Proposed improvements", "Improvement proposals", "Improvements", "Tracked actions",
        "Required actions", "Open actions", "Outstanding actions", "What we will do",
        "What are we doing about it", "What we are doing about it", "Actions to take",
        "What we're doing", "What will we do differently", "What we will do differently",
        "Remediation plan", "Remediation tasks", "Remediations", "Problem tasks", "Todo list",
        "To-dos", "Next actions", "Corrective action plan", "Improvement plan", "Action tracker",
        "Action register", "Commitments", "Open items", "Backlog items", "Post-incident tasks",
        "Follow-up decisions", "Suggested improvements", "Suggestions", "Tracked follow-ups",
      ]
    ),
    (
      .communication, nil,
      [
        "Communication", "Communications", "Messaging", "Status updates", "Status page",
        "External communication", "Internal communication",
      ]
    ),
    (
      .supporting, nil,
      [
        "Supporting information", "Supporting data", "Supporting documents", "Appendix",
        "Appendices", "References", "Related incidents", "Related items", "Links", "Chat log",
        "Chat logs", "Glossary", "Further reading", "Related documents", "Related links",
        "Resources", "Useful links",
      ]
    ),
    (
      .metadata, nil,
      [
        "Incident details", "Metadata", "Details", "Metrics", "Key facts", "Stats", "Statistics",
        "Scorecard", "Incident information", "General information", "Basic information",
        "Incident metadata", "Incident timing", "Key metrics", "Facts",
      ]
    ),
  ]
}
