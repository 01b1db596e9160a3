internal import Synchronization
internal import Vocabulary

/// Which zone files a unit was read with. A record says so, since a new version of the zone database changes what the
/// times of a review mean.
enum ZoneNotes {
  /// Gives `body` the zones, and returns the names of the files that it asked for.
  static func files<Result>(
    askedOf zones: ZoneDatabase, by body: (ZoneDatabase) -> Result
  ) -> (result: Result, files: Set<String>) {
    let asked = Mutex<Set<String>>([])
    let result = body(zones.noting { name in asked.withLock { _ = $0.insert(name) } })
    return (result, asked.withLock(\.self))
  }
}
