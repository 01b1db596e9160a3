internal import Synchronization

/// Notes what a run depends on while it reads. It is shared by all tasks of the run.
///
/// Every status is taken before the bytes or the names are read. When the run is over, ``InputTable`` compares
/// them with the disk once more, so that what changed in between is never taken for what was read.
package final class InputLog: Sendable {
  /// When the run began, before anything was read; nanoseconds since 1970.
  package let start: Int64
  /// What an earlier run depended on.
  private let known: InputTable?
  private let notes = Mutex(Notes())

  private struct Notes {
    var inputs: [Key: Input] = [:]
    var questions: [GitQuestion] = []
    var isComplete = true
  }

  private struct Key: Hashable {
    let path: String
    let isPresence: Bool
  }

  package init(knowing known: InputTable? = nil) {
    start = clockTime()
    self.known = known
  }

  /// Everything noted so far, in no order; `nil` when something happened that a later run could not recognise, such
  /// as a file that could not be read or that changed between two readings.
  package var inputs: [Input]? {
    notes.withLock { $0.isComplete ? Array($0.inputs.values) : nil }
  }

  /// The same, also when some of it is missing: where to look for a change.
  package var noted: [Input] { notes.withLock { Array($0.inputs.values) } }

  /// What git was asked.
  package var questions: [GitQuestion] { notes.withLock { $0.questions } }

  package func note(_ input: Input) {
    var isPresence = false
    if case .present = input.state { isPresence = true }
    let key = Key(path: input.path, isPresence: isPresence)
    notes.withLock { notes in
      guard let other = notes.inputs.updateValue(input, forKey: key) else { return }
      if other.state != input.state { notes.isComplete = false }
      // What was read without following links is no link.
      if !other.followsLinks { notes.inputs[key] = other }
    }
  }

  func note(_ question: GitQuestion) {
    notes.withLock { $0.questions.append(question) }
  }

  /// Notes that the run depends on something that cannot be recognised.
  package func giveUp() { notes.withLock { $0.isComplete = false } }

  /// Does what may fail; a failure cannot be recognised by a later run.
  func trying<Result>(_ body: () throws(FileError) -> Result) throws(FileError) -> Result {
    do throws(FileError) {
      return try body()
    } catch {
      giveUp()
      throw error
    }
  }

  func note(
    reading path: String, followsLinks: Bool,
    _ read: () throws(FileError) -> (bytes: [UInt8], status: FileStatus)
  ) throws(FileError) -> [UInt8] {
    let (bytes, status) = try trying(read)
    note(
      Input(
        path: path, state: .read(status, ContentHash(of: bytes)), followsLinks: followsLinks))
    return bytes
  }

  /// Notes the names in a folder that is about to be listed.
  func note(listing folder: String) {
    do {
      let names = try FolderNames(of: folder)
      note(Input(path: folder, state: .listed(names.status, names: names.sum), followsLinks: true))
      guard names.hasGitIgnore else { return }
      note(try Input(seeing: joinedPath(folder, ".gitignore"), purpose: .git, followsLinks: false))
    } catch {
      giveUp()
    }
  }

  /// The hash of a file that is as an earlier run read it.
  func knownHash(of path: String) -> ContentHash? {
    guard let input = known?.unchangedFile(path), case .read(_, let hash) = input.state else {
      return nil
    }
    note(input)
    return hash
  }
}

extension InputLog {
  /// Notes the program itself and the libraries that it runs with, so that a new one trusts no old verdict.
  package func noteProgram() {
    do {
      let (program, libraries) = try programFiles()
      if let known = known?.unchangedFile(program) {
        note(known)
      } else {
        _ = try note(reading: program, followsLinks: false) { () throws(FileError) in
          try readFileWithStatus(program, limit: 1 << 30, followingLinks: false)
        }
      }
      for library in libraries {
        guard let status = try fileStatus(of: library, followingLinks: false) else {
          throw FileError(path: library, reason: .changed)
        }
        note(Input(path: library, state: .written(size: status.size, modified: status.modified)))
      }
    } catch {
      giveUp()
    }
  }
}

extension InputLog {
  /// Notes which file a program is, and where it is not.
  func note(program name: String) {
    for folder in searchPath.split(separator: ":") {
      do {
        let input = try Input(seeing: joinedPath(String(folder), name))
        note(input)
        if case .seen = input.state { return }
      } catch {
        giveUp()
      }
    }
  }
}

extension FileSource {
  /// The disk, with notes of everything that is asked of it.
  package static func disk(noting log: InputLog) -> FileSource {
    FileSource(
      list: { folder, isDeep throws(FileError) in
        if try fileStatus(of: folder) == nil {
          log.note(Input(path: folder, state: .present(nil), followsLinks: true))
        } else {
          log.note(listing: folder)
        }
        return try walk(folder) { inner in
          guard isDeep, isEntered(inner) else { return false }
          log.note(listing: joinedPath(folder, inner))
          return true
        }
      },
      read: { path throws(FileError) in
        try log.note(reading: path, followsLinks: true) { () throws(FileError) in
          try readFileWithStatus(path)
        }
      },
      readBelow: { path, root throws(FileError) in
        try log.note(reading: path, followsLinks: false) { () throws(FileError) in
          try readFileWithStatus(path, below: root)
        }
      },
      kind: { path throws(FileError) in
        try log.trying { () throws(FileError) in
          let kind = try fileStatus(of: path)?.kind
          log.note(Input(path: path, state: .present(kind), followsLinks: true))
          return kind
        }
      },
      ignored: { folder, paths in log.ask(folder, paths) },
      knownHash: log.knownHash,
      run: { program in
        log.note(program: program.program)
        return try? program.answer()
      },
      history: { folder, paths, day in log.history(folder, paths, since: day) })
  }
}
