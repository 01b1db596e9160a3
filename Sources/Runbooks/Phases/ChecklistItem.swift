/// One point of a checklist.
package struct ChecklistItem: Hashable, Sendable {
  package var text: String
  /// `nil` when the author did not draw a box.
  package var isDone: Bool?
  package var line: Int
}

/// A question that a review answers.
package struct LearningQuestion: Hashable, Sendable {
  package var text: String
  package var line: Int
}
