/// How a team's times are read: the zones of the world, and the zone of times that name none.
package struct TeamClock: Sendable {
  package var database: ZoneDatabase
  /// `nil` leaves such times without a zone.
  package var zone: ZoneName?

  package init(database: ZoneDatabase = .none, zone: ZoneName? = nil) {
    self.database = database
    self.zone = zone
  }
}

/// The offset of a zone on a day, and what there is to say about it.
package struct ZoneOffset: Hashable, Sendable {
  package enum Doubt: Hashable, Sendable {
    /// The clocks were put back, so the time came twice; `isSecond` when it is read as the later one.
    case twice(isSecond: Bool)
    /// The clocks were put forward over the time.
    case skipped
    /// The abbreviation belongs to the other season; `own` is its offset.
    case otherSeason(own: Int)
    /// No zone has that name.
    case unknown
    /// There are no zone files, so the offset holds all year.
    case fixed
  }

  /// Minutes east of UTC; `nil` when it is not known.
  package var offset: Int?
  package var doubt: Doubt?

  package init(_ offset: Int?, _ doubt: Doubt? = nil) {
    self.offset = offset
    self.doubt = doubt
  }
}

/// Finds the offsets of zones on days, each zone read once.
package struct ZoneResolver: Sendable {
  private let database: ZoneDatabase
  private var rules: [String: ZoneRules?] = [:]

  package init(_ database: ZoneDatabase) { self.database = database }

  /// The offset of a zone at a time, which is in seconds since 1970 on the author's clock, or `nil` when the day
  /// is not known. `earlier` is the instant before which it cannot be, in seconds since 1970.
  package mutating func offset(
    of zone: ZoneName, at clock: Int?, after earlier: Int? = nil
  ) -> ZoneOffset {
    guard let place = zone.place else { return ZoneOffset(zone.offset) }
    guard let rules = rules(of: place) else {
      if !database.isEmpty {
        return ZoneOffset(
          zone.offset, place.utf8.contains(0x2F) && zone.offset == nil ? .unknown : nil)
      }
      if zone.isShared { return ZoneOffset(nil) }
      let offset = zone.offset ?? ZonePlaces.winterOffset(of: place)
      return ZoneOffset(offset, offset == nil ? nil : .fixed)
    }
    guard let clock else { return ZoneOffset(zone.offset ?? rules.onlyOffset) }
    switch rules.local(clock) {
    case .once(let offset):
      guard let own = zone.offset, own != offset else { return ZoneOffset(offset) }
      // "All times in CEST" holds for the hours after the clocks were put back.
      if rules.has(own, near: clock) { return ZoneOffset(own) }
      return ZoneOffset(offset, .otherSeason(own: own))
    case .twice(let first, let second):
      if let own = zone.offset, own == first || own == second { return ZoneOffset(own) }
      let isSecond = earlier.map { $0 > clock - first * 60 } ?? false
      return ZoneOffset(isSecond ? second : first, .twice(isSecond: isSecond))
    case .skipped(let before):
      if let own = zone.offset { return ZoneOffset(own) }
      return ZoneOffset(before, .skipped)
    }
  }

  private mutating func rules(of place: String) -> ZoneRules? {
    if let known = rules[place] { return known }
    let found = database.rules(named: ZonePlaces.current(place))
    rules[place] = .some(found)
    return found
  }
}
