/// What waits to be sent to each page that listens.
struct EventStreams {
  private struct Stream {
    let page: String
    /// The bytes that are still to be sent.
    var pending: [UInt8] = []
    /// What the page was told last.
    var told: [UInt8] = []
    /// The address of the connection while it sleeps; it is woken once.
    var sleeping: UInt?
  }

  private var streams: [Int: Stream] = [:]
  private var last = 0

  /// Begins a stream for a page, which is told its state first.
  ///
  /// - Returns: the number of the stream.
  mutating func open(page: String, _ state: [UInt8]) -> Int {
    last += 1
    streams[last] = Stream(page: page, pending: Array("retry: 500\n\n".utf8))
    tell(last, state)
    return last
  }

  mutating func close(_ number: Int) { streams[number] = nil }

  /// Takes as many bytes as fit; none when there is nothing to send.
  mutating func take(_ number: Int, upTo limit: Int) -> ArraySlice<UInt8> {
    guard let stream = streams[number] else { return [] }
    let bytes = stream.pending.prefix(limit)
    streams[number]?.pending.removeFirst(bytes.count)
    return bytes
  }

  /// The connection of the stream waits until there is something to send.
  mutating func sleep(_ number: Int, _ connection: UInt) { streams[number]?.sleeping = connection }

  /// Tells each page its state, unless it knows.
  ///
  /// - Returns: the connections to wake.
  mutating func tell(_ state: (_ page: String) -> [UInt8]) -> [UInt] {
    for (number, stream) in streams { tell(number, state(stream.page)) }
    return wake { !$0.pending.isEmpty }
  }

  private mutating func tell(_ number: Int, _ state: [UInt8]) {
    guard let stream = streams[number], stream.told != state else { return }
    streams[number]?.told = state
    streams[number]?.pending += Array("event: state\ndata: ".utf8) + state + Array("\n\n".utf8)
  }

  /// Sends a comment to each page, by which a connection that is gone is noticed.
  ///
  /// - Returns: the connections to wake.
  mutating func beat() -> [UInt] {
    for number in streams.keys { streams[number]?.pending += Array(":\n\n".utf8) }
    return wake { _ in true }
  }

  /// All connections that sleep, to be ended.
  mutating func end() -> [UInt] { wake { _ in true } }

  private mutating func wake(_ isMeant: (Stream) -> Bool) -> [UInt] {
    var woken: [UInt] = []
    for (number, stream) in streams where isMeant(stream) {
      guard let connection = stream.sleeping else { continue }
      woken.append(connection)
      streams[number]?.sleeping = nil
    }
    return woken
  }

  var count: Int { streams.count }
}
