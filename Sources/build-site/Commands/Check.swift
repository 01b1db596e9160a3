internal import Arguments
internal import Content
internal import Diagnostics
internal import Docusaurus
internal import Files

extension Command {
  static let check = Command(
    name: "check", summary: "judge the content, or any reviews, and write nothing",
    operands: [
      Operand("PATH", .any, help: "files or folders; the content folder when there is none")
    ],
    options: [Option.content, Option.format, Option.strict, Option.now]
  ) { arguments in
    let start = ContinuousClock.now
    let root = arguments[.content]
    let today = arguments[.now] ?? Surroundings.sourceDay
    guard !arguments.operands.isEmpty else {
      let content = try await ContentLoader(root: root, today: today).load()
      let findings = (content.diagnostics + AuthorKeys.findings(in: content.library)).sorted()
      return try Verdict.tell(findings, of: content, arguments: arguments, since: start)
    }
    let scopes = try CheckScope.scopes(of: arguments.operands, content: root)
    var code = ExitCode.clean
    for scope in scopes {
      let content = try await ContentLoader(
        root: scope.root, today: today, isWhole: scope.isContent
      ).load()
      let findings = content.diagnostics.filter { scope.covers($0.path) }
      let own = try Verdict.tell(findings, of: content, arguments: arguments, since: start)
      if own != .clean { code = own }
    }
    return code
  }
}
