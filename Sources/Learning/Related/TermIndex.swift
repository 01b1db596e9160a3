internal import Incidents
internal import Vocabulary

/// What the incidents of a library have in common, by term: an error, a factor, a service or a word. Terms that many have
/// are left out, so that the work grows with the number of incidents and not with its square.
///
/// Everything is counted in powers of two: a new incident changes the weight of few terms.
struct TermIndex {
  /// A term of one incident that others have too.
  struct Term {
    /// The incidents that have it, as a range of ``members``.
    let members: Range<Int>
    let kind: Kind
    /// Its place among the terms of its kind in the incident.
    let number: Int
  }

  /// In the order in which they are worth showing.
  enum Kind: UInt8 {
    case error
    case factor
    case service
    case title
    case name
    case word
  }

  /// The incidents of each term, one term after another; in each, the newest first.
  private(set) var members: [Int32] = []
  /// What the term is to each of ``members``.
  private(set) var kinds: [Kind] = []
  private var terms: [Term] = []
  private var starts: [Int] = []

  /// More incidents than this have a term in common with too many others.
  private static let most = 32

  /// The largest number of incidents that may share a term: a quarter of all, in a power of two, and at most 32.
  static func most(among count: Int) -> Int {
    count < 8 ? 0 : min(most, (1 << (Int.bitWidth - 1 - count.leadingZeroBitCount)) / 4)
  }

  /// How rare a term is: 5 for one that two incidents share, 1 for one that 17 to 32 share.
  static func rarity(_ count: Int) -> Int {
    count < 2 ? 0 : 5 - (Int.bitWidth - (count - 1).leadingZeroBitCount - 1)
  }

  /// The terms of an incident that others have too.
  func terms(of incident: Int) -> ArraySlice<Term> {
    terms[starts[incident]..<starts[incident + 1]]
  }

  /// A term of an incident, to be sorted with the equal ones.
  private struct Entry {
    /// The upper 40 bits are of the key of the term, the lower 24 are the incident.
    let key: UInt64
    let kind: Kind
    let number: UInt16

    var incident: Int { Int(key & 0xFF_FFFF) }
  }

  init(of incidents: ArraySlice<Incident>) {
    starts = Array(repeating: 0, count: incidents.count + 1)
    let most = Self.most(among: incidents.count)
    guard most > 1, incidents.count < 1 << 24 else { return }
    let entries = Self.sorted(Self.entries(of: incidents))
    var shared: [(entry: Entry, members: Range<Int>)] = []
    var start = 0
    while start < entries.count {
      let key = entries[start].key >> 24
      var end = start + 1
      while end < entries.count, entries[end].key >> 24 == key { end += 1 }
      if end - start > 1, end - start <= most {
        let range = members.count..<members.count + end - start
        for entry in entries[start..<end] {
          members.append(Int32(entry.incident))
          kinds.append(entry.kind)
          shared.append((entry, range))
          starts[entry.incident + 1] += 1
        }
      }
      start = end
    }
    for index in incidents.indices { starts[index + 1] += starts[index] }
    var next = starts
    let none = Term(members: 0..<0, kind: .word, number: 0)
    terms = Array(repeating: none, count: shared.count)
    for (entry, range) in shared {
      terms[next[entry.incident]] = Term(
        members: range, kind: entry.kind, number: Int(entry.number))
      next[entry.incident] += 1
    }
  }

  private static func entries(of incidents: ArraySlice<Incident>) -> [Entry] {
    var entries: [Entry] = []
    for index in incidents.indices {
      func add(_ key: UInt64, _ kind: Kind, _ number: Int) {
        entries.append(
          Entry(key: key << 24 | UInt64(index), kind: kind, number: UInt16(clamping: number)))
      }
      let incident = incidents[index]
      let terms = incident.terms
      // A word that is also a service is another term: each kind has keys of its own.
      for (number, error) in terms.errors.enumerated() {
        add(ErrorMessage.key(of: Array(error.utf8)) &* 3, .error, number)
      }
      let factors = incident.factors
      for (number, factor) in factors.enumerated() where !factors[..<number].contains(factor) {
        add(Terms.key(of: Array(factor.utf8)[...]) &* 5, .factor, number)
      }
      let services = incident.services
      for (number, service) in services.enumerated() where !services[..<number].contains(service) {
        add(Terms.key(of: Array(service.utf8)[...]) &* 7, .service, number)
      }
      for (kind, words) in [(Kind.title, terms.title), (.name, terms.names), (.word, terms.words)] {
        for (number, word) in Array(words.utf8).split(separator: 0x20).enumerated() {
          add(Terms.key(of: word), kind, number)
        }
      }
    }
    return entries
  }

  /// Sorted by the 40 bits of the key, those of one term in their order: by 16, 16 and 8 bits from the lowest on.
  private static func sorted(_ entries: [Entry]) -> [Entry] {
    guard let first = entries.first else { return [] }
    var sorted = entries
    var other = Array(repeating: first, count: entries.count)
    for (shift, bits) in [(UInt64(24), 16), (40, 16), (56, 8)] {
      let mask = UInt64(1) << UInt64(bits) - 1
      var places = Array(repeating: 0, count: 1 << bits + 1)
      for entry in sorted { places[Int(entry.key >> shift & mask) + 1] += 1 }
      for index in 1..<places.count { places[index] += places[index - 1] }
      for entry in sorted {
        let digit = Int(entry.key >> shift & mask)
        other[places[digit]] = entry
        places[digit] += 1
      }
      swap(&sorted, &other)
    }
    return sorted
  }
}
