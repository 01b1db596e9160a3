internal import CommonMark
internal import Diagnostics
internal import Incidents
internal import Vocabulary

extension Rule {
  package static let templateText = Rule(
    code: "PM034", name: "leftover template text", level: .warning,
    rationale: """
      "[what is affected]" and "TBD" are questions in the template that nobody answered. In a \
      finished review a reader cannot tell whether there was nothing to say or somebody forgot.
      """,
    bad: """
      # Checkout down

      ## Impact

      ⟦[how many users, for how long]⟧

      More than a thousand orders were late.

      """,
    good: """
      # Checkout down

      ## Impact

      More than a thousand orders were late.

      """,
    check: .incident { subject in
      guard let review = subject.review else { return [] }
      var first: (line: Int, text: String)?
      var others = 0
      let known = reported(in: subject)
      for block in review.blocks {
        guard let text = TemplateText.first(in: block), !known.contains(block.lines.lowerBound)
        else {
          continue
        }
        if first == nil { first = (block.lines.lowerBound, text) } else { others += 1 }
      }
      guard let first else { return [] }
      let more = others == 0 ? "" : ", and \(others) more like it"
      return [
        Finding(
          path: review.path, range: review.range(ofLine: first.line),
          message: "'\(Wording.shortened(first.text))' is left over from the template\(more)",
          help: "replace it, or remove the line")
      ]
    })

  /// The lines of placeholders that the rules for required sections report.
  private static func reported(in subject: IncidentUnderReview) -> Set<Int> {
    var lines: Set<Int> = []
    for section in subject.incident.sections + subject.incident.labelled {
      if case .placeholder(let line, _) = section.content { lines.insert(line) }
    }
    return lines
  }
}
