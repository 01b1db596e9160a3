/// A length of time as people write it: `5 minutes`, `15–30 min`, `within 48 hours`, `>1hr`, `1.5 hours`, `1h 30m`,
/// `half an hour`, `1:30 h`.
///
/// A number without a unit is not a length, and neither is one with a word before its unit: "5 business
/// days".
package struct StatedLength: Hashable, Sendable {
  /// The first length of a range, in seconds.
  package let firstSeconds: Int?
  /// The only or the last length, in seconds.
  package let seconds: Int
  /// The words and marks just before it, in lower case, the nearest last; at most four, counting the
  /// numbers among them. `≥` counts as `>`.
  package let before: [String]
  /// Whether it begins with "about", `~` or the like. Only known for a length at the start of a text.
  package let isApproximate: Bool
  /// The place of its bytes in the text.
  package let range: Range<Int>

  /// Whole minutes, rounded down.
  package var minutes: Int { seconds / 60 }
  /// Whole minutes, rounded up: a limit is never stricter than the written one.
  package var limit: Int { (seconds + 59) / 60 }
  /// The first length of a range in whole minutes, rounded down.
  package var firstMinutes: Int? { firstSeconds.map { $0 / 60 } }

  /// Every length of time in a text, in order.
  package static func all(in text: some StringProtocol) -> [StatedLength] {
    let bytes = Array(text.utf8)
    let tokens = LengthTokens(bytes)
    var lengths: [StatedLength] = []
    var index = 0
    while index < tokens.all.count {
      let token = tokens.all[index]
      index += 1
      guard token.kind != .mark else { continue }
      var cursor = TextCursor(bytes[token.start...])
      let before = tokens.words(before: index - 1)
      guard let reading = LengthGrammar.length(&cursor, after: before) else { continue }
      let end = token.start + cursor.length
      lengths.append(
        StatedLength(
          firstSeconds: reading.first, seconds: reading.last, before: before,
          isApproximate: false, range: token.start..<end))
      while index < tokens.all.count, tokens.all[index].start < end { index += 1 }
    }
    return lengths
  }

  /// The length at the start of a text, after spaces and signs such as `~`, `>` and "about".
  ///
  /// - Returns: `nil` for a range, and when more than a remark follows: "45 minutes for most users".
  package init?(leading bytes: ArraySlice<UInt8>) {
    var cursor = TextCursor(bytes)
    cursor.skipBlanks()
    let start = cursor.length
    let isApproximate = Self.skipSigns(&cursor)
    guard let reading = LengthGrammar.length(&cursor, after: []), reading.first == nil else {
      return nil
    }
    let end = cursor.length
    cursor.skipBlanks()
    if let next = cursor.next, !Array("(,.;|".utf8).contains(next) { return nil }
    self.init(
      firstSeconds: nil, seconds: reading.last, before: [], isApproximate: isApproximate,
      range: bytes.startIndex + start..<bytes.startIndex + end)
  }

  private init(
    firstSeconds: Int?, seconds: Int, before: [String], isApproximate: Bool, range: Range<Int>
  ) {
    self.firstSeconds = firstSeconds
    self.seconds = seconds
    self.before = before
    self.isApproximate = isApproximate
    self.range = range
  }

  private static let marks: [StaticString] = ["~", "≈", ">", "<", "≥", "≤"]
  private static let words = [
    "about", "approximately", "around", "approx", "roughly", "circa", "ca", "nearly",
  ]

  private static func skipSigns(_ cursor: inout TextCursor) -> Bool {
    var isApproximate = false
    while true {
      if words.contains(where: { cursor.take(word: $0) }) {
        _ = cursor.take(".")
      } else if !marks.contains(where: { cursor.take($0) }) {
        return isApproximate
      }
      isApproximate = true
      cursor.skipBlanks()
    }
  }
}
