/// Abbreviations and names of zones.
enum ZoneTable {
  /// What an abbreviation means.
  enum Meaning: Hashable, Sendable {
    /// One offset, in minutes east of UTC.
    case offset(Int)
    /// Several zones share it, or it changes with the season: these are its possible offsets.
    case several([Int])
  }

  /// The meaning of an abbreviation, in upper case as it is written.
  static func meaning(of abbreviation: String) -> Meaning? { meanings[abbreviation] }

  private static let meanings: [String: Meaning] = {
    var meanings: [String: Meaning] = [:]
    for (hours, names) in offsets {
      for name in names.split(separator: " ") {
        meanings[String(name)] = .offset(Int(hours * 60))
      }
    }
    for (name, hours) in shared { meanings[name] = .several(hours.map { Int($0 * 60) }) }
    return meanings
  }()

  private static let offsets: [(Double, String)] = [
    (0, "UTC GMT WET"), (1, "CET WEST MEZ"), (2, "CEST EET SAST MESZ"), (3, "EEST MSK EAT TRT"),
    (5, "PKT"), (5.75, "NPT"), (7, "WIB ICT"), (8, "AWST SGT HKT PHT MYT"), (9, "JST KST"),
    (9.5, "ACST"), (10, "AEST"), (10.5, "ACDT"), (11, "AEDT"), (12, "NZST"), (13, "NZDT"),
    (-3, "BRT"), (-4, "EDT"), (-5, "EST CDT"), (-6, "MDT"), (-7, "PDT MST"), (-8, "PST AKDT"),
    (-9, "AKST"), (-10, "HST"), (-2.5, "NDT"), (-3.5, "NST"),
  ]

  /// India, Israel, Ireland; America, China, Cuba; Britain, Bangladesh, Bougainville; and so on. `PT` and
  /// similar names have two offsets in a year.
  private static let shared: [(String, [Double])] = [
    ("IST", [5.5, 2, 1]), ("CST", [-6, 8, -5]), ("BST", [1, 6, 11]), ("AST", [-4, 3]),
    ("GST", [4, -2]), ("SST", [-11, 8]), ("ADT", [-3, 4]), ("AMT", [-4, 4]), ("ECT", [-5, -4]),
    ("WST", [8, 13]), ("BDT", [6, 8]), ("PT", [-8, -7]), ("MT", [-7, -6]), ("CT", [-6, -5]),
    ("ET", [-5, -4]),
  ]
}
