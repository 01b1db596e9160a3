internal import Arguments
internal import Files

#if canImport(Glibc)
  private import CMalloc
  internal import Glibc
#else
  internal import Darwin
#endif

/// The program: reads the command line, runs one command, and turns what went wrong into an exit code.
@main
enum BuildSite {
  static func main() {
    StandardStream.prepare()
    #if canImport(Glibc)
      // The bytes of a large file go back to the system as soon as they are written; by default glibc keeps them once it
      // has seen such a size (mallopt(3), M_MMAP_THRESHOLD).
      _ = mallopt(M_MMAP_THRESHOLD, 1 << 20)
    #endif
    let words = Array(CommandLine.arguments.dropFirst())
    Interruption.wait {
      Task.detached {
        let code = await run(words)
        ProgressLine.end()
        exit(Interruption.signal.map(Interruption.exitCode(of:)) ?? code.rawValue)
      }
    }
  }

  private static func run(_ words: [String]) async -> ExitCode {
    do {
      switch program.parse(words, isPath: { (try? fileStatus(of: $0)) != nil }) {
      case .print(let text):
        try StandardStream.output.write(text)
        return .clean
      case .usage(let message):
        StandardStream.error.tell(message)
        return .usage
      case .run(let command, let arguments):
        return try await command.run(arguments.enteringProject())
      }
    } catch {
      return Failure.report(error)
    }
  }

  static let program = Program(
    name: "build-site", version: Version.text,
    summary:
      "Turns incident reviews and runbooks in Markdown into a checked Docusaurus site and a learning archive.",
    commands: Command.all, defaultCommand: .build, commandForPaths: .check,
    notes: """
      Exit codes: 0 clean (warnings allowed), 1 findings, 64 wrong command line, 65 unreadable input,
      70 internal error, 74 disk error, 75 another build is running or the content changed meanwhile,
      128 + n stopped by signal n.
      """, environment: Surroundings.described)
}
