#if canImport(Glibc)
  internal import Glibc
#else
  internal import Darwin
#endif

/// Something on the disk that the outcome of a run depends on, in the state that the run found.
package struct Input: Hashable, Sendable {
  package enum State: Hashable, Sendable {
    /// A file that was read: its status before it was read, and the hash of what was read.
    case read(FileStatus, ContentHash)
    /// A folder that was listed: its status before that, and what its names come to.
    case listed(FileStatus, names: UInt64)
    /// A file of which only the size and the time of the last change matter.
    case written(size: Int, modified: Int64)
    /// A file of which no more is known than its status.
    case seen(FileStatus)
    /// Of this only the kind matters; `nil` when nothing is there.
    case present(FileStatus.Kind?)
  }

  /// Which answer depends on it.
  package enum Purpose: UInt8, Sendable {
    case content
    /// What git says of the content; when such a file changes, git is asked again.
    case git
    /// The files that show whether another build is at work; they are looked at once more at the end.
    case gate
  }

  /// Relative to the working directory, or absolute.
  package let path: String
  package let state: State
  package let purpose: Purpose
  /// Whether a link at the path stands for what it points to.
  package let followsLinks: Bool

  package init(
    path: String, state: State, purpose: Purpose = .content, followsLinks: Bool = false
  ) {
    self.path = path
    self.state = state
    self.purpose = purpose
    self.followsLinks = followsLinks
  }

  /// What is at a path now, as far as a status tells.
  package init(
    seeing path: String, purpose: Purpose = .content, followsLinks: Bool = true
  ) throws(FileError) {
    let status = try fileStatus(of: path, followingLinks: followsLinks)
    self.init(
      path: path,
      state: status?.kind == .file
        ? status.map(State.seen) ?? .present(nil)
        : .present(status?.kind),
      purpose: purpose, followsLinks: followsLinks)
  }
}

/// The time of the system's clock, in nanoseconds since 1970.
package func clockTime() -> Int64 {
  var time = timespec()
  _ = unsafe clock_gettime(CLOCK_REALTIME, &time)
  return nanoseconds(time)
}

extension FileStatus {
  /// Whether a change after `moment` could leave the status as it is, because the file was changed so shortly
  /// before that the clock of the disk had not moved on.
  ///
  /// That clock mostly advances every 1 to 10 ms. Some disks keep whole seconds, or two of them.
  func isRacy(at moment: Int64) -> Bool {
    let last = max(modified, changed)
    let tick: Int64 = last % 1_000_000_000 == 0 ? 2_000_000_000 : 20_000_000
    return last >= moment - tick
  }
}
