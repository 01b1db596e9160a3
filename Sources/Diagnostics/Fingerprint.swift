internal import Bytes

/// What makes a finding the same finding in the next run: its rule, its file and what it is about.
///
/// The line number is not part of it, so that a finding keeps its fingerprint while the text around it
/// grows. The words of the message are not part of it either, except what it quotes: a new release may
/// word it differently, and a derived number changes with other lines.
package struct Fingerprint: Hashable, Sendable {
  package let code: String
  package let path: String
  /// The hash of the finding's line, without surrounding spaces, and of the quoted words; for a finding about
  /// the whole document only of those.
  package let content: String

  package init(code: String, path: String, content: String) {
    self.code = code
    self.path = path
    self.content = content
  }

  package init(of finding: Diagnostic) {
    self.init(of: finding, withLine: !finding.isAboutDocument)
  }

  /// `withLine` includes the line even of a finding about the whole document, as the first baselines did.
  package init(of finding: Diagnostic, withLine: Bool) {
    code = finding.code
    path = finding.path
    var hash = StableHash()
    hash.add((withLine ? finding.excerpt?.lineHash.hex ?? "" : "").utf8)
    hash.add(quotesIn: finding.message)
    content = hash.hex
  }
}

extension StableHash {
  /// Adds the words between pairs of single quotes, with the quotes; a quote without another begins words too.
  fileprivate mutating func add(quotesIn message: String) {
    let quote = UInt8(ascii: "'")
    var isQuoted = false
    for byte in message.utf8 {
      if byte == quote { isQuoted.toggle() }
      if isQuoted || byte == quote { add(byte) }
    }
    if isQuoted { add(quote) }
  }
}

extension [Diagnostic] {
  /// One hash per finding, unique in the report: findings with the same fingerprint are numbered.
  var uniqueFingerprints: [String] {
    var seen: [StableHash: Int] = [:]
    seen.reserveCapacity(count)
    return map { finding in
      let fingerprint = Fingerprint(of: finding)
      var hash = StableHash()
      for part in [fingerprint.code, fingerprint.path, fingerprint.content] {
        hash.add(part.utf8)
        hash.add(0 as UInt8)
      }
      let number = seen[hash, default: 0] + 1
      seen[hash] = number
      hash.add("\(number)".utf8)
      return hash.hex
    }
  }
}
