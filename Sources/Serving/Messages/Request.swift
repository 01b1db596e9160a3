/// What a client asks for: the first line of a request and its headers. It has no body.
package struct Request: Hashable, Sendable {
  package struct Header: Hashable, Sendable {
    package let name: String
    package let value: String

    package init(_ name: String, _ value: String) {
      self.name = name
      self.value = value
    }
  }

  /// As sent: `GET` is another method than `get` (RFC 9110, 9.1).
  package var method: String
  /// The path as sent, with its escapes.
  package var path: String
  /// What follows the `?`, by name, as sent.
  package var query: [Header] = []
  /// In the order they came.
  package var headers: [Header]

  package init(_ method: String, _ path: String, _ headers: [Header] = []) {
    self.method = method
    self.path = path
    self.headers = headers
  }

  /// The values of a header, whatever the case of its name.
  func values(_ name: String) -> [String] {
    headers.filter { $0.name.lowercased() == name }.map(\.value)
  }

  /// Whether a body follows.
  var hasBody: Bool {
    !values("transfer-encoding").isEmpty || values("content-length").contains { $0 != "0" }
  }
}
