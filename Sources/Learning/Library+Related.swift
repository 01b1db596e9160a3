internal import Vocabulary

extension Library {
  /// Why an incident is related, in words: "shares the factor Config change and the words heartbeat, quorum".
  package func reason(of related: RelatedIncident) -> String {
    switch related.reason {
    case .repeats: "repeated by this incident"
    case .repeatedBy: "repeats this incident"
    case .sameIncident: "tells of the same incident"
    case .shares(let shared): "shares \(Wording.list(parts(of: shared)))"
    }
  }

  private func parts(of shared: RelatedIncident.Shared) -> [String] {
    var parts: [String] = []
    func add(_ noun: String, _ words: [String]) {
      guard !words.isEmpty else { return }
      parts.append("the \(noun)\(words.count == 1 ? "" : "s") \(words.joined(separator: ", "))")
    }
    if let error = shared.error { parts.append("the error “\(Wording.shortened(error))”") }
    add("factor", shared.factors.map(factorName))
    add("service", shared.services.map(serviceName))
    add("word", shared.words)
    return parts
  }

  /// What came again, in words: "the factor Config change in Checkout".
  package func reason(of recurrence: Recurrence) -> String {
    switch recurrence.sign {
    case .factor(let factor, let service):
      "the factor \(factorName(factor)) in \(serviceName(service))"
    case .error(let message): "the error “\(Wording.shortened(message))”"
    }
  }

  private func factorName(_ key: String) -> String { configuration.factor(key)?.name ?? key }
  private func serviceName(_ key: String) -> String { configuration.service(key)?.name ?? key }
}
