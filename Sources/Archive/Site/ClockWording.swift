internal import Bytes
internal import Templates
internal import Vocabulary

/// Times as pages show them.
extension Moment {
  /// The zone as an offset, `UTC+5:30`; `nil` when the record names none.
  var zoneWords: String? {
    guard let offset else { return nil }
    let size = abs(offset)
    let minutes = size % 60 == 0 ? "" : ":\(Digits.padded(size % 60))"
    return offset == 0 ? "UTC" : "UTC\(offset < 0 ? "−" : "+")\(size / 60)\(minutes)"
  }

  /// What a `time` element has for programs: as much as is known.
  var machineTime: String {
    rfc3339 ?? day.map { "\($0)T\(timeOfDay)" } ?? timeOfDay
  }
}

extension Wording {
  /// A distance from a point in time: `+22 min`, `+1 h 5 min`, `−3 min`, `+8 d 3 h`, and `0` for the same minute.
  static func offset(_ minutes: Int) -> String {
    guard minutes != 0 else { return "0" }
    let length = length(abs(minutes)).replacing(" days", with: " d")
    return (minutes < 0 ? "−" : "+") + length
  }
}
