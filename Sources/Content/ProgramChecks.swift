internal import Diagnostics
internal import Files
internal import Operations
internal import Runbooks

/// A program of the system that may be asked about what runbooks say. None of them runs a command of a runbook.
package enum ProgramCheck: String, CaseIterable, Sendable {
  /// `bash -n` reads shell text and runs nothing of it.
  case bash
  /// `shellcheck` looks for mistakes in it.
  case shellcheck
  /// `ansible-playbook --syntax-check` reads playbooks.
  case ansible
}

/// What the programs say of some runbooks.
struct ProgramReports: Sendable {
  private(set) var findings: [Diagnostic] = []
  /// What was run because somebody asked for it, as a phrase each.
  private(set) var runs: [String] = []

  /// Scripts that one task has checked.
  private static let chunk = 8

  /// Asks the programs about each script and each playbook that runbooks name; a program that is not there says
  /// nothing.
  static func all(
    _ checks: Set<ProgramCheck>, of runbooks: [Runbook], _ operations: Operations,
    run: @escaping FileSource.Running
  ) async -> ProgramReports {
    guard !checks.isEmpty else { return ProgramReports() }
    let scripts = runbooks.flatMap { runbook in runbook.scripts.map { (runbook.path, $0) } }
    let starts = Array(stride(from: 0, to: scripts.count, by: chunk))
    let isShell = checks.contains(.bash)
    let isLinted = checks.contains(.shellcheck)
    var reports = ProgramReports()
    reports.findings = await withTaskGroup(of: [Diagnostic].self) { group in
      for start in starts {
        let some = scripts[start..<min(start + chunk, scripts.count)]
        group.addTask {
          some.flatMap { path, script in
            (isShell ? ShellReport.syntax(of: script, path: path, run: run) : [])
              + (isLinted ? ShellReport.advice(on: script, path: path, run: run) : [])
          }
        }
      }
      var all: [Diagnostic] = []
      for await findings in group { all += findings }
      return all
    }
    if isLinted { reports.runs.append("'shellcheck' on \(scripts.count) blocks of shell text") }
    if checks.contains(.ansible) {
      let playbooks = PlaybookReport(of: runbooks, operations, run: run)
      reports.findings += playbooks.findings
      reports.runs.append("'ansible-playbook --syntax-check' on \(playbooks.count) playbooks")
    }
    return reports
  }
}

/// What `bash -n` and `shellcheck` say of a script.
private enum ShellReport {
  /// Neither reads settings or start files, nor functions from the environment.
  private static let environment = ["PATH=/usr/local/bin:/usr/bin:/bin", "LC_ALL=C"]

  static func syntax(
    of script: ShellScript, path: String, run: FileSource.Running
  ) -> [Diagnostic] {
    var bash = ProgramRun("bash", ["--noprofile", "--norc", "-n"], input: Array(script.text.utf8))
    bash.environment = environment
    bash.takesErrors = true
    bash.limit = 10
    guard let answer = run(bash), answer.status != 0 else { return [] }
    // "bash: line 3: syntax error near unexpected token `)'"
    let lines = String(decoding: answer.output, as: UTF8.self).split(separator: "\n")
    for line in lines {
      let parts = line.split(separator: ": ", maxSplits: 2)
      guard parts.count == 3, parts[1].hasPrefix("line "), let number = Int(parts[1].dropFirst(5))
      else { continue }
      let message = String(parts[2])
      return [
        finding(
          "PM106", message, help: "correct the command; a shell would stop at it", in: script,
          path: path, line: number, column: nil)
      ]
    }
    return []
  }

  static func advice(
    on script: ShellScript, path: String, run: FileSource.Running
  ) -> [Diagnostic] {
    var shellcheck = ProgramRun(
      "shellcheck",
      // A runbook shows parts of scripts: variables come from elsewhere, and are used elsewhere.
      [
        "--norc", "--shell=bash", "--format=gcc", "--severity=warning",
        "--exclude=SC2034,SC2154,SC2164,SC1091", "-",
      ],
      input: Array(script.text.utf8))
    shellcheck.environment = environment
    shellcheck.limit = 30
    guard let answer = run(shellcheck), answer.status == 1 else { return [] }
    // "-:3:5: warning: Quote this to prevent word splitting. [SC2046]"
    return String(decoding: answer.output, as: UTF8.self).split(separator: "\n").compactMap {
      line in
      let parts = line.split(separator: ":", maxSplits: 4)
      guard parts.count == 5, let number = Int(parts[1]), let column = Int(parts[2]) else {
        return nil
      }
      return finding(
        "PM107", String(parts[4].drop { $0 == " " }), help: "see its page at shellcheck.net/wiki",
        in: script,
        path: path, line: number, column: column)
    }
  }

  private static func finding(
    _ code: String, _ message: String, help: String, in script: ShellScript, path: String,
    line: Int, column: Int?
  ) -> Diagnostic {
    // A shell that misses something says so at the end.
    let place = script.lines[min(max(line, 1), script.lines.count) - 1]
    var start = place.start
    var end = start
    if let column, line <= script.lines.count {
      start.column += column - 1
      end = SourceLocation(line: start.line, column: start.column + 1)
    } else {
      end.column += max(1, place.text.utf8.count)
    }
    return Diagnostic(
      code: code, level: .warning, path: path, range: start..<end, message: message, help: help)
  }
}
