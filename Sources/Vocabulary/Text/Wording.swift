/// How findings and pages put numbers and lists into words.
package enum Wording {
  /// A length of time in minutes: `47 min`, `2 h 5 min`, `36 h`, `3 days 4 h`.
  ///
  /// The two largest units that are not zero; days are used from 48 hours on. A negative length is `0 min`.
  package static func length(_ minutes: Int) -> String {
    if minutes < 60 { return "\(max(0, minutes)) min" }
    let isLong = minutes >= 2_880
    let days = isLong ? minutes / 1_440 : 0
    let hours = minutes / 60 - days * 24
    let parts = [
      days > 0 ? "\(days) days" : nil, hours > 0 ? "\(hours) h" : nil,
      minutes % 60 > 0 ? "\(minutes % 60) min" : nil,
    ]
    return parts.compactMap { $0 }.prefix(2).joined(separator: " ")
  }

  /// A window of time in minutes: `5 min`, `5 to 15 min`, `45 min to 2 h`. A window from 0 is given as its
  /// end.
  package static func length(_ window: ClosedRange<Int>) -> String {
    let end = length(window.upperBound)
    guard window.lowerBound > 0, window.lowerBound < window.upperBound else { return end }
    let start = length(window.lowerBound)
    // One unit is enough for both: "15 min to 30 min" would repeat it.
    let words = [start, end].map { $0.split(separator: " ") }
    if words.allSatisfy({ $0.count == 2 }), words[0][1] == words[1][1] {
      return "\(words[0][0]) to \(end)"
    }
    return "\(start) to \(end)"
  }

  /// `1 day`, `3 days`.
  package static func days(_ count: Int) -> String { counted(count, "day") }

  /// `1 incident`, `7 incidents`; `plural` is for nouns that need more than an "s".
  package static func counted(_ count: Int, _ noun: String, _ plural: String? = nil) -> String {
    "\(count) \(count == 1 ? noun : plural ?? noun + "s")"
  }

  /// `started`, `started and detected`, `started, detected and declared`; `joiner` may be "or".
  package static func list(_ words: [String], _ joiner: String = "and") -> String {
    guard words.count > 1, let last = words.last else { return words.first ?? "" }
    return "\(words.dropLast().joined(separator: ", ")) \(joiner) \(last)"
  }

  /// The first line of a text, cut between words when it is longer than `limit` characters.
  package static func shortened(_ text: String, to limit: Int = 60) -> String {
    let line = text.split(separator: "\n", maxSplits: 1).first.map(String.init) ?? ""
    if line.count <= limit { return line }
    let cut = line.prefix(limit)
    return "\(cut[..<(cut.lastIndex(of: " ") ?? cut.endIndex)])…"
  }
}
