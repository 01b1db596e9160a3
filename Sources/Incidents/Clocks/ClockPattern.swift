internal import Bytes

/// The `HH:MM` of a template, which stands for a time.
enum ClockPattern {
  /// Whether a text begins with it, also after `YYYY-MM-DD`.
  static func begins(_ text: some Collection<UInt8>) -> Bool {
    guard let first = text.first, "yYhH[(~`".utf8.contains(first) else { return false }
    var rest = text.prefix(24).map(\.lowercased)[...]
    if rest.starts(with: "yyyy-mm-dd".utf8) {
      rest = rest.dropFirst(10).drop { $0 == 0x20 || $0 == UInt8(ascii: "t") }
    }
    if let open = rest.first, "[(~`".utf8.contains(open) { rest = rest.dropFirst() }
    guard rest.starts(with: "hh:mm".utf8) else { return false }
    return rest.dropFirst(5).first.map { !$0.isAlphanumeric } ?? true
  }
}
