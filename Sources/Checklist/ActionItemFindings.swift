internal import CommonMark
internal import Diagnostics
internal import Incidents
internal import Vocabulary

/// Checks the action items of a review as a list: what one of them lacks is reported at its line; what most of
/// them lack is reported once.
struct ActionItemFindings {
  let subject: IncidentUnderReview
  /// What each item needs: "owner".
  let noun: String
  let help: String
  /// Whether to report it when no item at all has it.
  let isAskedOfAll: Bool

  /// The findings in `items`; `others` count only as items that may have it.
  func findings(
    in items: [ActionItem], besides others: [ActionItem] = [], has: (ActionItem) -> Bool
  ) -> [Finding] {
    let missing = items.filter { !has($0) }
    let having = items.count - missing.count + others.count(where: has)
    if missing.isEmpty || (having == 0 && !isAskedOfAll) { return [] }
    // A habit is one finding; exceptions are one each.
    if missing.count > 1, missing.count > having { return summary(missing.count, having) }
    return missing.compactMap { item in
      at(item, "action item '\(Wording.shortened(item.title))' has no \(noun)", help: help)
    }
  }

  private func summary(_ missing: Int, _ having: Int) -> [Finding] {
    guard let review = subject.review,
      let line = subject.incident.section(.actionItems)?.line
        ?? subject.incident.actionItems.first?.line
    else { return [] }
    let message =
      having == 0 ? "no action item has a \(noun)" : "\(missing) action items have no \(noun)"
    return [
      Finding(
        path: review.path, range: review.textRange(ofLine: line),
        message: message.replacing("a owner", with: "an owner"), help: help)
    ]
  }

  private func at(_ item: ActionItem, _ message: String, help: String) -> Finding? {
    subject.at(item, message, help: help)
  }
}

extension IncidentUnderReview {
  /// A finding at an action item.
  func at(_ item: ActionItem, _ message: String, help: String) -> Finding? {
    guard let review else { return nil }
    return Finding(
      path: review.path, range: review.range(ofLine: item.line), message: message, help: help)
  }
}
