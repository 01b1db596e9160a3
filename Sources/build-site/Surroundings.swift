internal import Arguments
internal import Bytes
internal import CommonMark
internal import Diagnostics
internal import Files
internal import Pipeline
internal import Vocabulary

#if canImport(Glibc)
  internal import Glibc
#else
  internal import Darwin
#endif

/// What the environment says.
enum Surroundings {
  static func variable(_ name: String) -> String? {
    unsafe getenv(name).map { unsafe String(cString: $0) }.flatMap { $0.isEmpty ? nil : $0 }
  }

  /// The day of `SOURCE_DATE_EPOCH`, which reproducible builds set (reproducible-builds.org).
  ///
  /// - Throws: `UsageError` for anything but seconds from 1970 to 9999.
  static func sourceDay() throws -> CalendarDay? {
    guard let text = variable("SOURCE_DATE_EPOCH") else { return nil }
    guard let seconds = Int(text), (0...lastSecond).contains(seconds) else {
      throw UsageError(
        "SOURCE_DATE_EPOCH is '\(text)', which is not a number of seconds since 1970")
    }
    return CalendarDay(number: seconds / 86_400)
  }

  /// 9999-12-31T23:59:59Z.
  private static let lastSecond = 253_402_300_799

  /// The file for Markdown on the page of a GitHub Actions run.
  static var jobSummary: String? { variable("GITHUB_STEP_SUMMARY") }

  /// The user's folder for what can be made again (XDG Base Directory Specification; on macOS, Library/Caches).
  static var cache: String? {
    if let folder = variable("XDG_CACHE_HOME"), folder.hasPrefix("/") {
      return joinedPath(folder, "build-site")
    }
    guard let home = variable("HOME"), home.hasPrefix("/") else { return nil }
    #if os(macOS)
      return joinedPath(home, "Library/Caches/build-site")
    #else
      return joinedPath(home, ".cache/build-site")
    #endif
  }

  /// The working directory at the start, which is that of the person who reads the output.
  static let startFolder = workingFolder()

  /// A path from the working directory as a path from ``startFolder``.
  static func shown(_ path: String) -> String {
    let here = workingFolder()
    if here == startFolder || path.hasPrefix("/") { return path }
    return relativePath(
      from: joinedPath(startFolder, "x"), to: path == "." ? here : joinedPath(here, path))
  }

  /// Seconds since 1970. Only what a responder does at the moment depends on it, never a site or a finding.
  static var now: Int { Int(time(nil)) }

  /// The time of day on the clock of this place, as in 10:05:09.
  static var clock: String {
    var moment = time(nil)
    var parts = unsafe tm()
    _ = unsafe localtime_r(&moment, &parts)
    let numbers = unsafe [parts.tm_hour, parts.tm_min, parts.tm_sec]
    return numbers.map { $0 < 10 ? "0\($0)" : "\($0)" }.joined(separator: ":")
  }

  static var reporter: Reporter { variable("GITHUB_ACTIONS") == "true" ? .github : .text }

  /// Everything besides the disk that the outcome of a run depends on, as bytes.
  ///
  /// Two runs with the same bytes, the same program and the same files tell the same.
  static var question: [UInt8] {
    var writer = RecordWriter()
    writer.write(MarkdownDocument.libraryVersion)
    writer.write(Array(CommandLine.arguments.dropFirst()))
    writer.write(startFolder)
    writer.write(workingFolder())
    writer.write(Int(geteuid()))
    writer.write(StandardStream.output.isTerminal)
    writer.write(StandardStream.error.isTerminal)
    writer.write(usesColor(.auto))
    writer.write(program)
    // Each step of a CI job has another file for this.
    writer.write(jobSummary != nil)
    for name in names { writer.write(variable(name)) }
    return writer.bytes
  }

  /// What the program reads of the environment, and what git does to tell what it leaves out.
  private static let names = [
    "SOURCE_DATE_EPOCH", "GITHUB_ACTIONS", "NO_COLOR", "CLICOLOR_FORCE", "CI", "HOME", "PATH",
    "XDG_CONFIG_HOME", "GIT_DIR", "GIT_WORK_TREE", "GIT_INDEX_FILE",
    "GIT_COMMON_DIR", "GIT_CEILING_DIRECTORIES", "GIT_DISCOVERY_ACROSS_FILESYSTEM",
    "GIT_CONFIG_GLOBAL", "GIT_CONFIG_SYSTEM", "GIT_CONFIG_NOSYSTEM", "GIT_CONFIG_COUNT",
    "GIT_CONFIG_PARAMETERS", "GIT_OBJECT_DIRECTORY", "GIT_ICASE_PATHSPECS",
    "GIT_LITERAL_PATHSPECS",
  ]

  /// The variables that say how the program works, for its manual page.
  static let described: [(name: String, text: String)] = [
    (
      "SOURCE_DATE_EPOCH",
      "the day that decides what is overdue, in seconds since 1970; --now comes first"
    ),
    ("GITHUB_ACTIONS", "if it is 'true', findings are printed as annotations"),
    ("GITHUB_STEP_SUMMARY", "the file that findings are added to, as Markdown"),
    ("NO_COLOR", "if it is set, nothing is in colour"),
    ("CLICOLOR_FORCE", "if it is set and not 0, reports are in colour also in files and pipes"),
    ("XDG_CACHE_HOME", "where the cache folder is (default: .cache in the home folder)"),
  ]

  /// By the conventions of no-color.org and bixense.com/clicolors.
  static func usesColor(_ choice: ColorChoice) -> Bool {
    if choice != .auto { return choice == .always }
    if variable("NO_COLOR") != nil { return false }
    if let forced = variable("CLICOLOR_FORCE"), forced != "0" { return true }
    return StandardStream.output.isTerminal
  }

  /// How to start this program where the user is: as it was started, if that is short.
  ///
  /// `swift run` starts it by its path in the build folder of the package, which nobody would type.
  static var program: String {
    guard let path = CommandLine.arguments.first, path.hasPrefix("/") else {
      return CommandLine.arguments.first ?? "build-site"
    }
    let build = joinedPath(startFolder, ".build/")
    if path.hasPrefix(build) {
      return path.hasSuffix("/release/build-site")
        ? "swift run -c release build-site" : "swift run build-site"
    }
    let folder = String(path.prefix(path.utf8.count - fileName(of: path).utf8.count - 1))
    let isFound = variable("PATH")?.split(separator: ":").contains { $0 == folder } ?? false
    return isFound ? fileName(of: path) : path
  }
}

/// When reports are in colour.
enum ColorChoice: String, CaseIterable {
  /// On a terminal, unless the environment says otherwise.
  case auto
  case always
  case never
}
