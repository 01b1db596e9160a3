internal import Arguments
internal import Diagnostics
internal import Pipeline
internal import Vocabulary

extension Option<String> {
  static let content = Option(
    "content", value: "FOLDER", default: "content",
    help: "the folder with the Markdown files, instead of the one that site.yml tells")
  static let site = Option(
    "site", value: "FOLDER", default: "site",
    help: "the folder of the Docusaurus project to write to")
  static let templates = Option(
    "templates", value: "FOLDER", default: "templates",
    help: "the folder with templates of your own, which take the place of those built in")
}

extension Option<Bool> {
  static let strict = Option(flag: "strict", help: "treat warnings as errors")
  static let keepGoing = Option(
    flag: "keep-going", help: "write the site despite errors, and mark the affected pages")
  static let dryRun = Option(
    flag: "dry-run", help: "list what would be written and removed, without writing anything")
}

extension Option<Bool> {
  static let quiet = Option(
    flag: "quiet", help: "print the findings, but neither the summary nor how far the run is")
  static let noCache = Option(
    flag: "no-cache", help: "do everything again, and use nothing of what earlier runs remember")
}

extension Option<Bool> {
  static let online = Option(
    flag: "online",
    help: "also ask the addresses of links whether they are there; answers are kept for a day")
  static let withShellcheck = Option(
    flag: "with-shellcheck",
    help: "also ask shellcheck about the commands of runbooks; none of them is run")
  static let withAnsible = Option(
    flag: "with-ansible",
    help:
      "also run 'ansible-playbook --syntax-check' on the playbooks that runbooks name; their tasks are not run"
  )
}

extension Option<ColorChoice> {
  static let color = Option(
    "color", among: ColorChoice.allCases, value: "WHEN", named: \.rawValue, default: .auto,
    help: "whether findings are in colour")
}

extension Option<[String]> {
  static let exclude = Option(
    repeated: "exclude", value: "PATTERN",
    help:
      "leave out files, as in 'drafts/' or '*.old.md', besides those under 'exclude:' in site.yml")
}

extension Option<Bool> {
  static let files = Option(
    flag: "files", help: "list the files that are looked at, and those that are left out and why")
}

extension Option<String> {
  static let since = Option(
    "since", value: "REVISION", default: "HEAD",
    help: "the commit of git whose addresses are compared with those of now")
}

extension Option<Bool> {
  static let redirectsCheck = Option(
    flag: "check", help: "write nothing, and exit with 1 if redirects are missing")
}

extension Option<Bool> {
  static let drafts = Option(
    flag: "drafts", help: "include drafts, marked as such on their pages")
}

extension Option<Bool> {
  static let diff = Option(
    flag: "diff",
    help:
      "print what --fix, --add-allow or a build with --dry-run would change as a unified diff, without writing anything"
  )
}

extension Option<String?> {
  static let answers = Option(
    "answers", value: "LIST",
    help: "the answers in order, as in yes,no,yes (default: lines of standard input)")
  static let append = Option(
    "append", value: "FILE",
    help:
      "add the way taken to the timeline in the file, to that of an incident in a log (FILE#HEADING), or to that of an incident by its ID"
  )
}

extension Option<GivenTime?> {
  static let at = Option(
    "at", value: "TIME", default: nil,
    help: "the time that counts as now, as in 10:12 or 2026-01-31T10:12Z (default: the clock)"
  ) { text in GivenTime(text).map { .some($0) } }
}

extension Option<FixSet?> {
  static let fix = Option(
    "fix", among: FixSet.allCases, bare: .safe, value: "FIXES", named: \.rawValue,
    help:
      "mark lines that name a part as headings, and correct the spelling of headings, list markers and times; 'scaffold' also adds missing sections"
  )
}

extension Option<InspectionFormat> {
  static let inspectionFormat = Option(
    "format", among: InspectionFormat.all, named: \.name, default: .json,
    help: "json: one object per line; text: one fact per line, with its line number")
}

extension Option<String?> {
  static let baseline = Option(
    "baseline", value: "FILE", help: "leave out the findings listed in the file")
  static let writeBaseline = Option(
    "write-baseline", value: "FILE",
    help: "write the findings to a baseline file instead of reporting them")
}

extension Option<String> {
  static let stdinPath = Option(
    "stdin-path", value: "PATH", default: "stdin.md",
    help: "the path that the text from standard input belongs to")
}

extension Option<CalendarDay?> {
  static let now = Option(
    "now", value: "DAY", default: nil,
    help:
      "the date that decides what is overdue, as in 2026-01-31 (default: SOURCE_DATE_EPOCH, or the newest date in the content)"
  ) { text in CalendarDay(text).map { .some($0) } }
}

extension Option<Reporter?> {
  static let format = Option(
    "format", among: Reporter.all, named: \.name,
    help: "how findings are printed (default: text, or github in GitHub Actions)")
}

extension Option<String?> {
  static let severity = Option(
    "severity", value: "SEVERITY", help: "the severity, as the policy or site.yml has it")
}

extension Option<[String]> {
  static let service = Option(
    repeated: "service", value: "SERVICE", help: "a service that is affected, as site.yml has it")
}

extension Option<Bool> {
  static let edit = Option(
    flag: "edit", help: "open the new file in the editor that VISUAL or EDITOR names")
}
