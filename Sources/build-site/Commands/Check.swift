internal import Arguments
internal import Checklist
internal import Content
internal import Diagnostics
internal import Files

extension Command {
  static let check = Command(
    name: "check",
    summary: "check the content folder, or any reviews and runbooks, and report findings",
    operands: [
      Operand(
        "PATH", .any,
        help: "files, folders, or '-' for standard input (default: the content folder)")
    ],
    options: [
      Option.content, Option.format, Option.strict, Option.baseline, Option.writeBaseline,
      Option.fix, Option.diff, Option.stdinPath, Option.now,
    ]
  ) { arguments in
    let start = ContinuousClock.now
    let request = try CheckRequest(arguments)
    if arguments[.fix] != nil || arguments[.diff] {
      let documents = try await Fixing.documents(request, arguments)
      if arguments[.diff] { return try Fixing.show(documents, request) }
      if request.unsaved != nil { return try Fixing.print(documents, request) }
      try Fixing.write(documents)
    }
    let loaded = try await request.load()
    for path in request.passedBy(loaded) {
      StandardStream.error.tell(
        "\(path.plainLine): neither a review nor a runbook, so not checked\n")
    }
    var judgement = Judgement()
    for (scope, content) in loaded { judgement.add(content, covering: scope.covers) }
    if let path = arguments[.writeBaseline] {
      let baseline = Baseline(of: judgement.findings)
      try writeFile(Array(baseline.text.utf8), to: path)
      StandardStream.error.tell(
        "\(path): \(Verdict.counted(baseline.count, "finding")) written\n")
      return .clean
    }
    if let baseline = request.baseline {
      judgement.compare(with: baseline, covering: request.covers)
    }
    return try await Verdict.tell(judgement, arguments: arguments, since: start)
  }
}
