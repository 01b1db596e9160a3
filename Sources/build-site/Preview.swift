internal import Arguments
internal import Checklist
internal import Diagnostics
internal import Files
internal import Pipeline
internal import Publishing
internal import Serving

/// The archive as it is served. It is that of the site folder, so it is built as `build` builds it; when something is
/// wrong, the pages of the last good build stay, and say so.
struct Preview {
  private let arguments: ParsedArguments
  private let site: SiteMemory
  private let origins: Origins
  private let server: HTTPServer
  private let answers = ProgramAnswers()
  private var rules: [RuleDescription] = []
  private var state = LiveState()
  private var isFirst = true

  /// Begins to listen. Until the first build is over, what an earlier one left is served.
  init(_ arguments: ParsedArguments) throws {
    self.arguments = arguments
    site = SiteMemory(site: arguments[.site])
    origins = Origins(host: arguments[.host])
    state.problem = "the site is being built"
    let served = ServedSite(
      files: try site.archiveFiles(), state: state, origins: origins)
    server = try HTTPServer(
      served, in: site.archive, host: arguments[.host], port: arguments[.port])
  }

  /// Builds the site and tells the open pages what came of it.
  ///
  /// - Throws: What keeps the first build from being made. After that, pages tell it.
  mutating func build(_ log: InputLog, after changed: [String]) async throws {
    var telling = Rebuilt(arguments, after: changed, isFirst: isFirst)
    do {
      try await write(log, telling: &telling)
    } catch WriteError.changed {
      // It is built again at once.
    } catch WriteError.cancelled {
      return
    } catch  where !isFirst {
      let reason = Failure.lines(on: error).joined(separator: "; ")
      state.problem = reason
      telling.note(failure: reason)
    }
    if let input = try? Input(seeing: site.manifest, purpose: .gate, followsLinks: false) {
      log.note(input)
    }
    server.serve(
      ServedSite(files: (try? site.archiveFiles()) ?? [:], state: state, origins: origins))
    ProgressLine.end()
    telling.tell()
    if isFirst { try announce() }
    isFirst = false
  }

  private mutating func write(_ log: InputLog, telling: inout Rebuilt) async throws {
    var files = FileSource.disk(noting: log)
    // 'bash -n', which reads shell text from standard input.
    files.run = answers.remembering(files.run)
    var settings = try Build.Settings(arguments, isWriting: true, files: files)
    settings.isArchiveOnly = !arguments[.docusaurus]
    var build = try Build(settings, files: files)
    if isFirst { build.progress = ProgressLine.start(isQuiet: arguments[.quiet]) }
    // What the pages of the rules say is the same for every build of this program.
    if rules.isEmpty { rules = await Rule.allDescribed() }
    let checked = try await build.checked(rules: rules)
    let judgement = checked.judgement
    let found = checked.pageFindings
    state.here = found.of
    note(found.all.count, found.counts[.error] ?? 0, found.errors(atMost: LiveState.most))
    let isFailing = Telling(arguments).fails(judgement) && !arguments[.keepGoing]
    if judgement.holdsSecrets {
      state.problem = "Remove the secrets, or allow each with a reason."
    } else if isFailing {
      state.problem = "Fix the errors, or serve with --keep-going."
    } else {
      do {
        telling.note(summary: try await written(checked))
        state.problem = nil
      } catch WriteError.refused(let findings) {
        note(found.all.count + findings.count, state.errors + findings.count, findings.sorted())
        state.problem = "The site folder cannot be written."
      }
    }
    telling.note(judgement, state)
  }

  private mutating func note(_ findings: Int, _ errors: Int, _ first: [Diagnostic]) {
    state.findings = findings
    state.errors = errors
    state.firstErrors = first
  }

  /// Waits while another build writes the same site.
  private func written(_ checked: CheckedContent) async throws -> WriteSummary {
    while true {
      do {
        return try await checked.write()
      } catch {
        guard case .held = error else { throw error }
        try await Task.sleep(for: .milliseconds(200))
      }
    }
  }

  /// Says where the site is.
  private func announce() throws {
    let host = arguments[.host]
    let name = host.contains(":") ? "[\(host)]" : host
    let address = "http://\(name):\(server.port)/"
    if !(host.hasPrefix("127.") || host == "::1" || host == "localhost") {
      StandardStream.error.tell(
        "warning: every machine that reaches \(host.plainLine) can read the site\n")
    }
    try StandardStream.output.write("serving \(address)\n")
    if !arguments[.quiet] {
      StandardStream.error.tell("pages reload when something changes; Ctrl-C ends\n")
    }
    guard arguments[.open] else { return }
    #if os(macOS)
      let opener = "open"
    #else
      let opener = "xdg-open"
    #endif
    do {
      try ProgramRun(opener, [address]).start()
    } catch {
      StandardStream.error.tell("cannot open the browser: \(error)\n")
    }
  }
}
