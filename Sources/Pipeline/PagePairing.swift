internal import Diagnostics

/// A page as far as its moves go.
struct MovedPage: Hashable, Sendable {
  let documents: [String]
  /// Whether it is one incident of a log.
  let isPart: Bool
  /// What a page keeps when its file is renamed: its ID, or its day and title.
  let sign: String
  /// What a redirect to it names.
  let target: String
  let addresses: [String]
}

/// Which page of an earlier state is which page now: by path, then by what git takes for a rename, then by ID or
/// title, and last by equal lines.
struct PagePairing {
  private(set) var pairs: [(old: MovedPage, new: MovedPage)] = []
  /// Pages that have no successor.
  private(set) var lost: [MovedPage] = []
  private var fresh: [MovedPage] = []

  init(_ before: [MovedPage], _ after: [MovedPage], renames: [String: String]) {
    var rest = before
    fresh = after
    // A log has several pages in one file: those that kept an address first, the others in their order.
    take(&rest) { old, new in
      old.documents == new.documents && !Set(old.addresses).isDisjoint(with: new.addresses)
    }
    take(&rest) { old, new in !Set(old.documents).isDisjoint(with: new.documents) }
    take(&rest) { old, new in old.documents.contains { new.documents.contains(renames[$0] ?? "") } }
    take(&rest) { old, new in old.sign == new.sign }
    lost = rest
  }

  private mutating func take(
    _ rest: inout [MovedPage], _ isSame: (_ old: MovedPage, _ new: MovedPage) -> Bool
  ) {
    rest = rest.filter { old in
      guard let index = fresh.firstIndex(where: { isSame(old, $0) }) else { return true }
      pairs.append((old, fresh.remove(at: index)))
      return false
    }
  }

  /// With more pages than this on either side, lines are not compared.
  private static let most = 200
  /// As git: a file is renamed when at least half of it is the same.
  private static let leastShare = 0.5

  mutating func pairBySimilarity(
    _ before: (_ path: String) -> [UInt8]?, now: (_ path: String) -> [UInt8]?
  ) {
    guard (1...Self.most).contains(lost.count), (1...Self.most).contains(fresh.count) else {
      return
    }
    func lines(_ page: MovedPage, _ read: (String) -> [UInt8]?) -> Set<ArraySlice<UInt8>> {
      Set(page.documents.first.flatMap(read)?.split(separator: 0x0A) ?? [])
    }
    let new = fresh.map { lines($0, now) }
    var taken: Set<Int> = []
    lost = lost.filter { page in
      let old = lines(page, before)
      let shares = new.indices.filter { !taken.contains($0) }.map { index in
        (
          index: index,
          share: Double(old.intersection(new[index]).count)
            / Double(max(old.count, new[index].count, 1))
        )
      }
      guard let best = shares.max(by: { $0.share < $1.share }), best.share >= Self.leastShare else {
        return true
      }
      taken.insert(best.index)
      pairs.append((page, fresh[best.index]))
      return false
    }
    fresh = fresh.indices.filter { !taken.contains($0) }.map { fresh[$0] }
  }
}
