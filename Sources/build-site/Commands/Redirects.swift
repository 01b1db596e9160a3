internal import Arguments
internal import Files
internal import Pipeline

extension Command {
  static let redirects = Command(
    name: "redirects",
    summary: "add a redirect to redirects.yml for each address that pages had and no longer have",
    options: [Option.content, Option.since, Option.redirectsCheck]
  ) { arguments in
    let build = try Build(content: arguments[.content])
    let moves = try await Moves(of: build, since: arguments[.since])
    let telling = Telling(arguments)
    try telling.tell(moves)
    if arguments[.redirectsCheck] { return moves.isSettled ? .clean : .findings }
    if !moves.isSettled { try writeFile(moves.text, to: moves.path) }
    return .clean
  }
}
