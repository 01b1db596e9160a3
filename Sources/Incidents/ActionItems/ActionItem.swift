package import Vocabulary

/// A piece of work that a review asks for.
package struct ActionItem: Hashable, Sendable {
  /// Its state, as the author wrote it.
  package enum State: String, Sendable {
    case open
    case done
    /// Struck through or marked as dropped: it will not be done.
    case dropped
  }

  package var line: Int
  package var title: String
  /// A handle, a name or a team as written, without the `@`.
  package var owner: String?
  /// As the author wrote it.
  package var dueWritten: String?
  /// `nil` when ``dueWritten`` is missing or not a day.
  package var due: CalendarDay?
  package var link: String?
  package var linkText: String?
  /// Prevent, detect, mitigate, process, or another word that the author used.
  package var kind: String?
  package var state: State

  package var isDone: Bool { state == .done }
}
