/// One incident of the example content as lines of text, for damaging it.
///
/// It reads no more than it needs, by other means than the product, so that a fault of the readers
/// does not hide itself.
struct SampleReview: Sendable {
  /// A line of the timeline with the lines that belong to it.
  struct Entry: Sendable {
    /// Index of the first line.
    let start: Int
    /// Index behind the last line.
    let end: Int
    /// On a clock that goes on past midnight.
    let minute: Int
    let text: String
  }

  let reviewPath: String
  let review: [String]
  /// Where the timeline is: a file of its own, or the review.
  let recordPath: String
  let record: [String]
  let entries: [Entry]

  init(reviewPath: String, review: String, timelinePath: String?, timeline: String?) {
    self.reviewPath = reviewPath
    self.review = Self.lines(of: review)
    recordPath = timelinePath ?? reviewPath
    record = timeline.map(Self.lines) ?? self.review
    entries = Self.entries(of: record)
  }

  private static func lines(of text: String) -> [String] {
    text.split(separator: "\n", omittingEmptySubsequences: false).map(String.init)
  }

  private static func entries(of lines: [String]) -> [Entry] {
    var entries: [Entry] = []
    var index = 0
    while index < lines.count {
      let start = index
      index += 1
      guard let minute = minute(of: lines[start]) else { continue }
      while index < lines.count, lines[index].hasPrefix("  ") { index += 1 }
      let text = lines[start..<index].joined(separator: "\n")
      entries.append(Entry(start: start, end: index, minute: minute, text: text))
    }
    return entries
  }

  /// `- 10:05 - …` or `- 2026-01-10 10:05 - …`; days count from the first of the month.
  private static func minute(of line: String) -> Int? {
    guard line.hasPrefix("- ") else { return nil }
    var words = line.split(separator: " ").dropFirst()
    var day = 0
    if let date = words.first, date.count == 10, date.dropFirst(4).first == "-" {
      day = Int(date.suffix(2)) ?? 0
      words = words.dropFirst()
    }
    let clock = words.first?.split(separator: ":").compactMap { Int($0) } ?? []
    guard clock.count == 2, words.first?.count == 5 else { return nil }
    return (day * 24 + clock[0]) * 60 + clock[1]
  }

  // MARK: Places

  var isNearMiss: Bool { review.contains("near_miss: true") }

  /// What `key:` says in the front matter.
  func value(of key: String) -> String? {
    index(of: key).map { String(review[$0].dropFirst(key.count + 2)) }
  }

  func index(of key: String) -> Int? {
    let end = review.dropFirst().firstIndex(of: "---") ?? 0
    return review[..<end].firstIndex { $0.hasPrefix("\(key):") }
  }

  /// The index of a heading and of the next one of its level.
  func section(_ heading: String) -> Range<Int>? {
    guard let start = review.firstIndex(of: "## \(heading)") else { return nil }
    return start..<(review[(start + 1)...].firstIndex { $0.hasPrefix("## ") } ?? review.count)
  }

  /// The line from 1 where a missing part of a review is reported: the heading that is its title, or else
  /// its title in the front matter, or its first text.
  static func opening(of lines: [String]) -> Int {
    let end = lines.dropFirst().firstIndex(of: "---") ?? -1
    if let title = lines[..<max(end, 0)].firstIndex(where: { $0.hasPrefix("title:") }),
      !lines.contains("# " + lines[title].dropFirst("title: ".count))
    {
      return title + 1
    }
    return (lines[(end + 1)...].firstIndex { !$0.isEmpty } ?? 0) + 1
  }

  /// The line from 1 where something that the record lacks is reported: its heading.
  static func recordHeading(of lines: [String]) -> Int {
    (lines.firstIndex { $0.hasPrefix("# Timeline") || $0 == "## Timeline" } ?? 0) + 1
  }

  func firstEntry(_ isMatch: (Entry) -> Bool) -> Entry? { entries.first(where: isMatch) }

  /// The entries from the declaration to the resolution.
  var open: ArraySlice<Entry> {
    guard let start = entries.firstIndex(where: { $0.text.contains("Incident declared") }),
      let end = entries.firstIndex(where: { $0.text.contains("RESOLVED") })
    else { return [] }
    return entries[start...end]
  }

  // MARK: Changes

  /// The record without some entries, and where another entry's first line is then, from 1.
  func record(without removed: [Entry], line of: Entry? = nil) -> (lines: [String], line: Int) {
    var lines = record
    for entry in removed.sorted(by: { $0.start > $1.start }) {
      lines.removeSubrange(entry.start..<entry.end)
    }
    let before = removed.filter { other in of.map { other.start < $0.start } ?? false }
    let shift = before.reduce(0) { $0 + $1.end - $1.start }
    return (lines, (of?.start ?? 0) - shift + 1)
  }

  func record(replacing index: Int, with line: String) -> [String] {
    var lines = record
    lines[index] = line
    return lines
  }

  func review(replacing index: Int, with line: String) -> [String] {
    var lines = review
    lines[index] = line
    return lines
  }

  /// A line of the record at another time.
  static func moved(_ line: String, to minute: Int) -> String {
    let clock = minute % 1440
    let time = "\(padded(clock / 60)):\(padded(clock % 60))"
    guard let colon = line.firstIndex(of: ":") else { return line }
    let start = line.index(colon, offsetBy: -2)
    return line[..<start] + time + line[line.index(colon, offsetBy: 3)...]
  }

  private static func padded(_ number: Int) -> String {
    number < 10 ? "0\(number)" : "\(number)"
  }
}
