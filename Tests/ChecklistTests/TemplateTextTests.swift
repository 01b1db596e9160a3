import Diagnostics
import Pipeline
import Testing

/// What is left over from a template.
struct TemplateTextTests {
  private let template = """
    # Incident: [title]

    Date: 2026-03-04

    ## Summary

    _One paragraph: what broke, for whom, how long._

    ## Impact

    [who was affected]

    ## Timeline (UTC)

    - HH:MM - first alert
    - HH:MM - resolved

    ## Root cause

    _Describe the cause._

    ## Notes

    TBD

    ## Action items

    - [ ] Action (owner, due date)

    """

  @Test func everyPlaceholderOfATemplateIsReported() async throws {
    #expect(
      try await findings(of: "PM034", in: template) == [
        "1: 'Incident: [title]' is left over from the template",
        "15: 'HH:MM - first alert' is left over from the template",
        "16: 'HH:MM - resolved' is left over from the template",
        "24: 'TBD' is left over from the template",
        "28: 'Action (owner, due date)' is left over from the template",
      ])
    #expect(
      try await findings(of: "PM002", in: template) == [
        "20: section 'Root cause' is a placeholder: 'Describe the cause.'"
      ])
    #expect(
      try await findings(of: "PM030", in: template) == [
        "7: section 'Summary' is a placeholder: 'One paragraph: what broke, for whom, how long.'"
      ])
  }

  /// The sections of a review say nothing about the lines of the timeline file.
  @Test func theLinesOfATimelineFileAreItsOwn() async throws {
    let review = """
      # Pool full

      ## Summary

      TBD

      ## Impact

      A quarter of all requests failed.

      ## Root cause

      The pool was full.

      ## Lessons learned

      Alert on the use of the pool.

      """
    let timeline = """
      # Timeline (UTC)

      - 10:01 - Alert fires

      TBD

      - 10:05 - Rolled back

      *What alerted us?*

      """
    let folder = "incidents/2026-01-10-pool"
    let found = try await check(["\(folder)/review.md": review, "\(folder)/timeline.md": timeline])
      .judgement.findings.filter { $0.code == "PM034" }
    #expect(
      found.map { "\($0.path):\($0.range?.lowerBound.line ?? 0)" }.sorted() == [
        "content/\(folder)/timeline.md:5", "content/\(folder)/timeline.md:9",
      ])
  }

  /// A line of a review, and whether it is left over.
  @Test(arguments: [
    ("**Date:** YYYY-MM-DD\n**Lead:** [name]", true), ("Owner: TBD", true),
    ("# <short title>", true),
    ("# [Postmortem] Pool full", false), ("# Outage [part 2 of 3]", false), ("See [1].", false),
    ("The error was: [a b c]", false), ("Dates are written as YYYY-MM-DD in the log.", false),
    ("*Why did nobody see it?*\n\nThe alert was off.", false), ("*What alerted us?*", true),
    ("Jira: [OPS-1]", false), ("- a\n  [from the channel of the relay]", false),
    ("- [ ] [action] @owner due YYYY-MM-DD", true),
  ])
  func aLine(line: String, isLeft: Bool) async throws {
    let found = try await findings(of: "PM034", in: "# Pool full\n\n## Notes\n\n\(line)\n")
    #expect(found.isEmpty == !isLeft, "\(found)")
  }
}
