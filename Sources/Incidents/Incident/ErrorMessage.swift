internal import Bytes
internal import Vocabulary

/// A message that a program gave when something went wrong.
package enum ErrorMessage {
  /// How many are kept of a review.
  private static let most = 6
  private static let lengths = 14...240

  /// Those among some code, each once, in its order.
  static func all(in spans: [InlineCode.Span]) -> [String] {
    var found: [String] = []
    var seen: Set<UInt64> = []
    for span in spans where isOne(span.text) && seen.insert(key(of: span.text)).inserted {
      found.append(String(decoding: span.text, as: UTF8.self))
      if found.count == most { break }
    }
    return found
  }

  /// Whether some code reads like such a message: a few words, one of which says that something is wrong, and none
  /// of the marks of programs and queries.
  static func isOne(_ text: [UInt8]) -> Bool {
    guard lengths.contains(text.count) else { return false }
    let words = Words(String(decoding: text, as: UTF8.self))
    return text.count(where: \.isSpaceOrTab) > 1 && !signs.meanings(in: words).isEmpty
      && !text.contains { "{};$".utf8.contains($0) }
  }

  /// A number that two messages share when they differ only in numbers, ids and case.
  package static func key(of message: [UInt8]) -> UInt64 {
    var hash = StableHash()
    var wasNumber = false
    for byte in message {
      let isNumber = byte.isDigit
      if isNumber, wasNumber { continue }
      wasNumber = isNumber
      hash.add(isNumber ? UInt8(ascii: "0") : byte.lowercased)
    }
    return hash.value
  }

  private static let signs = PhraseTable<Bool>([
    (
      true,
      [
        "error", "errors", "exception", "failed", "failure", "fails", "fatal", "panic", "refused",
        "denied", "timeout", "timed out", "exceeded", "expired", "unavailable", "unreachable",
        "unable", "cannot", "could not", "can t", "invalid", "out of memory", "no space",
        "too many", "not found", "no such", "reset by peer", "broken pipe", "deadlock", "overflow",
        "segmentation fault", "no route", "corrupt", "corrupted", "aborted", "killed", "rejected",
        "unknown", "mismatch", "not enough", "exhausted", "stale", "warning",
      ]
    )
  ])
}
