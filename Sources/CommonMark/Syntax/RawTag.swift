/// A tag that an author wrote.
package struct RawTag: Hashable, Sendable {
  /// In lower case.
  package var name: String
  package var isClosing: Bool
  /// Whether it stays a tag on the page, where it is text otherwise.
  package var isLive: Bool
}
