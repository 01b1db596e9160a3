internal import Arguments
internal import Diagnostics
internal import Files
internal import Learning
internal import Pipeline
internal import Runbooks

extension Command {
  static let draft = Command(
    name: "draft",
    summary: "print the text of an update, filled from the incident's timeline",
    operands: [
      Operand(
        "KIND", suggestions: UpdateTemplate.Kind.allCases.map(\.rawValue),
        help: "internal, external or resolved"),
      Operand("INCIDENT", help: "the ID of an incident, or the path of its folder or file"),
    ],
    options: [Option.content, Option.at]
  ) { arguments in
    let word = arguments.operands[0]
    guard let kind = UpdateTemplate.Kind(rawValue: word) else {
      let names = UpdateTemplate.Kind.allCases.map(\.rawValue)
      let other = "; use one of \(names.joined(separator: ", "))"
      throw UsageError(
        "'\(word)' is no kind of update"
          + suggestion(nearestName(to: word, among: names), otherwise: other))
    }
    let running = try await RunningIncident(
      named: arguments.operands[1], in: try Build(content: arguments[.content]),
      at: arguments[.at], instant: Surroundings.now)
    let draft = UpdateDraft(kind, of: running)
    try StandardStream.output.write(draft.text)
    var remarks = draft.unknown.map { "line \($0.line): unknown: \($0.field.plainLine)" }
    remarks += [draft.source.plainLine] + running.dueMessages(after: kind).map(\.plainLine)
    StandardStream.error.tell(remarks.map { "\($0)\n" }.joined())
    return .clean
  }
}
