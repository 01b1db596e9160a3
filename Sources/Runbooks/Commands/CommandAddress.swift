internal import Bytes
internal import Diagnostics
internal import Vocabulary

/// An address among the words of a command, as far as its form can be wrong. Nobody is asked.
///
/// What a reader or a shell fills in, such as `<host>`, `$HOST` and `{{ host }}`, may be anything.
struct CommandAddress {
  struct Fault: Hashable {
    let message: String
    let help: String
  }

  private let text: String
  /// Whether the program asks for the address, so that nothing but an address can be meant.
  private let isAsked: Bool

  /// An address is a word of a command, or the value of an option or a variable, as in `--url=http://a`. `nil` for a
  /// word that is too long for one.
  init?(_ word: String, isAsked: Bool) {
    let value = Self.value(of: word)
    guard value.utf8.count <= 2_000 else { return nil }
    text = String(value)
    self.isAsked = isAsked
  }

  private static func value(of word: String) -> Substring {
    guard let sign = word.firstIndex(of: "="), word.distance(from: word.startIndex, to: sign) < 40,
      word[..<sign].utf8.allSatisfy({ $0.isAlphanumeric || $0 == .hyphen || $0 == .underscore })
    else { return word[...] }
    return word[word.index(after: sign)...]
  }

  var fault: Fault? {
    let start = text.prefix(9).lowercased()
    if let written = Self.broken.first(where: { start.hasPrefix($0.start) })
      ?? Self.halved(start)
    {
      let rest = text.dropFirst(written.start.count)
      guard let next = rest.first, next.isLetter || next.isNumber || "$<{[".contains(next) else {
        return nil
      }
      return Fault(
        message: "'\(text.prefix(written.start.count))' does not begin an address",
        help: "write '\(written.right)'")
    }
    guard let mark = text.firstRange(of: "://") else { return nil }
    let scheme = text[..<mark.lowerBound].lowercased()
    let rest = text[mark.upperBound...]
    if !Self.schemes.contains(scheme) {
      guard isAsked, let near = nearestName(to: scheme, among: ["http", "https"]) else {
        return nil
      }
      return Fault(message: "'\(scheme)://' is no scheme", help: didYouMean("\(near)://"))
    }
    return fault(ofAuthority: rest.prefix { !"/?#".contains($0) })
  }

  /// Slips in the scheme, and what is meant.
  private static let broken: [(start: String, right: String)] = [
    ("https//", "https://"), ("http//", "http://"), ("https:///", "https://"),
    ("http:///", "http://"), ("https;//", "https://"), ("http;//", "http://"),
  ]

  /// `http:/host`, which has one slash of two.
  private static func halved(_ start: String) -> (start: String, right: String)? {
    ["https:/", "http:/"].first { start.hasPrefix($0) && !start.hasPrefix($0 + "/") }
      .map { ($0, $0 + "/") }
  }

  private static let schemes: Set<String> = ["http", "https", "ws", "wss"]
  /// Of what is only known when the command runs.
  private static let open = "$<{%`*"

  // MARK: - The host and the port

  private func fault(ofAuthority authority: Substring) -> Fault? {
    let host = authority.split(separator: "@", omittingEmptySubsequences: false).last ?? ""
    if host.isEmpty {
      // A word such as "https://" in a search may be meant.
      guard isAsked else { return nil }
      return Fault(message: "'\(text)' names no host", help: "write the host after '//'")
    }
    if isAsked, host.contains(where: \.isWhitespace) {
      return Fault(
        message: "the host '\(host)' has a space in it",
        help: "remove the space, or quote the address alone")
    }
    guard !host.contains(where: Self.open.contains) else { return nil }
    return bracketFault(of: host) ?? portFault(of: host) ?? placeholderFault(of: host)
  }

  /// `[` and `]` belong around an address of IPv6; curl also takes ranges, as in `web[1-3]`.
  private func bracketFault(of host: Substring) -> Fault? {
    guard host.contains("[") || host.contains("]") else { return nil }
    var isOpen = false
    for character in host where character == "[" || character == "]" {
      if (character == "[") == isOpen { return unbalanced(host) }
      isOpen.toggle()
    }
    if isOpen { return unbalanced(host) }
    guard host.first == "[", let end = host.firstIndex(of: "]") else { return nil }
    let inner = host[host.index(after: host.startIndex)..<end]
    let isNumber = inner.contains(":") || inner.allSatisfy { $0.isNumber || "-,".contains($0) }
    return isNumber
      ? nil
      : Fault(
        message: "'[\(inner)]' stands for a host that nobody filled in",
        help: "write the host, or '$NAME' or '<name>' for one that the reader knows")
  }

  private func unbalanced(_ host: Substring) -> Fault {
    Fault(
      message: "the brackets in '\(host)' do not match",
      help: "write '[' and ']' around an IPv6 address, and nowhere else")
  }

  private func portFault(of host: Substring) -> Fault? {
    let end = host.lastIndex(of: "]").map { host.index(after: $0) } ?? host.startIndex
    guard let colon = host[end...].lastIndex(of: ":") else { return nil }
    let port = host[host.index(after: colon)...]
    if port.isEmpty { return nil }
    guard port.utf8.allSatisfy(\.isDigit) else {
      // A range of curl.
      return port.contains("[")
        ? nil
        : Fault(message: "the port '\(port)' is not a number", help: "write a number up to 65535")
    }
    guard let number = Digits.value(port.utf8), (1...65_535).contains(number) else {
      return Fault(
        message: "the port '\(port)' does not exist", help: "write a number from 1 to 65535")
    }
    return nil
  }

  /// What templates of runbooks leave in place of a host.
  private func placeholderFault(of host: Substring) -> Fault? {
    let labels = host.lowercased().split { ".:-_".contains($0) }
    guard
      let label = labels.first(where: { label in
        ["your", "changeme", "todo", "fixme", "placeholder"].contains(label)
          || label.hasPrefix("your") && Self.nouns.contains(label.dropFirst(4))
      })
    else { return nil }
    return Fault(
      message: "'\(host)' is left from a template: '\(label)' names no host",
      help: "write the host, or '$NAME' or '<name>' for one that the reader knows")
  }

  private static let nouns: Set<Substring> = [
    "domain", "host", "hostname", "server", "company", "org", "organization", "site", "cluster",
    "instance", "app", "project", "tenant",
  ]
}
