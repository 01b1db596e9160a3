import Foundation
import TestSupport
import Testing

/// Bytes and characters that no page may have (4, 5, 6, 7, 11, 40).
struct CharacterTests {
  private static func review(_ line: String = "", title: String = "Checkout down") -> String {
    """
    ---
    date: 2026-01-10
    severity: P2
    ---
    # \(title)

    ## Timeline

    - 10:05 - Error rate at 25%

    ## Root cause

    A pool of ten connections. \(line)

    ## Action items

    - Alert on pool use @data

    """
  }

  private func with(_ bytes: Data, _ body: (URL) throws -> Void) async throws {
    try await withTemporaryFolder { folder in
      let work = folder.appending(path: "project")
      try work.write("", to: "content/incidents/.keep")
      try bytes.write(to: work.appending(path: "content/incidents/2026-01-10-a.md"))
      try body(work)
    }
  }

  /// A name, the bytes of a review, and the findings: code, line, column and a part of the message.
  @Test(
    arguments: [
      (
        "0xFF", Data("# A\n\nab".utf8) + Data([0xFF, 0x0A]), "BS003 3:3",
        "byte 8 of the file is 0xFF"
      ),
      ("overlong", Data("# A\n\nab".utf8) + Data([0xC0, 0x80, 0x0A]), "BS003 3:3", "byte 8"),
      (
        "a surrogate", Data("# A\n\nab".utf8) + Data([0xED, 0xA0, 0x80, 0x0A]), "BS003 3:3",
        "byte 8"
      ),
      ("NUL", Data("# A\n\nab\0\n".utf8), "BS002 3:3", "byte 8"),
      ("ESC", Data("# A\n\nab\u{1B}[31m\n".utf8), "BS085 3:3", "U+001B ESCAPE"),
      ("DEL in the title", Data("# A\u{7F}\n".utf8), "BS085 1:4", "U+007F DELETE"),
      (
        "BEL in front matter", Data("---\ntitle: a\u{07}b\n---\n# A\n".utf8), "BS085 2:9",
        "U+0007 BELL"
      ),
      ("U+FFFE", Data("# A\n\nab\u{FFFE}\n".utf8), "BS085 3:3", "U+FFFE"),
      (
        "UTF-16", Data([0xFF, 0xFE]) + Data("# A\n".utf8.flatMap { [$0, 0] }), "BS003 1:1",
        "looks like UTF-16"
      ),
      (
        "UTF-16 without a mark", Data("# Checkout down\n".utf8.flatMap { [0, $0] }), "BS003 1:1",
        "looks like UTF-16"
      ),
    ] as [(String, Data, String, String)])
  func areRefused(name: String, bytes: Data, place: String, message: String) async throws {
    try await with(bytes) { work in
      let run = try Program.build(in: work)
      #expect(run.exitCode == 1)
      let code = place.prefix(5)
      let line = run.output.split(separator: "\n").first { $0.contains("error[\(code)]") }
      #expect(
        line?.hasPrefix("content/incidents/2026-01-10-a.md:\(place.dropFirst(6)): ") == true,
        "\(run.output)")
      #expect(line?.contains(message) == true, "\(run.output)")
      #expect(!FileManager.default.fileExists(atPath: work.appending(path: "site").path()))
      // Nothing of it moves a cursor in a terminal or starts a command of a CI runner.
      #expect(
        !run.output.unicodeScalars.contains { $0.value < 0x20 && $0 != "\n" || $0.value == 0x7F })
    }
  }

  @Test func utf16HasNoOtherFinding() async throws {
    try await with(Data([0xFF, 0xFE]) + Data(Self.review().utf8.flatMap { [$0, 0] })) { work in
      let run = try Program.run(["check"], in: work)
      #expect(run.output.matches(of: /\[[A-Z]+\d+\]/).count == 1, "\(run.output)")
    }
  }

  /// No output has a control character, wherever it came from: the text, an escape in YAML, a reference.
  @Test func noOutputHasAControlCharacter() async throws {
    var text = Self.review("Red \u{1B}[31m, bell &#7; and \u{FFFE}.", title: "Checkout \u{08}down")
    text = text.replacing(
      "severity: P2", with: "severity: P2\nsummary: \"a\\u0007b\"\nservices: [\"po\\u001Bol\"]")
    text += "\n```sh\necho \u{1B}[0m\n```\n\n| a\u{0C} | b |\n|---|---|\n| \u{7F} | d |\n"
    try await with(Data(text.utf8)) { work in
      let run = try Program.build(["--keep-going"], in: work)
      #expect(run.exitCode == 1)
      let files = try work.site()
      #expect(files.count > 10)
      for (path, bytes) in files {
        let isClean = bytes.allSatisfy {
          ($0 >= 0x20 || [0x09, 0x0A, 0x0D].contains($0)) && $0 != 0x7F
        }
        #expect(isClean, "\(path)")
        let text = String(decoding: bytes, as: UTF8.self)
        #expect(!text.unicodeScalars.contains { $0.value & ~1 == 0xFFFE }, "\(path)")
        for escape in ["\\u0007", "\\u001b", "\\u0008"] {
          #expect(!text.contains(escape), "\(path)")
        }
      }
      for kind in ["archive/incidents/2026-01-10", "blog/2026-01-10"] {
        #expect(
          files.contains {
            $0.key.contains(kind) && String(decoding: $0.value, as: UTF8.self).contains("␛[31m")
          }, "\(kind)")
      }
    }
  }

  /// A command with a character that turns the direction of writing.
  @Test func noOutputHasADisguisedCommand() async throws {
    let text = Self.review(
      "Run `rm \u{202E}-rf` as [it\u{2066} says](https://x.example/a\u{200B}b).")
    try await with(Data(text.utf8)) { work in
      let run = try Program.build(in: work)
      #expect(run.exitCode == 0, "\(run.output)")
      #expect(
        run.output.contains("warning[BS086]: U+202E RIGHT-TO-LEFT OVERRIDE in code does not show"))
      for (path, bytes) in try work.site() {
        let text = String(decoding: bytes, as: UTF8.self)
        for scalar: Unicode.Scalar in ["\u{202E}", "\u{2066}", "\u{200B}"] {
          #expect(!text.unicodeScalars.contains(scalar), "\(path)")
        }
        #expect(!text.contains("%E2%80%8B"), "\(path)")
      }
    }
  }

  /// Many marks on one letter are text, and take no longer than other text (11).
  @Test func marksOnALetterAreText() async throws {
    let zalgo = "Z" + String(repeating: "\u{0301}", count: 200)
    try await with(Data(Self.review(String(repeating: zalgo + " ", count: 200), title: zalgo).utf8))
    { work in
      let run = try Program.build(in: work)
      #expect(run.exitCode == 0, "\(run.output.prefix(500))")
    }
  }

  /// A title with a command of a CI runner or an escape code (40).
  @Test(arguments: ["text", "github"]) func aReportIsInert(format: String) async throws {
    let title = "::error file=x::y \u{1B}]0;t\u{07} ##[command] \u{202E}"
    try await with(Data(Self.review("[x](missing.md) TBD", title: title).utf8)) { work in
      let run = try Program.run(["check", "--format", format], in: work)
      let inspect = try Program.run(["inspect", "--format", "text", "content"], in: work)
      for output in [run.output, run.errors, inspect.output] {
        #expect(
          !output.unicodeScalars.contains {
            $0.value < 0x20 && $0 != "\n" || $0.value == 0x7F || $0 == "\u{202E}"
          }, "\(output)")
        #expect(!output.contains("##[command]"))
        #expect(output.split(separator: "\n").allSatisfy { !$0.hasPrefix("::error file=x") })
      }
    }
  }
}
