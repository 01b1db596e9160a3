internal import CMicroHTTPD
internal import Files
internal import Synchronization

#if canImport(Glibc)
  internal import Glibc
#else
  internal import Darwin
#endif

// The functions that libmicrohttpd calls, all of them on its own thread.

private func server(_ closure: UnsafeMutableRawPointer?) -> HTTPServer? {
  unsafe closure.map { unsafe Unmanaged<HTTPServer>.fromOpaque($0).takeUnretainedValue() }
}

let noteConnection: MHD_NotifyConnectionCallback = { closure, connection, _, event in
  guard let server = unsafe server(closure), let connection = unsafe connection else { return }
  let socket = unsafe cmicrohttpd_socket(connection)
  server.state.withLock { state in
    if cmicrohttpd_is_start(event) != 0 {
      // The socket is still that connection's: it is forgotten here before it is closed.
      if let other = state.connections.open(socket, at: .now) { shutdown(other, Int32(SHUT_RDWR)) }
    } else {
      state.connections.close(socket)
    }
  }
}

let noteCompletion: MHD_RequestCompletedCallback = { closure, connection, _, _ in
  guard let server = unsafe server(closure), let connection = unsafe connection else { return }
  let socket = unsafe cmicrohttpd_socket(connection)
  server.state.withLock { $0.connections.finish(socket, at: .now) }
}

let answerRequest: MHD_AccessHandlerCallback = {
  closure, connection, path, method, _, _, size, note in
  guard let server = unsafe server(closure), let connection = unsafe connection,
    let path = unsafe path, let method = unsafe method, let note = unsafe note
  else { return .NO }
  var request = unsafe Request(String(cString: method), String(cString: path))
  unsafe request.read(connection)
  // The first call comes with the head alone. An answer then ends a connection on which a body would follow.
  if unsafe note.pointee == nil, !request.hasBody {
    unsafe note.pointee = closure
    let socket = unsafe cmicrohttpd_socket(connection)
    server.state.withLock { $0.connections.ask(socket, at: .now) }
    return .YES
  }
  return unsafe server.answer(request, on: connection)
}

extension Request {
  fileprivate mutating func read(_ connection: OpaquePointer) {
    unsafe withUnsafeMutablePointer(to: &self) { own in
      unsafe cmicrohttpd_visit_headers(
        connection,
        { own, _, name, value in
          unsafe own?.assumingMemoryBound(to: Request.self).pointee.headers.append(
            Header(name, value))
          return .YES
        }, own)
      unsafe cmicrohttpd_visit_query(
        connection,
        { own, _, name, value in
          unsafe own?.assumingMemoryBound(to: Request.self).pointee.query.append(
            Header(name, value))
          return .YES
        }, own)
    }
  }
}

extension Request.Header {
  fileprivate init(_ name: UnsafePointer<CChar>?, _ value: UnsafePointer<CChar>?) {
    self.init(
      unsafe name.map { unsafe String(cString: $0) } ?? "",
      unsafe value.map { unsafe String(cString: $0) } ?? "")
  }
}

extension HTTPServer {
  fileprivate func answer(_ request: Request, on connection: OpaquePointer) -> MHD_Result {
    let site = state.withLock { $0.site }
    let response = site.response(to: request)
    switch response.body {
    case .bytes(let bytes): return unsafe queue(response, bytes, on: connection)
    case .file(let path): return unsafe queue(response, file: path, of: site, on: connection)
    case .events(let page): return unsafe queue(response, eventsFor: page, on: connection)
    }
  }

  /// The file was there when the site was built. If it cannot be read now, the site is being built again, or gone.
  private func queue(
    _ response: Response, file path: String, of site: ServedSite, on connection: OpaquePointer
  ) -> MHD_Result {
    let place = joinedPath(root, path)
    do {
      if response.value("Content-Type") == MediaType.html {
        let bytes = try readFile(place, below: root)
        let version = site.version(of: path, read: ContentHash(of: bytes))
        return unsafe queue(response, LivePage.live(bytes, version: version), on: connection)
      }
      let (number, size) = try openedFile(place, below: root)
      guard let body = unsafe MHD_create_response_from_fd64(UInt64(size), number) else {
        close(number)
        return .NO
      }
      return unsafe queue(response, body, on: connection)
    } catch {
      let gone = Response(
        503, [.init("Content-Type", MediaType.html)], .bytes(LivePage.missing(path, in: site)))
      return unsafe answer(gone, on: connection)
    }
  }

  private func answer(_ response: Response, on connection: OpaquePointer) -> MHD_Result {
    guard case .bytes(let bytes) = response.body else { return .NO }
    return unsafe queue(response, bytes, on: connection)
  }

  private func queue(
    _ response: Response, _ bytes: [UInt8], on connection: OpaquePointer
  ) -> MHD_Result {
    let body = unsafe bytes.withUnsafeBytes { buffer in
      unsafe cmicrohttpd_response(buffer.count, buffer.baseAddress)
    }
    guard let body = unsafe body else { return .NO }
    return unsafe queue(response, body, on: connection)
  }

  private func queue(
    _ response: Response, eventsFor page: String, on connection: OpaquePointer
  ) -> MHD_Result {
    let socket = unsafe cmicrohttpd_socket(connection)
    let number = state.withLock { state -> Int? in
      guard !state.isStopping, state.connections.stream(socket, at: .now) else { return nil }
      let site = state.site
      return state.streams.open(
        page: page, site.state.text(of: page, version: site.version(of: page)))
    }
    guard let number else {
      return unsafe answer(
        .refusal(503, "too many pages listen", [.init("Retry-After", "5")]), on: connection)
    }
    _ = unsafe cmicrohttpd_wait_for_ever(connection)
    let ticket = unsafe Unmanaged.passRetained(Ticket(self, number, UInt(bitPattern: connection)))
    let body = unsafe MHD_create_response_from_callback(
      .max, 4 << 10, readEvents, ticket.toOpaque(), closeEvents)
    guard let body = unsafe body else {
      unsafe ticket.release()
      state.withLock { $0.streams.close(number) }
      return .NO
    }
    return unsafe queue(response, body, on: connection)
  }

  private func queue(
    _ response: Response, _ body: OpaquePointer, on connection: OpaquePointer
  ) -> MHD_Result {
    defer { unsafe MHD_destroy_response(body) }
    for header in response.headers {
      _ = unsafe MHD_add_response_header(body, header.name, header.value)
    }
    return unsafe MHD_queue_response(connection, UInt32(response.status), body)
  }
}

/// What libmicrohttpd keeps of a stream of events.
private final class Ticket: Sendable {
  let server: HTTPServer
  let number: Int
  let connection: UInt

  init(_ server: HTTPServer, _ number: Int, _ connection: UInt) {
    self.server = server
    self.number = number
    self.connection = connection
  }
}

/// Hands out what is to be sent. When there is nothing, the connection sleeps until there is.
private let readEvents: MHD_ContentReaderCallback = { closure, _, buffer, room in
  guard let closure = unsafe closure, let buffer = unsafe buffer else { return -1 }
  let ticket = unsafe Unmanaged<Ticket>.fromOpaque(closure).takeUnretainedValue()
  return ticket.server.state.withLock { state in
    if state.isStopping { return -1 }
    let bytes = state.streams.take(ticket.number, upTo: room)
    guard !bytes.isEmpty else {
      state.streams.sleep(ticket.number, ticket.connection)
      unsafe MHD_suspend_connection(OpaquePointer(bitPattern: ticket.connection))
      return 0
    }
    unsafe bytes.withUnsafeBytes { bytes in
      guard let start = bytes.baseAddress else { return }
      unsafe UnsafeMutableRawPointer(buffer).copyMemory(from: start, byteCount: bytes.count)
    }
    return bytes.count
  }
}

private let closeEvents: MHD_ContentReaderFreeCallback = { closure in
  guard let closure = unsafe closure else { return }
  let ticket = unsafe Unmanaged<Ticket>.fromOpaque(closure).takeRetainedValue()
  ticket.server.state.withLock { $0.streams.close(ticket.number) }
}
