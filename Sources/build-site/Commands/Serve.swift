internal import Arguments
internal import Files
internal import Pipeline
internal import Serving

extension Command {
  static let serve = Command(
    name: "serve",
    summary:
      "build the archive, show it in the browser, and build it again whenever something changes",
    options: [
      Option.content, Option.exclude, Option.site, Option.templates, Option.port, Option.host,
      Option.open, Option.docusaurus, Option.keepGoing, Option.strict, Option.drafts,
      Option.baseline, Option.now, Option.poll, Option.quiet, Option.color, Option.noCache,
    ]
  ) { given in
    let arguments = try given.withSettings()
    try Build.Settings.checkSite(arguments)
    Interruption.expectInterrupt()
    var preview = try Preview(arguments)
    var watch = ChangeWatch(polls: arguments[.poll])
    let last = LastRun(in: arguments[.site], question: [])
    try await watch.repeating(knowing: last.inputs) { log, changed in
      try await preview.build(log, after: changed)
      return !Interruption.isRequested
    }
    return .clean
  }
}
