#if os(Linux)
  internal import Files
  internal import Glibc
  internal import Synchronization

  /// What the system tells of some folders, by inotify(7). A thread waits for it, for as long as the process lives.
  final class FolderEvents: Sendable {
    fileprivate struct State {
      var places = WatchedPlaces([])
      /// The folders by the numbers of their watches. Two paths can lead to one folder.
      var folders: [Int32: [String]] = [:]
      var watched: Set<String> = []
      var changed: Set<String> = []
      /// A folder is gone or has another name, or events were lost: the watches may be those of other folders.
      var isOutdated = false
    }

    private let state = Mutex(State())
    private let descriptor: Int32
    /// Has an element when something has changed.
    let signals: AsyncStream<Void>
    private let signal: AsyncStream<Void>.Continuation

    private static let mask = UInt32(
      IN_CLOSE_WRITE | IN_MODIFY | IN_ATTRIB | IN_CREATE | IN_DELETE | IN_MOVED_FROM | IN_MOVED_TO
        | IN_DELETE_SELF | IN_MOVE_SELF | IN_ONLYDIR)

    /// - Returns: `nil` when the system does not allow one more.
    init?() {
      descriptor = inotify_init1(O_CLOEXEC | O_NONBLOCK)
      (signals, signal) = AsyncStream.makeStream(bufferingPolicy: .bufferingNewest(1))
      guard descriptor >= 0 else { return nil }
      var thread = pthread_t()
      let own = unsafe Unmanaged.passRetained(self).toOpaque()
      let result = unsafe pthread_create(
        &thread, nil,
        { own in
          if let own = unsafe own {
            unsafe Unmanaged<FolderEvents>.fromOpaque(own).takeUnretainedValue().wait()
          }
          return nil
        }, own)
      guard result == 0 else {
        close(descriptor)
        return nil
      }
      pthread_detach(thread)
    }

    /// Watches these places from now on, and no others.
    ///
    /// - Returns: whether some folder was not watched before, so that it may have changed meanwhile; `nil` when the
    ///   system allows no more watches.
    func watch(_ places: WatchedPlaces) -> Bool? {
      state.withLock { state in
        let wanted = Set(places.paths)
        state.places = places
        let gone = state.isOutdated ? state.watched : state.watched.subtracting(wanted)
        for (number, paths) in state.folders where !gone.isDisjoint(with: paths) {
          let rest = paths.filter { !gone.contains($0) }
          state.folders[number] = rest.isEmpty ? nil : rest
          if rest.isEmpty { inotify_rm_watch(descriptor, number) }
        }
        state.watched.subtract(gone)
        state.isOutdated = false
        var isNew = false
        for path in wanted.subtracting(state.watched) {
          let number = unsafe inotify_add_watch(descriptor, path, Self.mask)
          if number < 0 {
            if errno == ENOSPC { return nil }
            continue
          }
          state.folders[number, default: []].append(path)
          state.watched.insert(path)
          isNew = true
        }
        return isNew
      }
    }

    /// The paths that have changed since this was asked last.
    func take() -> Set<String> {
      state.withLock { state in
        defer { state.changed = [] }
        return state.changed
      }
    }

    private func wait() {
      var buffer = [UInt8](repeating: 0, count: 64 << 10)
      while true {
        var waiting = pollfd(fd: descriptor, events: Int16(POLLIN), revents: 0)
        _ = unsafe poll(&waiting, 1, -1)
        let count = unsafe read(descriptor, &buffer, buffer.count)
        if count > 0 {
          note(buffer[..<count])
        } else if count < 0, errno != EINTR, errno != EAGAIN {
          return
        }
      }
    }

    /// The events in some bytes: of each the number of the watch, what happened, another number, the length of the
    /// name, and the name, which ends in at least one 0.
    private func note(_ bytes: ArraySlice<UInt8>) {
      var rest = bytes
      let hasChanged = state.withLock { state in
        while rest.count >= 16 {
          let numbers: [UInt32] = unsafe rest.prefix(16).withUnsafeBytes { bytes in
            (0..<4).map { unsafe bytes.loadUnaligned(fromByteOffset: $0 * 4, as: UInt32.self) }
          }
          rest = rest.dropFirst(16)
          let name = rest.prefix(Int(numbers[3])).prefix { $0 != 0 }
          rest = rest.dropFirst(Int(numbers[3]))
          state.note(
            watch: Int32(bitPattern: numbers[0]), numbers[1], String(decoding: name, as: UTF8.self))
        }
        return !state.changed.isEmpty
      }
      if hasChanged { signal.yield() }
    }
  }

  extension FolderEvents.State {
    fileprivate mutating func note(watch: Int32, _ mask: UInt32, _ name: String) {
      if mask & UInt32(IN_Q_OVERFLOW) != 0 {
        isOutdated = true
        changed.insert("")
      }
      let paths = folders[watch] ?? []
      if mask & UInt32(IN_DELETE_SELF | IN_MOVE_SELF | IN_IGNORED | IN_UNMOUNT) != 0, !paths.isEmpty
      {
        isOutdated = true
        changed.formUnion(paths)
      }
      guard !name.isEmpty else { return }
      for folder in paths where places.isMeant(name, in: folder) {
        changed.insert(joinedPath(folder, name))
      }
    }
  }
#endif
