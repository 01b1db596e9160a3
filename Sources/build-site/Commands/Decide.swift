internal import Arguments
internal import Diagnostics
internal import Files
internal import Pipeline

extension Command {
  static let decide = Command(
    name: "decide",
    summary: "walk a decision tree of the runbooks: answer its questions, and see what to do",
    operands: [
      Operand(
        "TREE", .optional,
        help: "a title, words of one, or a number (default: list the trees, or ask in a terminal)")
    ],
    options: [Option.content, Option.answers, Option.append, Option.at]
  ) { arguments in
    let trees = try await KnownTrees(of: try Build(content: arguments[.content]))
    guard !trees.entries.isEmpty else {
      throw RespondingError.noTrees(root: arguments[.content])
    }
    guard let entry = try chosenTree(trees, arguments) else {
      try StandardStream.output.write(trees.list)
      return .clean
    }
    let path = try DecisionTalk(entry, arguments).path
    try StandardStream.output.write(entry.result(of: path, in: trees.library))
    if let file = arguments[.append] {
      let time = try DecisionEntry(of: path, in: entry.tree).add(
        to: try TimelineAddress(file, in: trees.library), of: trees.library, at: arguments[.at],
        now: Surroundings.now)
      StandardStream.error.tell("\(file.plainLine): entry added at \(time)\n")
    }
    return .clean
  }

  /// The tree that is named, the only one, or the one that is chosen in the terminal; `nil` when they are to be listed.
  private static func chosenTree(
    _ trees: KnownTrees, _ arguments: ParsedArguments
  ) throws -> KnownTrees.Entry? {
    var name = arguments.operands.first
    if name == nil, trees.entries.count == 1 { return trees.entries.first }
    if name == nil, arguments[.answers] == nil, StandardStream.isInputTerminal {
      StandardStream.error.tell("\(trees.list)Which one? ")
      name = readInputLine()
    }
    guard let name else {
      guard arguments[.answers] == nil, arguments[.append] == nil else {
        throw UsageError("say which TREE; 'build-site decide' lists them")
      }
      return nil
    }
    switch trees.named(name) {
    case .one(let entry): return entry
    case .several(let titles):
      throw UsageError("'\(name)' is in several titles: \(titles.joined(separator: ", "))")
    case .none(let near):
      throw UsageError(
        "no decision tree is called '\(name)'"
          + suggestion(near, otherwise: "; 'build-site decide' lists them"))
    }
  }
}
