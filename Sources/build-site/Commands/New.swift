internal import Arguments
internal import Diagnostics
internal import Files
internal import Learning
internal import Pipeline
internal import Starting

extension Command {
  static let new = Command(
    name: "new",
    summary: "begin a timeline, a review or a runbook from its template",
    operands: [
      Operand(
        "KIND", suggestions: NewKind.allCases.map(\.rawValue), help: "incident, review or runbook"),
      Operand(
        "NAME",
        help: "the title of the incident, the ID of the one to review, or the name of the runbook"),
    ],
    options: [
      Option.severity, Option.service, Option.at, Option.edit, Option.content, Option.templates,
    ]
  ) { given in
    let word = given.operands[0]
    guard let kind = NewKind(rawValue: word) else {
      let names = NewKind.allCases.map(\.rawValue)
      throw UsageError(
        "'\(word)' is nothing to begin"
          + suggestion(
            nearestName(to: word, among: names),
            otherwise: "; use one of \(names.joined(separator: ", "))"))
    }
    let arguments = try given.withSettings()
    var facts = NewDocument.Facts(
      now: LocalTime(arguments[.at], now: Surroundings.now, offset: 0, day: nil))
    facts.severity = arguments[.severity]
    facts.services = arguments[.service]
    let project = try await KnownProject(content: contentPath(arguments[.content]))
    let (name, templates) = (arguments.operands[1], arguments[.templates])
    let document =
      switch kind {
      case .incident: try NewDocument(incident: name, facts, in: project, templates: templates)
      case .review: try NewDocument(reviewOf: name, facts, in: project, templates: templates)
      case .runbook: try NewDocument(runbook: name, facts, in: project, templates: templates)
      }
    try document.write()
    try StandardStream.output.write(Surroundings.shown(document.path).plainLine + "\n")
    StandardStream.error.tell(document.notes.map { "note: \($0.plainLine)\n" }.joined())
    if arguments[.edit] { try openEditor(on: document.path) }
    return .clean
  }

  /// Becomes the editor of the user.
  private static func openEditor(on path: String) throws {
    guard let editor = Surroundings.variable("VISUAL") ?? Surroundings.variable("EDITOR") else {
      throw UsageError("'--edit' needs the variable VISUAL or EDITOR")
    }
    try become(editor.split(separator: " ").map(String.init) + [path])
  }
}

/// What a document is begun as.
private enum NewKind: String, CaseIterable {
  case incident
  case review
  case runbook
}
