/// When some files of a repository were last changed.
package struct ChangeHistory: Hashable, Sendable {
  /// `YYYY-MM-DD` of the last commit that changed a file, by its path as it was asked for. Commits that only add a
  /// file are no changes: whole repositories are imported that way.
  package let days: [String: String]
  /// Whether the repository holds only its newest commits, so that changes may be missing.
  package let isShallow: Bool
}

extension Git {
  /// The last changes of some files since a day.
  ///
  /// - Parameters:
  ///   - paths: below the folder.
  ///   - day: `YYYY-MM-DD`; older commits are not looked at.
  /// - Returns: `nil` when the folder is in no repository, or there is no git.
  package func history(of paths: [String], since day: String) -> ChangeHistory? {
    guard !paths.isEmpty,
      let shallow = try? run(["rev-parse", "--is-shallow-repository"]), shallow.status == 0,
      let log = try? run(
        [
          "log", "--no-renames", "--no-show-signature", "--no-ext-diff", "--no-textconv",
          "--diff-filter=M", "--relative", "--since=\(day)T00:00:00Z", "--format=%x01%cs",
          "--name-only", "-z", "--",
        ] + paths.map { ":(literal)\($0)" }), log.status == 0
    else { return nil }
    var days: [String: String] = [:]
    var current = ""
    // SOH, the day, NUL, a line feed and the first path, NUL, more paths; the newest commit first.
    for piece in Self.pieces(of: log.output) {
      let text = piece.drop { $0 == "\n" }
      if text.first == "\u{1}" {
        current = String(text.dropFirst())
      } else if !text.isEmpty, days[String(text)] == nil {
        days[String(text)] = current
      }
    }
    return ChangeHistory(days: days, isShallow: shallow.output.starts(with: "true".utf8))
  }

  /// The files that say which commits there are: those of the branch, and of the repository.
  func heads() throws(FileError) -> [String] {
    let names = try run([
      "rev-parse", "--git-path", "HEAD", "--git-path", "packed-refs", "--git-path", "shallow",
    ])
    guard names.status == 0 else { throw FileError(path: folder, reason: .notAFile) }
    var files = String(decoding: names.output, as: UTF8.self).split(separator: "\n").map(
      String.init)
    let branch = try run(["symbolic-ref", "--quiet", "HEAD"])
    if branch.status == 0 {
      let name = String(decoding: branch.output, as: UTF8.self).split(separator: "\n").joined()
      let path = try run(["rev-parse", "--git-path", name])
      files += String(decoding: path.output, as: UTF8.self).split(separator: "\n").map(String.init)
    }
    return files.map { $0.hasPrefix("/") ? $0 : joinedPath(folder, $0) }
  }
}

extension InputLog {
  /// Asks git when files were changed, and notes what the answer depends on.
  func history(_ folder: String, _ paths: [String], since day: String) -> ChangeHistory? {
    let git = Git(folder)
    do {
      note(program: "git")
      guard try noteRepository(around: folder) else { return nil }
      for path in try git.heads() { note(try Input(seeing: path)) }
    } catch {
      giveUp()
    }
    return git.history(of: paths, since: day)
  }
}
