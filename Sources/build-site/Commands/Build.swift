internal import Arguments
internal import Files
internal import Pipeline
internal import Publishing

extension Command {
  static let build = Command(
    name: "build", summary: "check everything, and write the site if there are no errors",
    options: [
      Option.content, Option.exclude, Option.site, Option.templates, Option.format, Option.strict,
      Option.keepGoing,
      Option.drafts, Option.baseline, Option.dryRun, Option.now, Option.noCache,
    ]
  ) { arguments in
    let telling = Telling(arguments)
    let checked = try await Build(.init(arguments, isWriting: true)).checked()
    let code = try await telling.tell(checked.judgement)
    if checked.judgement.holdsSecrets { return telling.tellSecrets() }
    if code != .clean, !arguments[.keepGoing] { return telling.tellNothingWritten(code) }
    do {
      if arguments[.dryRun] { try telling.tell(try await checked.preview()) }
      if !arguments[.dryRun] {
        telling.tell(try await checked.write(), drafts: checked.draftsLeftOut)
      }
      return code
    } catch WriteError.refused(let findings) {
      return try await telling.tell(checked.judgement.refused(for: findings))
    }
  }
}
