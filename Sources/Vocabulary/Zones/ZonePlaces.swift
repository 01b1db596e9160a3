/// The zones that abbreviations and names other than those of the zone database mean.
enum ZonePlaces {
  /// The zone of an abbreviation that is used in one season, with its other season: `PST` and `PDT`.
  ///
  /// Without those that some places keep all year: MST in Phoenix, AEST in Brisbane, ACST in Darwin.
  static func zone(ofAbbreviation name: String) -> String? { abbreviations[name] }

  /// The zone of words before "time": "Pacific", "Central European", "New York". Any other place is looked
  /// up by its own name.
  static func zone(ofWords words: String) -> String { names[words] ?? words }

  /// Whether two or three words together name a place.
  static func isPlace(_ words: String) -> Bool { names[words] != nil }

  /// The offset of a zone in winter, for machines without zone files.
  static func winterOffset(of zone: String) -> Int? { winter[zone].map { Int($0 * 60) } }

  /// An old name of a zone that newer systems leave out.
  static func current(_ zone: String) -> String { old[zone] ?? zone }

  private static let abbreviations: [String: String] = [
    "PST": "America/Los_Angeles", "PDT": "America/Los_Angeles", "PT": "America/Los_Angeles",
    "MDT": "America/Denver", "MT": "America/Denver", "CDT": "America/Chicago",
    "CT": "America/Chicago", "EST": "America/New_York", "EDT": "America/New_York",
    "ET": "America/New_York", "AKST": "America/Anchorage", "AKDT": "America/Anchorage",
    "NST": "America/St_Johns", "NDT": "America/St_Johns", "WEST": "Europe/Lisbon",
    "CET": "Europe/Berlin", "CEST": "Europe/Berlin", "MEZ": "Europe/Berlin",
    "MESZ": "Europe/Berlin", "EEST": "Europe/Athens", "AEDT": "Australia/Sydney",
    "ACDT": "Australia/Adelaide", "NZST": "Pacific/Auckland", "NZDT": "Pacific/Auckland",
  ]

  private static let names: [String: String] = [
    "Pacific": "America/Los_Angeles", "Mountain": "America/Denver", "Central": "America/Chicago",
    "Eastern": "America/New_York", "Atlantic": "America/Halifax", "Alaska": "America/Anchorage",
    "Hawaii": "Pacific/Honolulu", "Central European": "Europe/Berlin",
    "Eastern European": "Europe/Athens", "Western European": "Europe/Lisbon",
    "British": "Europe/London", "Irish": "Europe/Dublin", "India": "Asia/Kolkata",
    "Indian": "Asia/Kolkata", "Japan": "Asia/Tokyo", "Israel": "Asia/Jerusalem",
    "Korea": "Asia/Seoul", "China": "Asia/Shanghai", "Beijing": "Asia/Shanghai",
    "Germany": "Europe/Berlin", "German": "Europe/Berlin", "France": "Europe/Paris",
    "Munich": "Europe/Berlin", "Hamburg": "Europe/Berlin", "Seattle": "America/Los_Angeles",
    "San Francisco": "America/Los_Angeles", "Los Angeles": "America/Los_Angeles",
    "New York": "America/New_York", "Boston": "America/New_York",
    "Mexico City": "America/Mexico_City",
    "Buenos Aires": "America/Argentina/Buenos_Aires", "Hong Kong": "Asia/Hong_Kong",
    "Tel Aviv": "Asia/Jerusalem", "New Delhi": "Asia/Kolkata", "Bangalore": "Asia/Kolkata",
    "Mumbai": "Asia/Kolkata",
  ]

  private static let winter: [String: Double] = [
    "America/Los_Angeles": -8, "America/Denver": -7, "America/Chicago": -6, "America/New_York": -5,
    "America/Halifax": -4, "America/Anchorage": -9, "Pacific/Honolulu": -10, "Europe/London": 0,
    "Europe/Lisbon": 0, "Europe/Dublin": 0, "Europe/Berlin": 1, "Europe/Paris": 1,
    "Europe/Madrid": 1, "Europe/Rome": 1, "Europe/Amsterdam": 1, "Europe/Zurich": 1,
    "Europe/Vienna": 1, "Europe/Athens": 2, "Asia/Kolkata": 5.5, "Asia/Shanghai": 8,
    "Asia/Tokyo": 9, "Asia/Seoul": 9, "Australia/Sydney": 10, "Pacific/Auckland": 12,
  ]

  private static let old: [String: String] = [
    "US/Pacific": "America/Los_Angeles", "US/Mountain": "America/Denver",
    "US/Central": "America/Chicago", "US/Eastern": "America/New_York",
    "US/Alaska": "America/Anchorage", "US/Hawaii": "Pacific/Honolulu",
    "Canada/Pacific": "America/Vancouver", "Canada/Eastern": "America/Toronto",
    "Asia/Calcutta": "Asia/Kolkata",
  ]
}
