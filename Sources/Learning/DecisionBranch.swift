internal import Incidents
package import Runbooks
internal import Vocabulary

/// A way through a decision tree that incidents took, and how each of them ended.
package struct DecisionBranch: Hashable, Sendable {
  /// One time that it was taken.
  package struct Use: Hashable, Sendable {
    /// The index of the incident.
    package let incident: Int
    /// Whole minutes from the decision to the mitigation, or else to the resolution; `nil` when neither is
    /// recorded after it.
    package let minutes: Int?
    /// Whether ``minutes`` end with the mitigation.
    package let isMitigated: Bool
  }

  /// What was answered, as a path of the tree.
  package let path: DecisionPath
  /// In the order of the incidents, so that the newest comes first.
  package let uses: [Use]
}

extension DecisionBranch {
  /// What was answered, in a line.
  package func asked(in tree: DecisionTree) -> String {
    path.choices.map { "\(tree.questions[$0.question].text) \(tree[$0].label)" }
      .joined(separator: " · ")
  }

  /// What the answers say to do, in a line.
  package func said(in tree: DecisionTree) -> String {
    path.outcomes.isEmpty
      ? "Continue" : path.outcomes.compactMap { tree[$0].outcome }.joined(separator: " · ")
  }
}

extension DecisionBranch.Use {
  /// How the incident ended, counted from the decision.
  package var ended: String {
    guard let minutes else { return "no end recorded" }
    let end = isMitigated ? "mitigated" : "resolved"
    return minutes == 0 ? "\(end) in the same minute" : "\(end) after \(Wording.length(minutes))"
  }
}

/// A line of an incident's timeline that records a decision.
struct DecisionPlace: Sendable {
  /// The index of the incident.
  let incident: Int
  /// Its place among the incident's decisions.
  let decision: Int

  /// By the folded titles of the trees, in the order of the incidents.
  static func all(in incidents: ArraySlice<Incident>) -> [String: [DecisionPlace]] {
    var places: [String: [DecisionPlace]] = [:]
    for incident in incidents.indices {
      for decision in incidents[incident].decisions.indices {
        places[incidents[incident].decisions[decision].tree.foldedWords, default: []].append(
          DecisionPlace(incident: incident, decision: decision))
      }
    }
    return places
  }
}

extension Library {
  /// The ways through a tree that the listed incidents took, the most frequent first, then in the order of the
  /// tree's answers.
  ///
  /// A record whose answers the tree no longer has counts as far as they lead.
  package func branches(of tree: DecisionTree) -> [DecisionBranch] {
    guard let places = decisions[tree.title.foldedWords] else { return [] }
    var branches: [DecisionPath: [DecisionBranch.Use]] = [:]
    for place in places {
      let incident = incidents[place.incident]
      let decision = incident.decisions[place.decision]
      let path = tree.path(recorded: decision)
      guard !path.choices.isEmpty else { continue }
      branches[path, default: []].append(Self.use(of: decision, in: incident, at: place.incident))
    }
    return branches.map { DecisionBranch(path: $0, uses: $1) }.sorted { left, right in
      if left.uses.count != right.uses.count { return left.uses.count > right.uses.count }
      return left.path.choices.lexicographicallyPrecedes(right.path.choices) {
        ($0.question, $0.answer) < ($1.question, $1.answer)
      }
    }
  }

  private static func use(
    of decision: TakenDecision, in incident: Incident, at index: Int
  ) -> DecisionBranch.Use {
    func minutes(to milestone: Milestone) -> Int? {
      guard let start = decision.moment, let end = incident.milestones[milestone]?.moment,
        let minutes = end.minutes(since: start), minutes >= 0
      else { return nil }
      return minutes
    }
    let mitigated = minutes(to: .mitigated)
    return DecisionBranch.Use(
      incident: index, minutes: mitigated ?? minutes(to: .resolved),
      isMitigated: mitigated != nil)
  }
}

extension DecisionTree {
  /// The path that a record describes: each answer to the question that is open, as long as the record has it.
  fileprivate func path(recorded decision: TakenDecision) -> DecisionPath {
    let labels = Dictionary(
      decision.answers.map { ($0.question.foldedWords, $0.label) }
    ) { first, _ in first }
    var path = DecisionPath(in: self)
    while let question = path.question,
      let label = labels[questions[question].text.foldedWords],
      let answer = questions[question].answer(named: label)
    {
      path.give(answer, in: self)
    }
    return path
  }
}
