import Synchronization

/// Counts how often two files of one source were rendered at the same time.
final class SourceCounter: Sendable {
  private struct State {
    var open: Set<String> = []
    var overlaps = 0
  }

  private let state = Mutex(State())

  var overlaps: Int { state.withLock { $0.overlaps } }

  func enter(_ source: String) {
    state.withLock { if !$0.open.insert(source).inserted { $0.overlaps += 1 } }
  }

  func leave(_ source: String) {
    state.withLock { _ = $0.open.remove(source) }
  }
}
