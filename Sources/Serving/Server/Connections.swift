/// The open connections and how long each may stay as it is.
///
/// A server that only ends silent connections can be held up by clients that send a byte now and then.
struct Connections {
  private enum Stage {
    /// The head of a request is awaited.
    case head
    case answer
    /// Events are sent for as long as the page is open.
    case events
  }

  private struct Entry {
    var stage: Stage
    var since: ContinuousClock.Instant
  }

  private var entries: [Int32: Entry] = [:]

  /// The most connections at a time.
  static let most = 256
  /// Some are kept free, by ending those that have waited longest for a request.
  private static let comfortable = 240
  /// The most streams of events at a time.
  private static let mostEvents = 64

  private static let headLimit = Duration.seconds(10)
  private static let answerLimit = Duration.seconds(60)

  /// - Returns: the socket of a connection that has to make room.
  mutating func open(_ socket: Int32, at now: ContinuousClock.Instant) -> Int32? {
    entries[socket] = Entry(stage: .head, since: now)
    guard entries.count > Self.comfortable else { return nil }
    return entries.filter { $0.value.stage == .head && $0.key != socket }
      .min { $0.value.since < $1.value.since }?.key
  }

  mutating func close(_ socket: Int32) { entries[socket] = nil }

  /// The head of a request is complete.
  mutating func ask(_ socket: Int32, at now: ContinuousClock.Instant) {
    entries[socket] = Entry(stage: .answer, since: now)
  }

  /// - Returns: `false` when there are too many streams already.
  mutating func stream(_ socket: Int32, at now: ContinuousClock.Instant) -> Bool {
    guard entries.count(where: { $0.value.stage == .events }) < Self.mostEvents else {
      return false
    }
    entries[socket] = Entry(stage: .events, since: now)
    return true
  }

  /// The answer is sent; another request may follow.
  mutating func finish(_ socket: Int32, at now: ContinuousClock.Instant) {
    // A connection that is closed may be told to be finished after that.
    if entries[socket] != nil { entries[socket] = Entry(stage: .head, since: now) }
  }

  /// The sockets of connections that have taken too long.
  func overdue(at now: ContinuousClock.Instant) -> [Int32] {
    entries.filter { _, entry in
      switch entry.stage {
      case .head: now - entry.since > Self.headLimit
      case .answer: now - entry.since > Self.answerLimit
      case .events: false
      }
    }.map(\.key)
  }

  var count: Int { entries.count }
}
