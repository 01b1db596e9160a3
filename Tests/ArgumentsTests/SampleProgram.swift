@testable import Arguments

/// A command line with one of everything.
enum Level: String, CaseIterable, Sendable {
  case note
  case warning
  case error
}

extension Option<Bool> {
  static let strict = Option(flag: "strict", help: "exit with 1 on warnings too")
}

extension Option<String> {
  static let format = Option(
    "format", among: ["text", "json", "github"], named: { $0 }, default: "text",
    help: "how findings are printed, which is a long sentence that must be broken somewhere")
  static let content = Option(
    "content", value: "FOLDER", default: "content", help: "where the reviews are")
}

extension Option<Int> {
  static let port = Option("port", in: 1...65_535, default: 8_080, help: "where to listen")
}

extension Option<String?> {
  static let now = Option("now", value: "DATE", help: "the day that counts as today")
}

extension Option<Level?> {
  static let level = Option(
    "level", among: Level.allCases, named: \.rawValue, help: "only findings of a level")
}

extension Option<String?> {
  static let depth = Option(
    "depth", among: ["one", "all"], bare: "one", named: { $0 }, help: "how far to go")
}

extension Option<[String]> {
  static let skips = Option(repeated: "skip", value: "CODE", help: "leave out a rule")
}

extension Command {
  static let build = Command(
    name: "build", summary: "check everything, then write the site",
    options: [Option.strict, Option.now]
  ) { _ in .clean }

  static let check = Command(
    name: "check", summary: "report problems without writing anything",
    operands: [Operand("PATH", .any, help: "files and folders; the content folder when missing")],
    options: [
      Option.strict, Option.format, Option.content, Option.port, Option.now, Option.level,
      Option.skips,
    ]
  ) { arguments in arguments[.strict] ? .findings : .clean }

  static let new = Command(
    name: "new", summary: "make a file from a template: it's [quick]",
    operands: [
      Operand("KIND", suggestions: ["incident", "review"], help: "what to make"),
      Operand("NAME", .optional, help: "its name"),
    ], options: [Option.depth]
  ) { _ in .clean }
}

let sample = Program(
  name: "build-site", version: "1.2.3", summary: "Turns reviews and runbooks into a site.",
  commands: [.build, .check, .new], defaultCommand: .build, commandForPaths: .check,
  notes: "Exit codes: 0 clean, 1 findings, 64 usage.")

/// Parses a command line as a shell would split it; only `content` is a path.
func parse(_ line: String) -> Invocation {
  sample.parse(line.split(separator: " ").map(String.init)) { $0 == "content" }
}

/// The name of the command and its arguments, or `nil`.
func run(_ line: String) -> (name: String, arguments: ParsedArguments)? {
  if case .run(let command, let arguments) = parse(line) { (command.name, arguments) } else { nil }
}

func printed(_ line: String) -> String? {
  if case .print(let text) = parse(line) { text } else { nil }
}
