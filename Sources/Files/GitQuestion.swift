package import Bytes

#if canImport(Glibc)
  internal import Glibc
#else
  internal import Darwin
#endif

/// What git was asked to leave out of some paths, and its answer.
package struct GitQuestion: Hashable, Sendable {
  let folder: String
  let paths: [String]
  let ignored: [String]

  /// Asks again.
  ///
  /// - Returns: whether git still says the same.
  package var isAnsweredAlike: Bool {
    Git(folder).answer(about: paths) == Set(ignored)
  }
}

extension GitQuestion: Recordable {
  package func write(to writer: inout RecordWriter) {
    writer.write(folder)
    writer.write(paths)
    writer.write(ignored)
  }

  package init(from reader: inout RecordReader) throws(RecordError) {
    folder = try reader.string()
    paths = try [String](from: &reader)
    ignored = try [String](from: &reader)
  }
}

extension InputLog {
  /// Asks git which paths below a folder it leaves out, and notes the answer and what it depends on.
  func ask(_ folder: String, _ paths: [String]) -> Set<String> {
    let git = Git(folder)
    guard !paths.isEmpty else { return [] }
    do {
      // Without a repository around the folder, git has no answer.
      guard try noteRepository(around: folder) else { return git.ignored(among: paths) }
      let home = environment("HOME") ?? "~"
      let settings = environment("XDG_CONFIG_HOME") ?? joinedPath(home, ".config")
      let usual = [
        joinedPath(settings, "git/config"), joinedPath(settings, "git/ignore"),
        joinedPath(home, ".gitconfig"), "/etc/gitconfig",
      ]
      for file in try git.rules().union(usual) {
        let path = file.hasPrefix("~/") ? joinedPath(home, String(file.dropFirst(2))) : file
        note(try Input(seeing: path, purpose: .git))
      }
    } catch {
      giveUp()
    }
    guard let answer = git.answer(about: paths) else {
      giveUp()
      return []
    }
    note(GitQuestion(folder: folder, paths: paths, ignored: answer.sorted(by: bytesPrecede)))
    return answer
  }

  /// Notes for the folder and each around it whether it holds a repository, and which of its files say what is left
  /// out.
  ///
  /// - Returns: whether there is a repository.
  func noteRepository(around folder: String) throws(FileError) -> Bool {
    var folder = folder.isEmpty ? "." : folder
    var last: FolderChain.Identity?
    while let status = try fileStatus(of: folder), last != FolderChain.Identity(status) {
      last = FolderChain.Identity(status)
      let repository = joinedPath(folder, ".git")
      let kind = try fileStatus(of: repository)?.kind
      note(Input(path: repository, state: .present(kind), followsLinks: true))
      note(try Input(seeing: joinedPath(folder, ".gitignore"), purpose: .git, followsLinks: false))
      if kind != nil { return true }
      folder += "/.."
    }
    return false
  }
}

/// Where programs are looked for.
package var searchPath: String { environment("PATH") ?? "/usr/bin:/bin" }

private func environment(_ name: String) -> String? {
  unsafe getenv(name).map { unsafe String(cString: $0) }
}
