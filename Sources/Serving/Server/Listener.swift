#if canImport(Glibc)
  internal import Glibc
#else
  internal import Darwin
#endif

/// Why a server cannot listen.
package enum ListenError: Error, Hashable, Sendable, CustomStringConvertible {
  /// Another program listens there.
  case taken(port: Int)
  /// Only the administrator may use the port.
  case denied(port: Int)
  /// No network of this machine has the address, or the name is unknown.
  case noAddress(host: String)
  case system(errno: Int32)

  package var description: String {
    switch self {
    case .taken(let port):
      "port \(port) is taken; give another one with --port, or --port 0 for any that is free"
    case .denied(let port):
      "port \(port) is not for you to use; give one from 1024 on with --port"
    case .noAddress(let host): "this machine has no address '\(host)'"
    case .system(let code): unsafe "cannot listen: \(String(cString: strerror(code)))"
    }
  }
}

/// A socket that waits for clients.
struct Listener {
  let socket: Int32
  /// The one that was given, or the one that the system chose.
  let port: Int

  /// Listens at an address or a name of this machine; `port` may be 0 for any that is free.
  ///
  /// - Throws: ``ListenError``.
  init(host: String, port: Int) throws(ListenError) {
    var hints = unsafe addrinfo()
    #if canImport(Glibc)
      unsafe hints.ai_socktype = Int32(SOCK_STREAM.rawValue)
    #else
      unsafe hints.ai_socktype = SOCK_STREAM
    #endif
    unsafe hints.ai_flags = AI_PASSIVE | AI_NUMERICSERV
    var list: UnsafeMutablePointer<addrinfo>?
    guard unsafe getaddrinfo(host, "\(port)", &hints, &list) == 0, let first = unsafe list else {
      throw .noAddress(host: host)
    }
    defer { unsafe freeaddrinfo(first) }
    var next = unsafe list
    var failure = EADDRNOTAVAIL
    while let address = unsafe next {
      let socket = unsafe Self.listening(at: address.pointee)
      if socket >= 0 {
        self.socket = socket
        self.port = Self.port(of: socket) ?? port
        return
      }
      failure = -socket
      unsafe next = address.pointee.ai_next
    }
    switch failure {
    case EADDRINUSE: throw .taken(port: port)
    case EACCES: throw .denied(port: port)
    case EADDRNOTAVAIL: throw .noAddress(host: host)
    default: throw .system(errno: failure)
    }
  }

  /// - Returns: a socket, or the negative `errno`.
  private static func listening(at address: addrinfo) -> Int32 {
    let number = unsafe newSocket(address.ai_family, address.ai_socktype, address.ai_protocol)
    guard number >= 0 else { return -errno }
    _ = fcntl(number, F_SETFD, FD_CLOEXEC)
    // Connections of a server that has just ended do not hold the port.
    var yes: Int32 = 1
    _ = unsafe setsockopt(
      number, SOL_SOCKET, SO_REUSEADDR, &yes, socklen_t(MemoryLayout<Int32>.size))
    guard unsafe bind(number, address.ai_addr, address.ai_addrlen) == 0, listen(number, 128) == 0
    else {
      let code = errno
      close(number)
      return -code
    }
    return number
  }

  private static func port(of socket: Int32) -> Int? {
    var storage = sockaddr_storage()
    var length = socklen_t(MemoryLayout<sockaddr_storage>.size)
    let result = unsafe withUnsafeMutablePointer(to: &storage) { pointer in
      unsafe pointer.withMemoryRebound(to: sockaddr.self, capacity: 1) {
        unsafe getsockname(socket, $0, &length)
      }
    }
    guard result == 0 else { return nil }
    // The port is at the same place in both kinds of addresses, in the order of the network.
    return unsafe withUnsafeBytes(of: storage) { bytes in
      unsafe Int(bytes[2]) << 8 | Int(bytes[3])
    }
  }
}

/// `socket(2)`, which a property of that name hides.
private func newSocket(_ family: Int32, _ kind: Int32, _ protocol: Int32) -> Int32 {
  socket(family, kind, `protocol`)
}
