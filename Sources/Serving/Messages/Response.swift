/// What a client gets.
package struct Response: Hashable, Sendable {
  package enum Body: Hashable, Sendable {
    case bytes([UInt8])
    /// A file of the site, by its path below the archive.
    case file(String)
    /// A stream of events that tells the page with this path below the archive what changes.
    case events(page: String)
  }

  package var status: Int
  package var headers: [Request.Header]
  package var body: Body

  init(_ status: Int, _ headers: [Request.Header] = [], _ body: Body) {
    self.status = status
    self.headers = headers + Self.always
    self.body = body
  }

  /// A refusal as plain text.
  static func refusal(
    _ status: Int, _ reason: String, _ headers: [Request.Header] = []
  ) -> Response {
    Response(
      status, [.init("Content-Type", "text/plain; charset=utf-8")] + headers,
      .bytes(Array("\(reason)\n".utf8)))
  }

  package func value(_ name: String) -> String? { headers.first { $0.name == name }?.value }

  /// Nothing of the site may be read by pages of other sites, guessed to be something else, or kept.
  private static let always: [Request.Header] = [
    .init("Cache-Control", "no-cache"),
    .init("Cross-Origin-Resource-Policy", "same-origin"),
    .init("Referrer-Policy", "no-referrer"),
    .init("X-Content-Type-Options", "nosniff"),
  ]
}
