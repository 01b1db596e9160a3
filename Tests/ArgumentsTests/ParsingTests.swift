import Testing

@testable import Arguments

@Suite struct ParsingTests {
  @Test(arguments: [
    ("", "build", []), ("--strict", "build", []), ("check", "check", []),
    ("check a b", "check", ["a", "b"]), ("content", "check", ["content"]),
    ("content x --strict", "check", ["content", "x"]), ("check -- --strict", "check", ["--strict"]),
    ("check - a", "check", ["-", "a"]), ("check -- -h", "check", ["-h"]),
    ("new review", "new", ["review"]), ("new review db", "new", ["review", "db"]),
    ("check build", "check", ["build"]),
  ])
  func commandAndOperands(line: String, name: String, operands: [String]) {
    #expect(run(line)?.name == name)
    #expect(run(line)?.arguments.operands == operands)
  }

  @Test func defaults() throws {
    let arguments = try #require(run("check")).arguments
    #expect(arguments[.strict] == false)
    #expect(arguments[.format] == "text")
    #expect(arguments[.content] == "content")
    #expect(arguments[.port] == 8_080)
    #expect(arguments[.now] == nil)
    #expect(arguments[.level] == nil)
    #expect(arguments[.skips] == [])
    #expect(arguments.has(.format) == false)
  }

  @Test(arguments: [
    "check --strict --format json --content x --port 1 --now today --level error --skip a --skip b",
    "check --strict --format=json --content=x --port=1 --now=today --level=error --skip=a --skip b",
    "check --skip a --level error --now today --port 1 --content x --format json --skip b --strict",
  ])
  func values(line: String) throws {
    let arguments = try #require(run(line)).arguments
    #expect(arguments[.strict])
    #expect(arguments[.format] == "json")
    #expect(arguments[.content] == "x")
    #expect(arguments[.port] == 1)
    #expect(arguments[.now] == "today")
    #expect(arguments[.level] == .error)
    #expect(arguments[.skips] == ["a", "b"])
    #expect(arguments.has(.format))
    #expect(arguments.operands == [])
  }

  /// The value comes after "=" only: the next word is an operand.
  @Test(
    arguments: [
      ("new x", nil, ["x"]), ("new --depth x", "one", ["x"]), ("new --depth=all x", "all", ["x"]),
      ("new --depth all", "one", ["all"]),
    ] as [(String, String?, [String])])
  func aValueThatMayBeLeftOut(line: String, value: String?, operands: [String]) {
    #expect(run(line)?.arguments[.depth] == value)
    #expect(run(line)?.arguments.operands == operands)
  }

  @Test func aValueThatMayBeLeftOutIsOneOfAFew() {
    guard case .usage(let text) = parse("new --depth=al x") else {
      Issue.record("not a usage error")
      return
    }
    #expect(text.contains("did you mean 'all'"))
    #expect(printed("new --help")?.contains("--depth[=DEPTH]") == true)
  }

  @Test(arguments: [
    ("check --content= ", ""), ("check --content=a=b", "a=b"), ("check --content=--x", "--x"),
    ("check --content -", "-"), ("check --content -5", "-5"),
  ])
  func unusualValues(line: String, value: String) {
    #expect(run(line)?.arguments[.content] == value)
  }

  @Test func runs() async throws {
    guard case .run(let command, let arguments) = parse("check --strict") else {
      Issue.record("not a command")
      return
    }
    #expect(try await command.run(arguments) == .findings)
  }

  static let mistakes: [(String, String)] = [
    ("chek", "'chek' is neither a command nor a path; did you mean 'check'?"),
    ("hlep", "'hlep' is neither a command nor a path; did you mean 'help'?"),
    ("xyzzy", "'xyzzy' is neither a command nor a path"),
    ("help chek", "'chek' is neither a command nor a path; did you mean 'check'?"),
    ("check --strct", "'check' has no option '--strct'; did you mean '--strict'?"),
    ("check --strct=1", "'check' has no option '--strct'; did you mean '--strict'?"),
    ("check --xyzzy", "'check' has no option '--xyzzy'"),
    ("check -s", "'check' has no option '-s'"),
    ("--format json", "'build' has no option '--format'"),
    ("check --strict=yes", "'--strict' takes no value, but 'yes' was given"),
    ("check --strict --strict", "'--strict' was given twice"),
    ("check --format", "'--format' needs a value, FORMAT: text, json, github"),
    ("check --now --strict", "'--now' needs a value, DATE"),
    ("check --format jsn", "'jsn' is not a value of '--format'; did you mean 'json'?"),
    (
      "check --format xml", "'xml' is not a value of '--format'; use one of text, json, github"
    ),
    ("check --level=", "'' is not a value of '--level'; use one of note, warning, error"),
    ("check --port 0", "'--port' takes NUMBER, but '0' is not"),
    ("check --port x", "'--port' takes NUMBER, but 'x' is not"),
    ("build x", "'build' takes no operands, but 'x' was given"),
    ("--strict check", "command 'check' comes after an option; write it first"),
    ("new", "'new' needs KIND, what to make"),
    ("new a b c", "'new' takes no more operands, but 'c' was given"),
    ("completion", "'completion' needs SHELL, bash, zsh or fish"),
    ("completion ksh", "no completion for 'ksh'; use bash, zsh or fish"),
  ]

  @Test(arguments: mistakes)
  func usage(line: String, message: String) {
    guard case .usage(let text) = parse(line) else {
      Issue.record("\(line) is accepted")
      return
    }
    #expect(text.split(separator: "\n").first.map(String.init) == "build-site: \(message)")
    #expect(text.hasSuffix("--help'\n"))
  }

  @Test func pointsToTheHelpOfTheCommand() {
    guard case .usage(let known) = parse("check --x"), case .usage(let unknown) = parse("chek")
    else {
      Issue.record("accepted")
      return
    }
    #expect(known.hasSuffix("\nsee 'build-site check --help'\n"))
    #expect(unknown.hasSuffix("\nsee 'build-site --help'\n"))
  }

  @Test func exitCodes() {
    let codes: [ExitCode] = [.clean, .findings, .usage, .unreadable, .bug, .io, .tryAgain]
    #expect(codes.map(\.rawValue) == [0, 1, 64, 65, 70, 74, 75])
  }
}
