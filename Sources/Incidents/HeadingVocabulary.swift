/// Which headings mean which part of a review. A table, so that a team's own words are one more row.
package struct HeadingVocabulary: Sendable {
  private let kinds: [String: SectionKind]

  /// The words of public templates and reviews, and the additions of a team.
  package init(adding synonyms: [(kind: SectionKind, headings: [String])] = []) {
    var kinds: [String: SectionKind] = [:]
    for row in Self.rows + synonyms {
      for heading in row.headings { kinds[Self.folded(heading)] = row.kind }
    }
    self.kinds = kinds
  }

  package static let standard = HeadingVocabulary()

  /// The part that a heading names; `nil` when it is none that is known.
  ///
  /// Case, punctuation, emoji and numbering do not count, nor what follows `(`, `:` or ` - `:
  /// "4. ⏱ Timeline (all times UTC)" is the timeline.
  package func kind(of heading: String) -> SectionKind? {
    if let kind = kinds[Self.folded(heading)] { return kind }
    return kinds[Self.folded(Self.withoutSuffix(heading))]
  }

  /// Lower-case words with single spaces: letters, digits and apostrophes stay, leading numbers go.
  static func folded(_ heading: String) -> String {
    var words: [String] = []
    var word = ""
    for scalar in heading.unicodeScalars {
      if scalar.isASCII, case let byte = UInt8(scalar.value), byte.isLetterOrDigit {
        word.unicodeScalars.append(byte.isUpper ? Unicode.Scalar(byte | 0x20) : scalar)
      } else if !scalar.isASCII,
        scalar.properties.isAlphabetic || scalar.properties.numericType != nil
      {
        word += scalar.properties.lowercaseMapping
      } else if scalar == "'" || scalar == "’" {
        continue
      } else {
        if !word.isEmpty { words.append(word) }
        word = ""
        if scalar == "&" { words.append("and") }
      }
    }
    if !word.isEmpty { words.append(word) }
    while let first = words.first, words.count > 1, first.utf8.allSatisfy(Digits.isDigit) {
      words.removeFirst()
    }
    return words.joined(separator: " ")
  }

  private static func withoutSuffix(_ heading: String) -> String {
    let bytes = Array(heading.utf8)
    let start = bytes.firstIndex { byte in
      byte != 0x20 && !Digits.isDigit(byte) && byte != UInt8(ascii: ".")
    }
    guard let start else { return heading }
    for index in start..<bytes.count {
      let isDash =
        bytes[index] == UInt8(ascii: "-") && index > 0 && bytes[index - 1] == 0x20
        && index + 1 < bytes.count && bytes[index + 1] == 0x20
      let isEnd = bytes[index] == UInt8(ascii: "(") || bytes[index] == UInt8(ascii: ":") || isDash
      if isEnd, index > start { return String(decoding: bytes[..<index], as: UTF8.self) }
    }
    return heading
  }

  /// The vocabulary itself. A heading is written as a person would write it; folding does the rest.
  private static let rows: [(kind: SectionKind, headings: [String])] = [
    (
      .summary,
      [
        "Summary", "Incident summary", "Issue summary", "Executive summary", "Overview",
        "Incident overview", "TL;DR", "tldr", "What happened", "Brief description",
        "Outage description",
        "Problem summary", "Context", "Background", "Description",
      ]
    ),
    (
      .impact,
      [
        "Impact", "Impacts", "Customer impact", "User impact", "End user impact", "Business impact",
        "Incident impact", "Affected users", "Affected systems", "Scope",
      ]
    ),
    (
      .timeline,
      [
        "Timeline", "Incident timeline", "Timeline summary", "Timeline of events", "Chronology",
        "Chain of events", "Sequence of events", "Event log", "Key events",
      ]
    ),
    (
      .rootCause,
      [
        "Root cause", "Root causes", "Root cause(s)", "Root cause analysis", "RCA", "Primary cause",
        "Cause",
        "Causes", "Identified cause", "Direct cause", "Trigger", "Triggers", "Why it happened",
        "What caused the incident", "5 whys", "Five whys", "Root causes and trigger",
        "Root cause and trigger",
      ]
    ),
    (
      .contributingFactors,
      ["Contributing factors", "Contributors", "Contributing conditions", "Contributing causes"]
    ),
    (
      .detection,
      [
        "Detection", "How was it detected", "How was the event detected", "First detection",
        "Identified",
      ]
    ),
    (.response, ["Response", "Incident response", "Escalation", "What we did"]),
    (
      .resolution,
      [
        "Resolution", "Resolution and recovery", "Recovery", "Remediation", "Mitigation",
        "Mitigation and resolution", "Fix", "Fixes", "How it was fixed", "Response and mitigation",
        "Response and resolution",
      ]
    ),
    (
      .lessons,
      [
        "Lessons learned", "Lessons learnt", "Lessons", "Learnings", "Takeaways", "Key takeaways",
        "Insights", "Reflections", "What we learned", "Retrospective", "Conclusions",
      ]
    ),
    (.wentWell, ["What went well", "What worked well", "What worked", "Worked well", "Went well"]),
    (
      .wentWrong,
      [
        "What went wrong", "What went poorly", "What went badly", "What didn't go well",
        "What didn't go so well", "What didn't work", "What could have gone better",
        "What could be improved",
      ]
    ),
    (
      .lucky, ["Where we got lucky", "Where did we get lucky", "Lucky", "What we were lucky about"]
    ),
    (
      .actionItems,
      [
        "Action items", "Actions", "Action items and follow-ups", "Follow-ups", "Followups",
        "Follow-up",
        "Follow-up actions", "Corrective actions", "Corrective and preventative measures",
        "Preventive measures", "Preventive actions", "Prevention", "Next steps", "Recommendations",
        "Remediation items", "Immediate actions", "Planned actions", "Actionables",
      ]
    ),
    (.communication, ["Communication", "Communications", "Messaging", "Status updates"]),
    (
      .supporting,
      [
        "Supporting information", "Supporting data", "Appendix", "References", "Related incidents",
        "Links", "Chat log", "Chat logs", "Glossary",
      ]
    ),
    (.metadata, ["Incident details", "Metadata", "Details", "Metrics", "Key facts"]),
  ]
}

extension UInt8 {
  fileprivate var isUpper: Bool { self >= 0x41 && self <= 0x5A }
  fileprivate var isLetterOrDigit: Bool {
    isUpper || (self >= 0x61 && self <= 0x7A) || Digits.isDigit(self)
  }
}
