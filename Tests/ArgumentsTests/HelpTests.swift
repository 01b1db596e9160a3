import Testing

@testable import Arguments

@Suite struct HelpTests {
  @Test func ofTheProgram() {
    #expect(
      printed("--help") == """
        Turns reviews and runbooks into a site.

        Usage: build-site [COMMAND] [OPTION…]

        Commands:
          build       check everything, then write the site (the default)
          check       report problems without writing anything
          new         make a file from a template: it's [quick]
          help        list the commands, or the options of one
          completion  print a script that completes commands and options
          manual      print the manual page, for 'man -l -'

        Options:
          -h, --help  show this help
          --version   show the version

        'build-site COMMAND --help' lists the options of a command.

        Exit codes: 0 clean, 1 findings, 64 usage.

        """)
  }

  @Test func ofACommand() {
    #expect(
      printed("check --help") == """
        report problems without writing anything

        Usage: build-site check [PATH…] [OPTION…]

        Operands:
          [PATH…]  files and folders; the content folder when missing

        Options:
          --strict          exit with 1 on warnings too
          --format FORMAT   how findings are printed, which is a long sentence that must
                            be broken somewhere: text, json, github (default: text)
          --content FOLDER  where the reviews are (default: content)
          --port NUMBER     where to listen (default: 8080)
          --now DATE        the day that counts as today
          --level LEVEL     only findings of a level: note, warning, error
          --skip CODE       leave out a rule (may be repeated)
          -h, --help        show this help

        """)
  }

  @Test(arguments: [
    ("-h", "--help"), ("help", "--help"), ("--strict -h", "--help"),
    ("check -h", "check --help"), ("help check", "check --help"),
    ("check --wrong --help", "check --help"), ("content -h", "check --help"),
  ])
  func sameText(line: String, other: String) {
    #expect(printed(line) != nil)
    #expect(printed(line) == printed(other))
  }

  @Test func version() {
    #expect(printed("--version") == "build-site 1.2.3\n")
  }

  @Test func fitsIntoEightyColumns() {
    for line in ["--help", "check --help", "new --help", "completion --help"] {
      for row in (printed(line) ?? "").split(separator: "\n") { #expect(row.count <= 80) }
    }
  }

  @Test func aLongLabelHasItsOwnLine() {
    let option = Option<String?>(
      "a-very-long-option", value: "WITH-A-VALUE", help: "what it does")
    let command = Command(name: "x", summary: "y", options: [option]) { _ in .clean }
    let text = sample.help(of: command)
    #expect(
      text.contains(
        "  --a-very-long-option WITH-A-VALUE\n                            what it does\n"))
  }
}
