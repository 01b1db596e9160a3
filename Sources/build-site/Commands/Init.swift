internal import Arguments
internal import Content
internal import Diagnostics
internal import Files
internal import Starting
internal import Vocabulary

extension Command {
  static let `init` = Command(
    name: "init",
    summary:
      "give a folder its start: settings, a policy to edit, the site project, and checks in CI",
    operands: [
      Operand("FOLDER", .optional, help: "the folder of the project (default: this one)")
    ],
    options: [Option.now]
  ) { arguments in
    if let folder = arguments.operands.first {
      try makeFolders(folder)
      try enterFolder(folder)
    }
    let today =
      try arguments[.now] ?? Surroundings.sourceDay()
      ?? CalendarDay(number: Surroundings.now / 86_400)
    let host = try CodeHost(of: ".")
    let plan = try StartPlan(
      for: fileName(of: workingFolder()), try RepositorySurvey(of: "."), on: host,
      project: try knownSite(), today: today)
    let summary = try StartSummary(writing: plan)
    let program = Surroundings.program
    let next =
      summary.isChanged
      ? "next: \(program) new incident \"what users see\" --severity \(plan.severity)\n      \(program) build\n"
      : "nothing to do: all of it is there\n"
    try StandardStream.output.write(
      summary.lines.map { $0.plainLine + "\n" }.joined() + next)
    return .clean
  }

  /// The folder of the site, where there are settings already.
  private static func knownSite() throws -> String? {
    guard let project = try ProjectFolder(at: workingFolder(), in: .disk) else { return nil }
    return try ProjectPlaces(statedIn: project.content, in: .disk).site
  }
}
