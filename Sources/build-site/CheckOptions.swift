internal import Arguments
internal import Checklist
internal import Diagnostics

/// What `check` reports, and how.
extension Option<[String]> {
  static let select = Option(
    repeated: "select", value: "CODES",
    help: "report only findings of these rules, as in PM002,BS05 (the beginning of a code will do)")
  static let ignore = Option(
    repeated: "ignore", value: "CODES",
    help:
      "leave out findings of these rules; where --select names them too, the longer code decides")
}

extension Option<Level> {
  static let level = Option(
    "level", among: Level.allCases.reversed(), named: \.rawValue, default: .note,
    help: "report findings of this level and above")
}

extension Option<Bool> {
  static let statistics = Option(
    flag: "statistics", help: "print how many findings each rule has, in place of the findings")
  static let exitZero = Option(
    flag: "exit-zero", help: "exit with 0 although there are findings; failures keep their codes")
  static let fixOnly = Option(
    flag: "fix-only", help: "fix what --fix fixes, and report no findings")
  static let showSettings = Option(
    flag: "show-settings", help: "list what a check goes by and where it comes from; report nothing"
  )
  static let showFiles = Option(
    flag: "show-files",
    help: "list the files that a check looks at, and those it leaves out and why; check nothing")
}

extension Option<String?> {
  static let addAllow = Option(
    "add-allow", value: "REASON",
    help:
      "write 'allow' with this reason at each finding that would be reported; with --diff, only show it"
  )
}

extension FindingSelection {
  /// - Throws: `UsageError` for a code that no rule has.
  init(_ arguments: ParsedArguments) throws {
    self.init()
    do {
      selected = try arguments[.select].flatMap(Self.codes)
      ignored = try arguments[.ignore].flatMap(Self.codes)
    } catch let error as UnknownBeginning {
      throw UsageError(error.message)
    }
    lowest = arguments[.level]
    if arguments[.strict], lowest == .error {
      throw UsageError("'--strict' fails on warnings, which '--level error' leaves out")
    }
  }
}
