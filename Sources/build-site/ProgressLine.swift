internal import Files
internal import Synchronization

/// One line of standard error that says how far a run is. It appears after a second, and is gone before anything else
/// is told.
///
/// There is none where nobody watches: in a pipe or a file, in CI, and on a terminal that cannot erase a line.
enum ProgressLine {
  private struct State {
    var progress: Progress?
    var isOver = false
  }

  private static let state = Mutex(State())
  private static let delay = Duration.seconds(1)
  private static let interval = Duration.milliseconds(100)

  /// Starts the clock.
  ///
  /// - Returns: what is to be told how far the run is.
  static func start(isQuiet: Bool) -> Progress.Listener {
    guard !isQuiet, isWatched else { return { _ in } }
    Task {
      try await Task.sleep(for: delay)
      while draw() { try await Task.sleep(for: interval) }
    }
    return { progress in state.withLock { $0.progress = progress } }
  }

  /// Takes the line away for good.
  static func end() {
    state.withLock { state in
      state.isOver = true
      StandardStream.error.show("")
    }
  }

  private static var isWatched: Bool {
    StandardStream.error.isTerminal
      && ["CI", "GITHUB_ACTIONS"].allSatisfy { Surroundings.variable($0) == nil }
      && Surroundings.variable("TERM").map { $0 != "dumb" } == true
  }

  /// - Returns: `false` when the run is over.
  private static func draw() -> Bool {
    state.withLock { state in
      if !state.isOver, let progress = state.progress { StandardStream.error.show(progress.line) }
      return !state.isOver
    }
  }
}

extension Progress {
  fileprivate var line: String {
    let count = files.map { " \($0.done) of \($0.all) files" } ?? ""
    return switch stage {
    case .reading: "reading\(count)"
    case .judging: "comparing what was read"
    case .rendering: "rendering\(count)"
    case .publishing: "putting the files in place"
    }
  }
}
