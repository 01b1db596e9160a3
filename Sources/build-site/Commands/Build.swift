internal import Arguments
internal import Checklist
internal import Content
internal import Diagnostics
internal import Files
internal import Learning
internal import Publishing

extension Command {
  static let build = Command(
    name: "build", summary: "check everything, then write the site (nothing when there are errors)",
    options: [
      Option.content, Option.site, Option.templates, Option.format, Option.strict, Option.keepGoing,
      Option.baseline, Option.dryRun, Option.now,
    ]
  ) { arguments in
    let start = ContinuousClock.now
    let content = try await ContentLoader(
      root: arguments[.content], today: arguments[.now] ?? Surroundings.sourceDay
    ).load()
    let outputs = try await Outputs(templates: arguments[.templates])
    let plan = OutputPlan(outputs.all.flatMap { $0.plan(content.library) })
    var judgement = Judgement()
    judgement.add(content)
    judgement.findings = (judgement.findings + outputs.diagnostics + plan.findings()).sorted()
    if let path = arguments[.baseline] {
      judgement.compare(with: try Baseline(at: path)) { _ in true }
    }
    let verdict = try await Verdict.tell(judgement, arguments: arguments, since: start)
    if verdict != .clean, !arguments[.keepGoing] {
      StandardStream.error.tell(
        "nothing written; put the errors right, or build with --keep-going\n")
      return verdict
    }
    let writer = SiteWriter(
      root: arguments[.site], errors: ErrorCounts(of: content.diagnostics, in: content.library))
    if arguments[.dryRun] {
      try StandardStream.output.write(Summary.text(of: try await writer.preview(plan)))
      return verdict
    }
    do {
      let summary = try await writer.write(plan)
      StandardStream.error.tell(
        Summary.text(of: summary, site: arguments[.site], since: start))
      return verdict
    } catch WriteError.refused(let refused) {
      judgement.findings = refused.sorted()
      return try await Verdict.tell(judgement, arguments: arguments, since: start)
    }
  }
}
