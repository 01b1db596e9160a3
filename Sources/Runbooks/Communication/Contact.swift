/// Somebody to call: a handle such as `@oncall` and who is behind it.
package struct Contact: Hashable, Sendable {
  package var handle: String
  package var meaning: String
  package var line: Int
}

/// Something a responder needs at hand: a dashboard, a log search, a way to log in.
package struct Tool: Hashable, Sendable {
  package var name: String
  package var value: String
  /// Where the first link of the value goes.
  package var destination: String?
  package var line: Int
}
