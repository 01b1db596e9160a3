/// How far a run is, for people who wait for it.
package struct Progress: Sendable {
  package enum Stage: Sendable {
    case reading
    case judging
    case rendering
    /// The rendered files are put in their places.
    case publishing
  }

  /// Is told at each step; several tasks may do so at once.
  package typealias Listener = @Sendable (Progress) -> Void

  package let stage: Stage
  /// How many files are done, and of how many; `nil` when the stage counts none.
  package let files: (done: Int, all: Int)?

  package init(_ stage: Stage, files: (done: Int, all: Int)? = nil) {
    self.stage = stage
    self.files = files
  }
}
