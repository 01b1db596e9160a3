import Foundation
import Testing

@testable import Arguments

/// Runs a script in a shell and returns what it prints, `nil` when the shell is not installed.
private func output(of shell: String, _ script: String) throws -> String? {
  let folders = ["/bin", "/usr/bin", "/usr/local/bin", "/opt/homebrew/bin"]
  let paths = folders.map { "\($0)/\(shell)" }
  guard let path = paths.first(where: FileManager.default.isExecutableFile) else { return nil }
  let process = Process()
  process.executableURL = URL(filePath: path)
  process.arguments = shell == "zsh" ? ["-f", "-c", script] : ["-c", script]
  let pipe = Pipe()
  process.standardOutput = pipe
  process.standardError = pipe
  try process.run()
  let bytes = try pipe.fileHandleForReading.readToEnd() ?? Data()
  process.waitUntilExit()
  return String(decoding: bytes, as: UTF8.self)
}

@Suite struct CompletionTests {
  @Test(arguments: [
    ("build-site ", "build check new help completion manual --help --version"),
    ("build-site ch", "check"),
    ("build-site check ", ""),
    ("build-site check --s", "--strict --skip"),
    ("build-site check --format ", "text json github"),
    ("build-site check --level e", "error"),
    ("build-site check --content ", ""),
    ("build-site new ", "incident review --depth --depth=all --help"),
    ("build-site help ch", "check"),
    ("build-site completion ", "bash zsh fish --help"),
  ])
  func bash(line: String, words: String) throws {
    let script = try #require(printed("completion bash"))
    let parts = line.split(separator: " ", omittingEmptySubsequences: false)
    let quoted = parts.map { singleQuoted(String($0)) }.joined(separator: " ")
    let found = try output(
      of: "bash",
      """
      \(script)
      COMP_WORDS=(\(quoted)); COMP_CWORD=\(parts.count - 1)
      _build_site
      echo "${COMPREPLY[*]}"
      """)
    guard let found else { return }
    #expect(found == words + "\n")
  }

  @Test(arguments: [
    ("build-site ch", "check\treport problems without writing anything"),
    ("build-site check --for", "--format"),
    ("build-site check --format j", "json"),
    ("build-site new rev", "review"),
    ("build-site help ne", "new"),
  ])
  func fish(line: String, first: String) throws {
    let script = try #require(printed("completion fish"))
    let found = try output(of: "fish", "\(script)\ncomplete -C \(singleQuoted(line))")
    guard let found else { return }
    #expect(found.hasPrefix(first), "\(found)")
  }

  @Test func zshTakesTheScript() throws {
    let script = try #require(printed("completion zsh"))
    let found = try output(of: "zsh", "compdef() { echo compdef $@ }\n\(script)")
    guard let found else { return }
    #expect(found == "compdef _build_site build-site\n")
    #expect(script.contains("'--strict[exit with 1 on warnings too]'"))
    #expect(script.contains("'--format=[") && script.contains("]:FORMAT:(text json github)'"))
    #expect(script.contains("'*--skip=[leave out a rule]:CODE:'"))
    #expect(script.contains("'new:make a file from a template\\: it'\\''s [quick]'"))
  }
}
