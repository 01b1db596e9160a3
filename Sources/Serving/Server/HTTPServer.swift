internal import CMicroHTTPD
internal import Synchronization

#if canImport(Glibc)
  internal import Glibc
#else
  internal import Darwin
#endif

/// A server of one archive, by libmicrohttpd, which answers on a thread of its own.
package final class HTTPServer: Sendable {
  struct State {
    var site: ServedSite
    var connections = Connections()
    var streams = EventStreams()
    var isStopping = false
    /// The address of libmicrohttpd's daemon; 0 before it starts and after it ends.
    var daemon: UInt = 0
  }

  /// The folder of the archive.
  let root: String
  let state: Mutex<State>
  package let port: Int

  /// A head of a request that does not fit is refused: 431, or 414 for its first line. Cookies of all servers at
  /// `localhost` come with each request.
  private static let memory = 32 << 10
  /// In seconds.
  private static let silence: UInt32 = 15

  /// Starts to answer; `root` is the folder of the archive, and `port` may be 0 for any that is free.
  ///
  /// - Throws: ``ListenError``.
  package init(
    _ site: ServedSite, in root: String, host: String, port: Int
  ) throws(ListenError) {
    let listener = try Listener(host: host, port: port)
    self.root = root
    self.port = listener.port
    state = Mutex(State(site: site))
    let own = unsafe Unmanaged.passUnretained(self).toOpaque()
    let daemon = unsafe cmicrohttpd_start(
      listener.socket, UInt32(Connections.most), Self.memory, Self.silence, answerRequest,
      noteConnection, noteCompletion, own)
    guard let daemon = unsafe daemon else {
      close(listener.socket)
      throw .system(errno: errno)
    }
    let address = UInt(bitPattern: daemon)
    state.withLock { $0.daemon = address }
    watchConnections()
  }

  /// Ends all connections and stops to answer.
  package func stop() {
    let (daemon, sleeping) = state.withLock { state in
      let daemon = state.daemon
      state.daemon = 0
      state.isStopping = true
      return (daemon, state.streams.end())
    }
    wake(sleeping)
    if daemon != 0 { unsafe MHD_stop_daemon(OpaquePointer(bitPattern: daemon)) }
  }

  deinit { stop() }

  /// Serves another state of the site from now on, and tells the open pages.
  package func serve(_ site: ServedSite) {
    let woken = state.withLock { state in
      state.site = site
      return state.streams.tell { site.state.text(of: $0, version: site.version(of: $0)) }
    }
    wake(woken)
  }

  /// How many connections are open, and how many of them are streams.
  package var load: (connections: Int, streams: Int) {
    state.withLock { ($0.connections.count, $0.streams.count) }
  }

  /// A connection that sleeps is not ended by anybody else, so its address is good until it is woken.
  private func wake(_ connections: [UInt]) {
    for address in connections { unsafe MHD_resume_connection(OpaquePointer(bitPattern: address)) }
  }

  /// Looks at the connections every second, for as long as the server runs.
  private func watchConnections() {
    Task { [weak self] in
      var seconds = 0
      while let isOver = self?.isOver(seconds), !isOver {
        try await Task.sleep(for: .seconds(1))
        seconds += 1
      }
    }
  }

  /// - Returns: whether the server has stopped.
  private func isOver(_ seconds: Int) -> Bool {
    let (isOver, woken) = state.withLock { state in
      if state.isStopping { return (true, [UInt]()) }
      for socket in state.connections.overdue(at: .now) { shutdown(socket, Int32(SHUT_RDWR)) }
      return (false, seconds % 10 == 9 ? state.streams.beat() : [])
    }
    wake(woken)
    return isOver
  }
}
