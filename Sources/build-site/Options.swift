internal import Arguments
internal import Diagnostics
internal import Files
internal import Pipeline
internal import Vocabulary

#if canImport(Glibc)
  internal import Glibc
#else
  internal import Darwin
#endif

extension Option<String> {
  static let content = Option(
    "content", value: "FOLDER", default: "content", help: "where the Markdown is")
  static let site = Option(
    "site", value: "FOLDER", default: "site", help: "the Docusaurus project to write into")
  static let templates = Option(
    "templates", value: "FOLDER", default: "templates", help: "the page shells of the archive")
}

extension Option<Bool> {
  static let strict = Option(flag: "strict", help: "let warnings fail as errors do")
  static let keepGoing = Option(
    flag: "keep-going", help: "write the site in spite of errors; its pages say so")
  static let dryRun = Option(
    flag: "dry-run", help: "list what would be written and removed, and write nothing")
}

extension Option<Bool> {
  static let diff = Option(
    flag: "diff", help: "print what --fix would change as a unified diff, and write nothing")
}

extension Option<FixSet?> {
  static let fix = Option(
    "fix", among: FixSet.allCases, bare: .safe, value: "FIXES", named: \.rawValue,
    help:
      "put spellings of headings, list markers and times right; with 'scaffold' add missing parts")
}

extension Option<InspectionFormat> {
  static let inspectionFormat = Option(
    "format", among: InspectionFormat.all, named: \.name, default: .json,
    help: "json: one object a line; text: each thing beside its line")
}

extension Option<String?> {
  static let baseline = Option(
    "baseline", value: "FILE", help: "leave out the findings that the file lists")
  static let writeBaseline = Option(
    "write-baseline", value: "FILE", help: "list the findings in a file instead of reporting them")
}

extension Option<String> {
  static let stdinPath = Option(
    "stdin-path", value: "PATH", default: "stdin.md", help: "where the text of '-' belongs")
}

extension Option<CalendarDay?> {
  static let now = Option(
    "now", value: "DAY", default: nil,
    help:
      "the day that 'overdue' is judged by, as 2026-01-31 (default: SOURCE_DATE_EPOCH, or the newest day in the content)"
  ) { text in CalendarDay(text).map { .some($0) } }
}

extension Option<Reporter?> {
  static let format = Option(
    "format", among: Reporter.all, named: \.name,
    help: "how findings are printed (default: text, or github in GitHub Actions)")
}

/// What the environment says.
enum Surroundings {
  static func variable(_ name: String) -> String? {
    unsafe getenv(name).map { unsafe String(cString: $0) }.flatMap { $0.isEmpty ? nil : $0 }
  }

  /// The day of `SOURCE_DATE_EPOCH`, which reproducible builds set (reproducible-builds.org).
  static var sourceDay: CalendarDay? {
    variable("SOURCE_DATE_EPOCH").flatMap { Int($0) }.map { CalendarDay(number: $0 / 86_400) }
  }

  /// The file for Markdown on the page of a GitHub Actions run.
  static var jobSummary: String? { variable("GITHUB_STEP_SUMMARY") }

  static var reporter: Reporter { variable("GITHUB_ACTIONS") == "true" ? .github : .text }

  /// By the conventions of no-color.org and bixense.com/clicolors.
  static var usesColor: Bool {
    if variable("NO_COLOR") != nil { return false }
    if let forced = variable("CLICOLOR_FORCE"), forced != "0" { return true }
    return StandardStream.output.isTerminal
  }
}
