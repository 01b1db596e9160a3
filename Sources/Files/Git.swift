internal import Diagnostics

/// The git repository that a folder is in, asked by the program `git`. Nothing of it is ever changed.
package struct Git: Sendable {
  /// The folder that paths are relative to.
  let folder: String

  /// A monitor of the file system would be a program that the repository names.
  private static let options = [
    "--no-optional-locks", "-c", "core.fsmonitor=false", "-c", "core.quotepath=off",
  ]

  package init(_ folder: String) { self.folder = folder.isEmpty ? "." : folder }

  /// Whether the folder is in the work tree of a repository, as far as there is a git to ask.
  package var hasWorkTree: Bool {
    guard let answer = try? run(["rev-parse", "--is-inside-work-tree"]) else { return false }
    return answer.status == 0 && answer.output.starts(with: "true".utf8)
  }

  func run(
    _ arguments: [String], input: [UInt8] = []
  ) throws(FileError) -> (status: Int32, output: [UInt8]) {
    try ProgramRun("git", ["-C", folder] + Self.options + arguments, input: input).answer()
  }

  /// Pieces between NUL bytes.
  static func pieces(of output: [UInt8]) -> [String] {
    output.split(separator: 0).map { String(decoding: $0, as: UTF8.self) }
  }

  // MARK: What is ignored

  /// Those of some paths that `.gitignore` and its like leave out, unless they are tracked. A folder ends in
  /// `/`. Empty when git gives no answer.
  package func ignored(among paths: [String]) -> Set<String> {
    answer(about: paths) ?? []
  }

  /// As ``ignored(among:)``; `nil` when git gives no answer.
  func answer(about paths: [String]) -> Set<String>? {
    guard !paths.isEmpty else { return [] }
    let input = Array(paths.joined(separator: "\0").utf8) + [0]
    // Status 1 says that none is ignored.
    guard let answer = try? run(["check-ignore", "--stdin", "-z"], input: input), answer.status < 2
    else { return nil }
    return Set(Self.pieces(of: answer.output))
  }

  /// The files by which git decides what it leaves out, besides each `.gitignore` of the work tree: its index, its
  /// settings and the lists that these name. Some are not there.
  ///
  /// - Throws: The system's error, or `.notAFile` when git gives no answer.
  func rules() throws(FileError) -> Set<String> {
    let own = try run(
      ["rev-parse"]
        + ["index", "info/exclude", "config", "config.worktree"].flatMap { ["--git-path", $0] })
    let settings = try run(["config", "--list", "--show-origin", "-z"])
    guard own.status == 0, settings.status == 0 else {
      throw FileError(path: folder, reason: .notAFile)
    }
    var files = Set(own.output.split(separator: 0x0A).map { String(decoding: $0, as: UTF8.self) })
    // "file:<path>" NUL "<key>" LF "<value>" NUL
    for piece in Self.pieces(of: settings.output) {
      if piece.hasPrefix("file:") {
        files.insert(String(piece.dropFirst("file:".count)))
      } else if piece.hasPrefix("core.excludesfile\n") {
        files.insert(String(piece.dropFirst("core.excludesfile\n".count)))
      }
    }
    return Set(files.map { $0.hasPrefix("/") || $0.hasPrefix("~/") ? $0 : joinedPath(folder, $0) })
  }

  // MARK: An earlier state

  /// The commit that a revision names; `nil` when there is none.
  package func commit(_ revision: String) throws(FileError) -> String? {
    let answer = try run([
      "rev-parse", "--verify", "--quiet", "--end-of-options", "\(revision)^{commit}",
    ])
    return answer.status == 0
      ? String(decoding: answer.output, as: UTF8.self).split(separator: "\n").first.map(String.init)
      : nil
  }

  /// The files of the folder at a commit, by their paths below it. Those for which `isRead` does not hold are
  /// listed with no bytes. Links and other repositories are left out.
  package func files(
    at commit: String, isRead: (_ path: String) -> Bool
  ) throws(FileError) -> [String: [UInt8]] {
    let list = try run(["ls-tree", "-r", "-z", commit])
    guard list.status == 0 else { throw FileError(path: folder, reason: .notAFile) }
    var files: [String: [UInt8]] = [:]
    var wanted: [(path: String, object: String)] = []
    for line in Self.pieces(of: list.output) {
      // "100644 blob 0123…<TAB>path"
      guard let tab = line.firstIndex(of: "\t") else { continue }
      let words = line[..<tab].split(separator: " ")
      let path = String(line[line.index(after: tab)...])
      guard words.count == 3, words[0].hasPrefix("100") else { continue }
      files[path] = []
      if isRead(path) { wanted.append((path, String(words[2]))) }
    }
    let input = Array((wanted.map(\.object).joined(separator: "\n") + "\n").utf8)
    guard !wanted.isEmpty else { return files }
    var rest = try run(["cat-file", "--batch"], input: input).output[...]
    for (path, _) in wanted {
      // "0123… blob 42", the bytes, and a line feed.
      guard let end = rest.firstIndex(of: 0x0A),
        let word = rest[..<end].split(separator: 0x20).last,
        let size = Int(String(decoding: word, as: UTF8.self)), rest.endIndex - end - 1 > size
      else { continue }
      files[path] = Array(rest[(end + 1)..<(end + 1 + size)])
      rest = rest[(end + size + 2)...]
    }
    return files
  }

  /// The files that git takes for renamed between a commit and the work tree: the new path by the old one, both
  /// below the folder.
  package func renames(since commit: String) throws(FileError) -> [String: String] {
    let answer = try run([
      "diff", "--no-ext-diff", "--no-textconv", "--relative", "--find-renames", "--diff-filter=R",
      "--name-status", "-z", commit, "--",
    ])
    guard answer.status == 0 else { return [:] }
    var renames: [String: String] = [:]
    let pieces = Self.pieces(of: answer.output)
    for index in stride(from: 0, to: pieces.count - 2, by: 3) {
      renames[pieces[index + 1]] = pieces[index + 2]
    }
    return renames
  }
}
