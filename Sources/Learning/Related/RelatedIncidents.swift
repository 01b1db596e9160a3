internal import Incidents
internal import Vocabulary

/// Finds related incidents: what they state, then errors, factors, services and rare words that they share. It looks at the
/// incidents that share a term, not at every pair.
struct RelatedIncidents {
  /// How many related incidents are shown of each; those that tell of the same incident are not among them.
  private static let most = 5
  /// How many shared words are shown.
  private static let mostWords = 3
  /// What a term counts for, times its rarity: for a word, what it is to the one incident times what it is to the other.
  private static func weight(of kind: TermIndex.Kind) -> Int {
    switch kind {
    case .error: 8
    case .factor: 6
    case .service: 4
    case .title: 3
    case .name: 2
    case .word: 1
    }
  }
  /// What is shared counts for at least this, as do a name that only two incidents have, and another word; and is more than
  /// one term, unless that is an error.
  private static let least = 20

  private let incidents: ArraySlice<Incident>
  /// The number of each incident's day: most pairs are told apart by it, and incidents are large to look into.
  private let days: [Int?]
  private let index: TermIndex
  private var lists: [[RelatedIncident]]
  /// The score of each incident that shares something with the one that is looked at.
  private var scores: [Int32]
  private var counts: [Int16]

  /// For each incident, its related ones: what the authors state, those that tell of the same incident, then by how much
  /// is shared.
  static func lists(of incidents: ArraySlice<Incident>) -> [[RelatedIncident]] {
    var finder = Self(of: incidents)
    finder.addStated()
    let found = incidents.indices.map { finder.similar(to: $0) }
    for (incident, others) in found.enumerated() { finder.add(others, to: incident) }
    finder.addFactors()
    return finder.lists
  }

  private init(of incidents: ArraySlice<Incident>) {
    self.incidents = incidents
    days = incidents.indices.map { incidents[$0].day?.number }
    index = TermIndex(of: incidents)
    lists = Array(repeating: [], count: incidents.count)
    scores = Array(repeating: 0, count: incidents.count)
    counts = Array(repeating: 0, count: incidents.count)
  }

  private mutating func addStated() {
    var byID: [IncidentID: Int] = [:]
    for (index, incident) in incidents.enumerated() {
      if let id = incident.id { byID[id] = index }
    }
    for (index, incident) in incidents.enumerated() {
      guard let repeated = incident.frontMatter.repeats?.value, let other = byID[repeated],
        other != index
      else { continue }
      lists[index].append(RelatedIncident(incident: other, reason: .repeats))
      lists[other].append(RelatedIncident(incident: index, reason: .repeatedBy))
    }
  }

  // MARK: What is shared

  /// Lists what tells of the same incident, and returns the most similar others, the most similar first.
  private mutating func similar(to incident: Int) -> [Int] {
    var touched: [Int] = []
    let terms = index.terms(of: incident)
    let hasError = terms.contains { $0.kind == .error }
    for term in terms {
      let rarity = TermIndex.rarity(term.members.count)
      for place in term.members {
        let other = Int(index.members[place])
        guard other != incident else { continue }
        if counts[other] == 0 { touched.append(other) }
        counts[other] += 1
        scores[other] += Int32(rarity * Self.weight(of: term.kind, with: index.kinds[place]))
      }
    }
    var found: [(other: Int, score: Int)] = []
    for other in touched {
      if Self.isNear(days[incident], days[other]),
        isSame(incident, other, shared: Int(counts[other]))
      {
        lists[incident].append(RelatedIncident(incident: other, reason: .sameIncident))
      } else if Int(scores[other]) >= Self.least, counts[other] > 1 || hasError {
        found.append((other, Int(scores[other])))
      }
      scores[other] = 0
      counts[other] = 0
    }
    found.sort { ($1.score, $0.other) < ($0.score, $1.other) }
    // Some of them may tell of the same incident.
    return found.prefix(3 * Self.most).map(\.other)
  }

  private mutating func add(_ others: [Int], to incident: Int) {
    for other in others where room(of: incident) > 0 {
      add(other, to: incident, .shares(shared(incident, other)))
    }
  }

  private static func weight(of kind: TermIndex.Kind, with other: TermIndex.Kind) -> Int {
    switch kind {
    case .error, .factor, .service: weight(of: kind)
    case .title, .name, .word: weight(of: kind) * weight(of: other)
    }
  }

  private func shared(_ incident: Int, _ other: Int) -> RelatedIncident.Shared {
    var shared = RelatedIncident.Shared()
    let (one, two) = (incidents[incident], incidents[other])
    shared.factors = one.factors.filter(two.factors.contains)
    shared.services = one.services.filter(two.services.contains)
    var words: [(rank: Int, kind: TermIndex.Kind, number: Int)] = []
    for term in index.terms(of: incident) {
      guard let place = term.members.first(where: { index.members[$0] == Int32(other) }) else {
        continue
      }
      switch term.kind {
      case .error: shared.error = shared.error ?? one.terms.errors[term.number]
      case .factor, .service: continue
      case .title, .name, .word:
        let rank =
          TermIndex.rarity(term.members.count)
          * Self.weight(of: term.kind, with: index.kinds[place])
        words.append((-rank, term.kind, term.number))
      }
    }
    words.sort { ($0.rank, $0.kind.rawValue, $0.number) < ($1.rank, $1.kind.rawValue, $1.number) }
    shared.words = words.prefix(Self.mostWords).map { one.terms.word($0.number, of: $0.kind) }
    return shared
  }

  // MARK: The same incident told twice

  /// With fewer shared terms nothing says that two texts are one, unless their titles do.
  private static let fewestShared = 5

  /// Whether two days are one, more or less, or one of them is unknown.
  private static func isNear(_ day: Int?, _ other: Int?) -> Bool {
    guard let day, let other else { return true }
    return abs(day - other) <= 1
  }

  /// Whether two texts of days that are near tell of one incident: they have half of their rare terms in common or the same
  /// title.
  private func isSame(_ incident: Int, _ other: Int, shared: Int) -> Bool {
    let (one, two) = (incidents[incident], incidents[other])
    if let first = one.id, let second = two.id, first != second { return false }
    let least = min(index.terms(of: incident).count, index.terms(of: other).count)
    let isOneText = shared >= Self.fewestShared && shared * 2 >= least
    let isOneTitle = one.day != nil && one.day == two.day && one.title == two.title
    return (isOneText || isOneTitle) && !isLinked(incident, other)
  }

  /// Whether a statement of the authors connects two incidents, which then are not one.
  private func isLinked(_ incident: Int, _ other: Int) -> Bool {
    lists[incident].contains { $0.incident == other && $0.reason != .sameIncident }
  }

  // MARK: Factors

  /// Where there is room, connects each incident with the latest older one of the same factor and service, and then of
  /// the same factor, in both directions.
  private mutating func addFactors() {
    connect { incident in
      incident.factors.flatMap { factor in
        incident.services.map { "\(factor)\u{0}\($0)" }
      }
    }
    connect { $0.factors }
  }

  private mutating func connect(by keys: (Incident) -> [String]) {
    var latest: [String: Int] = [:]
    for index in incidents.indices.reversed() where !incidents[index].factors.isEmpty {
      for key in keys(incidents[index]) {
        if let other = latest[key] {
          if room(of: index) > 0 { add(other, to: index, .shares(shared(index, other))) }
          if room(of: other) > 0 { add(index, to: other, .shares(shared(other, index))) }
        }
        latest[key] = index
      }
    }
  }

  private func room(of incident: Int) -> Int {
    Self.most - lists[incident].count { $0.reason != .sameIncident }
  }

  /// Adds an incident that is not there yet, neither itself nor told in another document.
  private mutating func add(
    _ other: Int, to incident: Int, _ reason: RelatedIncident.Reason
  ) {
    guard other != incident, !lists[incident].contains(where: { $0.incident == other }),
      !lists[other].contains(where: { told in
        told.reason == .sameIncident && lists[incident].contains { $0.incident == told.incident }
      })
    else { return }
    lists[incident].append(RelatedIncident(incident: other, reason: reason))
  }
}

extension ReviewTerms {
  fileprivate func word(_ number: Int, of kind: TermIndex.Kind) -> String {
    var words = (kind == .title ? title : kind == .name ? names : self.words)[...].utf8
    for _ in 0..<number {
      guard let space = words.firstIndex(of: UInt8(ascii: " ")) else { return "" }
      words = words[words.index(after: space)...]
    }
    return String(Substring(words.prefix { $0 != UInt8(ascii: " ") }))
  }
}
