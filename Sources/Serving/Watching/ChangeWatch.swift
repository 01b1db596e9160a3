package import Files

/// Waits until something that a run depended on has changed: by what the system tells of folders (inotify, on Linux),
/// or else by looking again and again.
package struct ChangeWatch {
  #if os(Linux)
    private var events: FolderEvents?
    private var signals: AsyncStream<Void>.Iterator?
  #endif

  /// How long nothing may change before a change is told: an editor may write a file in several steps.
  private static let quiet = Duration.milliseconds(12)
  /// What changes all the time is told after this.
  private static let patience = Duration.milliseconds(300)
  private static let interval = Duration.milliseconds(500)

  /// - Parameter polls: whether to look again and again. The system tells nothing of what other machines change on a
  ///   disk in the network.
  package init(polls: Bool) {
    #if os(Linux)
      events = polls ? nil : FolderEvents()
      signals = events?.signals.makeAsyncIterator()
      if !polls, events == nil { Self.tellOfPolling() }
    #endif
  }

  /// Whether it looks again and again.
  package var isPolling: Bool {
    #if os(Linux)
      events == nil
    #else
      true
    #endif
  }

  /// Runs something, and again whenever what it depended on has changed, until it says that it is over.
  ///
  /// - Parameters:
  ///   - known: what an earlier run depended on.
  ///   - run: runs once. It notes in the log what it reads, is given the paths that have changed, as far as they are
  ///     known, and returns `false` to end.
  package mutating func repeating(
    knowing known: InputTable? = nil,
    _ run: (_ log: InputLog, _ changed: [String]) async throws -> Bool
  ) async rethrows {
    var changed: Set<String> = []
    var known = known
    while true {
      let log = InputLog(knowing: known)
      guard try await run(log, changed.sorted(by: bytesPrecede)) else { return }
      let table = log.inputs.map { InputTable($0, readAt: log.start) }
      known = table ?? known
      changed = await next(after: table, WatchedPlaces(log.noted))
    }
  }

  /// Waits for a change of what the run depended on; without a table that is not known in full, so any event counts.
  private mutating func next(after table: InputTable?, _ places: WatchedPlaces) async -> Set<String>
  {
    #if os(Linux)
      while let events {
        guard let isNew = events.watch(places) else {
          self.events = nil
          Self.tellOfPolling()
          break
        }
        if isNew, let table, await table.hasChanged { return events.take() }
        let changed = await settled(events)
        // Files that editors make for a moment, and saves that change nothing, are no change.
        if await table?.hasChanged != false { return changed }
      }
    #endif
    // Looking at many files takes a while; most of the time nothing is done.
    var cost = Duration.zero
    var hasChanged = false
    repeat {
      try? await Task.sleep(for: max(Self.interval, cost * 20))
      let start = ContinuousClock.now
      hasChanged = await table?.hasChanged ?? true
      cost = ContinuousClock.now - start
    } while !hasChanged
    return []
  }

  #if os(Linux)
    private static func tellOfPolling() {
      StandardStream.error.tell(
        "the system allows no more watches (fs.inotify.max_user_watches), so changes are looked for twice a second\n"
      )
    }

    /// What has changed, once nothing more changes.
    private mutating func settled(_ events: FolderEvents) async -> Set<String> {
      var changed = events.take()
      while changed.isEmpty {
        await signals?.next()
        changed = events.take()
      }
      let start = ContinuousClock.now
      while ContinuousClock.now - start < Self.patience {
        try? await Task.sleep(for: Self.quiet)
        let more = events.take()
        if more.isEmpty { break }
        changed.formUnion(more)
      }
      return changed
    }
  #endif
}

extension InputTable {
  fileprivate var hasChanged: Bool { get async { await check(.outcome) != .none } }
}
