internal import Files
internal import Synchronization
internal import Vocabulary

/// Which zone files a unit was read with. A record says so, since a new version of the zone database changes what the
/// times of a review mean.
enum ZoneNotes {
  private static let open = Mutex<[Int: Set<String>]>([:])
  private static let hashes = Mutex<[String: ContentHash?]>([:])
  /// Twice as many as there are zones: hostile documents may name any number.
  private static let most = 1_024

  /// Gives `body` the zones, and returns the names of the files that it asked for.
  static func files<Result>(
    askedOf zones: ZoneDatabase, by body: (ZoneDatabase) -> Result
  ) -> (result: Result, files: Set<String>) {
    let number = open.withLock { open in
      let number = (open.keys.max() ?? 0) + 1
      open[number] = []
      return number
    }
    let result = body(
      zones.noting { name in open.withLock { _ = $0[number]?.insert(name) } })
    return (result, open.withLock { $0.removeValue(forKey: number) ?? [] })
  }

  /// The hash of a zone file of the system; `nil` when there is none.
  static func hash(of name: String) -> ContentHash? {
    if let known = hashes.withLock({ $0[name] }) { return known }
    let hash = ZoneDatabase.system.file(named: name).map { ContentHash(of: $0) }
    hashes.withLock { if $0.count < most { $0[name] = .some(hash) } }
    return hash
  }
}
