internal import Vocabulary

extension Incident {
  /// Adopts what only the chat states.
  mutating func take(_ chat: ChatFacts, isNamed: Bool) {
    communications = chat.communications
    decisions = timeline?.entries.compactMap { TakenDecision($0) } ?? []
    updateStatus = chat.status
    if id == nil, let named = chat.id, day == nil || day == named.day { id = named }
    if severity == nil, severityWritten == nil, let found = chat.severity {
      severity = found
      severityWritten = found.name
    }
    if !isNamed, let words = chat.title { title = words }
    if let timeline {
      longestUpdateGap = UpdateGap(
        timeline: timeline, communications: communications, milestones: milestones)
    }
  }
}
