internal import Bytes

/// Who may ask. A page of another site that runs in the same browser can send requests to this machine; what it must not
/// do is read the answers.
package struct Origins: Hashable, Sendable {
  /// The name that the server was told to listen at, when it is no address.
  private let name: String?

  /// - Parameter host: the address or name that the server listens at.
  package init(host: String) {
    name = Self.isAddress(host[...]) ? nil : host.lowercased()
  }

  /// Why a request is refused; `nil` when it is not.
  func refusal(of request: Request) -> Response? {
    let hosts = request.values("host")
    guard hosts.count == 1 else { return .refusal(400, "a request names one host") }
    guard isOwn(host: hosts[0]) else {
      return .refusal(421, "this server does not answer for the host that the request names")
    }
    let origins = request.values("origin")
    guard origins.allSatisfy({ $0.lowercased() == "http://\(hosts[0].lowercased())" }) else {
      return .refusal(403, "pages of other sites may not read this one")
    }
    // Sent by the browser itself (Fetch Metadata Request Headers). To follow a link from another site is no reading.
    let isForeign = request.values("sec-fetch-site").contains {
      $0 != "same-origin" && $0 != "none"
    }
    guard !isForeign || request.values("sec-fetch-mode") == ["navigate"] else {
      return .refusal(403, "pages of other sites may not read this one")
    }
    return nil
  }

  /// Whether the host of a request is this machine. An attacker who lets a name of their own lead here
  /// (DNS rebinding) has that name in the request; an address leads nowhere else. The port may be another one: it is
  /// that of a tunnel then.
  private func isOwn(host: String) -> Bool {
    let host = host.lowercased()
    var label = host[...]
    if let colon = host.utf8.lastIndex(of: 0x3A), !host.hasSuffix("]") {
      let port = host[host.utf8.index(after: colon)...].utf8
      guard port.count <= 5, port.allSatisfy(\.isDigit) else { return false }
      label = host[..<colon]
    }
    if label.hasPrefix("["), label.hasSuffix("]") {
      return Self.isAddress(label.dropFirst().dropLast())
        && label.utf8.contains(UInt8(ascii: ":"))
    }
    return label == "localhost" || label == name.map { $0[...] }
      || Self.isAddress(label) && !label.utf8.contains(UInt8(ascii: ":"))
  }

  /// Whether it is written as an address of version 4 or 6. No name is: the last part of a name is not a number.
  private static func isAddress(_ text: Substring) -> Bool {
    let text = text.utf8
    if text.contains(UInt8(ascii: ":")) {
      return text.allSatisfy { $0.isHexDigit || $0 == UInt8(ascii: ":") || $0 == 0x2E }
    }
    let parts = text.split(separator: 0x2E, omittingEmptySubsequences: false)
    return parts.count == 4
      && parts.allSatisfy { part in
        (1...3).contains(part.count) && part.allSatisfy(\.isDigit)
          && (Int(String(Substring(part))) ?? 256) < 256
      }
  }
}
