internal import Synchronization

#if canImport(Glibc)
  internal import Glibc
#else
  internal import Darwin
#endif

/// The signals that ask the program to end: `SIGHUP`, `SIGINT` and `SIGTERM`.
///
/// The main thread waits for them, so nothing is interrupted in the middle of a call. As long as nobody has
/// anything to tidy up, it ends the process at once; otherwise the work sees ``isRequested``, tidies up and
/// ends by itself.
package enum Interruption {
  private struct State {
    var shields = 0
    var signal: Int32?
    /// The signals that end the program as it is meant to end.
    var expected: Set<Int32> = []

    func exitCode(of signal: Int32) -> Int32 { expected.contains(signal) ? 0 : 128 + signal }
  }

  private static let state = Mutex(State())

  /// The signal that asked, while somebody had something to tidy up.
  package static var signal: Int32? { state.withLock { $0.signal } }

  package static var isRequested: Bool { signal != nil }

  /// From now on Ctrl-C is the usual way to end: the exit code is 0.
  package static func expectInterrupt() {
    _ = state.withLock { $0.expected.insert(SIGINT) }
  }

  /// From here to ``lower()`` the process is not ended by a signal.
  package static func raise() { state.withLock { $0.shields += 1 } }

  package static func lower() { state.withLock { $0.shields -= 1 } }

  /// Does what must not end half done, such as writing a file beside its place and renaming it.
  package static func shielding<Result>(
    _ body: () throws(FileError) -> Result
  ) throws(FileError) -> Result {
    raise()
    defer { lower() }
    return try body()
  }

  /// Starts the program's work and waits for the signals on this thread; to be called by `main`, before there is
  /// any other thread: threads inherit that the signals are blocked. The work ends the process.
  ///
  /// A signal that is ignored, as `nohup` makes it, stays ignored.
  package static func wait(while start: () -> Void) -> Never {
    var signals = watched()
    _ = unsafe pthread_sigmask(SIG_BLOCK, &signals, nil)
    start()
    while true {
      var number: Int32 = 0
      guard unsafe sigwait(&signals, &number) == 0 else { continue }
      state.withLock { state in
        if state.shields == 0 { _exit(state.exitCode(of: number)) }
        state.signal = state.signal ?? number
      }
    }
  }

  /// What a shell reports for a process that a signal ended; 0 for an expected one.
  package static func exitCode(of signal: Int32) -> Int32 {
    state.withLock { $0.exitCode(of: signal) }
  }

  private static func watched() -> sigset_t {
    var signals = sigset_t()
    unsafe sigemptyset(&signals)
    for number in [SIGHUP, SIGINT, SIGTERM] {
      var action = sigaction()
      guard unsafe sigaction(number, nil, &action) == 0, !action.isIgnoring else { continue }
      unsafe sigaddset(&signals, number)
    }
    return signals
  }
}

extension sigaction {
  fileprivate var isIgnoring: Bool {
    #if canImport(Glibc)
      let handler = unsafe __sigaction_handler.sa_handler
    #else
      let handler = unsafe __sigaction_u.__sa_handler
    #endif
    return unsafe unsafeBitCast(handler, to: Int.self) == unsafeBitCast(SIG_IGN, to: Int.self)
  }
}
