internal import Bytes

/// What a name says of the value after it.
private enum Naming {
  /// A password: any text that is no word of a form or a sentence.
  case password
  /// A key or a token: only text that looks generated.
  case key
  /// The header of a request.
  case authorization

  /// The naming of a name, which ends in one of these words: `DB_PASSWORD`, `client-secret`.
  init?(_ name: ArraySlice<UInt8>) {
    let letters = name.suffix(40).filter(\.isAlphanumeric).map(\.lowercased)
    func ends(in words: [String]) -> Bool {
      words.contains { letters.suffix($0.utf8.count).elementsEqual($0.utf8) }
    }
    if ends(in: ["password", "passwd", "passphrase", "pwd", "dbpass", "userpass", "pgpass"])
      || letters.elementsEqual("pass".utf8)
    {
      self = .password
    } else if ends(in: Self.keys) {
      self = .key
    } else if ends(in: ["authorization"]) {
      self = .authorization
    } else {
      return nil
    }
  }

  private static let keys = [
    "secret", "secretkey", "secretaccesskey", "accesskey", "accountkey", "apikey", "apisecret",
    "appkey",
    "apitoken", "authtoken", "accesstoken", "refreshtoken", "bottoken", "secrettoken",
    "sessiontoken",
    "bearertoken", "privatekey", "privatetoken", "signingkey", "encryptionkey", "masterkey",
    "routingkey",
    "integrationkey", "servicekey", "licensekey", "sharedaccesskey", "githubtoken", "gitlabtoken",
    "slacktoken", "vaulttoken", "npmtoken", "token", "sig", "webhooksecret",
  ]

  /// The last letters of all these words, so that most names need no second look.
  static func mayEnd(_ letter: UInt8) -> Bool { "dsetyng".utf8.contains(letter.lowercased) }
}

extension SecretScanner {
  /// A value after `password=`, `"api_key": "` and the like; the sign is at an offset.
  mutating func namedSecret(at sign: Int) -> Secret? {
    var end = sign
    // `"name": …`, `**Name**: …`, `name = …`.
    while end > 0, sign - end < 4, "\"'`* ".utf8.contains(bytes[end - 1]) { end -= 1 }
    guard end > 0, Naming.mayEnd(bytes[end - 1]) else { return nil }
    let name = bytes[max(end - 40, 0)..<end].reversed().prefix { byte in
      byte.isAlphanumeric || byte == .underscore || byte == .hyphen || byte == UInt8(ascii: ".")
    }
    guard let naming = Naming(bytes[end - name.count..<end]) else { return nil }
    return value(of: naming, after: sign + 1, isColon: bytes[sign] == .colon)
  }

  /// The value of an option of a command: `--password VALUE`.
  mutating func namedOption(at hyphen: Int) -> Secret? {
    guard bytes[hyphen...].starts(with: "--p".utf8) else { return nil }
    for name in ["--password ", "--passphrase ", "--pass "]
    where bytes[hyphen...].starts(with: name.utf8) {
      return value(of: .password, after: hyphen + name.utf8.count, isColon: false)
    }
    return nil
  }

  /// The password after `curl -u name:`, whose colon is at an offset.
  func login(at colon: Int) -> Secret? {
    let name = bytes[max(colon - 64, 0)..<colon].reversed().prefix { byte in
      byte.isAlphanumeric || "_-.@".utf8.contains(byte)
    }
    var before = bytes[..<(colon - name.count)].suffix(8)
    if let last = before.last, last == UInt8(ascii: "'") || last == UInt8(ascii: "\"") {
      before.removeLast()
    }
    let isOption = [" -u ", " --user ", " -u"].contains {
      before.suffix($0.utf8.count).elementsEqual($0.utf8)
    }
    guard isOption, name.count > 0 else { return nil }
    let value = self.value(from: colon + 1)
    guard !value.elementsEqual(name.reversed()), !value.allSatisfy(\.isDigit), value.count >= 4,
      !LooksRandom.isPlaceholder(value)
    else { return nil }
    return Secret("password", SecretCode.named, range: value.startIndex..<value.endIndex)
  }

  private mutating func value(of naming: Naming, after start: Int, isColon: Bool) -> Secret? {
    var start = start
    let blanks = bytes[start...].prefix(4).prefix {
      $0 == .space || $0 == UInt8(ascii: "=") || $0 == .greaterThan
    }
    start += blanks.count
    // `**Password:** …` and quotes.
    let marks = bytes[start...].prefix(3).prefix { "*\"'` \\".utf8.contains($0) }
    start += marks.count
    let scheme = bytes[start...].prefix(12).prefix { $0.isLetter }
    let hasScheme =
      naming == .authorization && scheme.endIndex < bytes.count && bytes[scheme.endIndex] == .space
    if hasScheme { start = scheme.endIndex + 1 }
    // What a service issued has a name of its own.
    if start < bytes.count, bytes[start].isAlphanumeric, let token = token(at: start) {
      return token
    }
    let value = value(from: start)
    guard !value.isEmpty, !LooksRandom.isPlaceholder(value) else { return nil }
    let isQuoted = marks.contains {
      $0 == UInt8(ascii: "\"") || $0 == UInt8(ascii: "'") || $0 == .backtick
    }
    let isSecret =
      switch naming {
      case .key: LooksRandom.isKey(value)
      case .authorization:
        hasScheme && scheme.elementsEqual("Basic".utf8)
          ? Self.isLogin(value) : LooksRandom.isKey(value)
      case .password: isPassword(value, isSpaced: isColon || !blanks.isEmpty, isQuoted: isQuoted)
      }
    guard isSecret else { return nil }
    // What follows up to a space may be the rest of it.
    let rest = bytes[value.endIndex...].prefix(200).prefix {
      !$0.isWhitespace && !"\"'`<".utf8.contains($0)
    }
    return Secret(
      naming == .password ? "password" : "key or token", SecretCode.named,
      range: value.startIndex..<value.endIndex, whole: value.startIndex..<rest.endIndex)
  }

  /// Whether a value is the base64 of `name:password`, as RFC 7617 has it.
  private static func isLogin(_ value: ArraySlice<UInt8>) -> Bool {
    var text: [UInt8] = []
    var bits = 0
    var count = 0
    for byte in value {
      let digit: UInt8
      switch byte {
      case 0x41...0x5A: digit = byte - 0x41
      case 0x61...0x7A: digit = byte - 0x61 + 26
      case 0x30...0x39: digit = byte - 0x30 + 52
      case .plus: digit = 62
      case .slash: digit = 63
      default:
        if byte == UInt8(ascii: "=") { continue }
        return false
      }
      bits = bits << 6 | Int(digit)
      count += 6
      guard count >= 8 else { continue }
      count -= 8
      text.append(UInt8(truncatingIfNeeded: bits >> count))
      bits &= 1 << count - 1
    }
    guard text.allSatisfy({ $0 > 0x1F && $0 != 0x7F }), let colon = text.firstIndex(of: .colon)
    else { return false }
    let password = text[(colon + 1)...]
    return password.count >= 2 && !LooksRandom.isPlaceholder(password)
  }

  /// The bytes up to one that ends a value; at most 200.
  private func value(from start: Int) -> ArraySlice<UInt8> {
    bytes[min(start, bytes.count)...].prefix(200).prefix { byte in
      byte > 0x20 && !"\"'`&,;>()[]|\\".utf8.contains(byte)
    }
  }

  /// After a colon or between spaces, a password may be a sentence's next word: then it has to be the last
  /// one of its line, or mixed like no word is.
  private func isPassword(_ value: ArraySlice<UInt8>, isSpaced: Bool, isQuoted: Bool) -> Bool {
    let value = value.trimmingEnd { ".!?*".utf8.contains($0) }
    guard value.count >= 4, !value.allSatisfy(\.isDigit), let first = value.first,
      !"/.-".utf8.contains(first)
    else { return false }
    let classes = LooksRandom.classes(of: value)
    let next = value.endIndex < bytes.count ? bytes[value.endIndex] : .newline
    if isQuoted { return classes > 1 || ("\"'`".utf8.contains(next) && value.count >= 6) }
    guard isSpaced else { return classes > 1 || value.count >= 6 }
    let rest = bytes[value.endIndex...].prefix(80).prefix { !$0.isLineEnding }
    guard rest.allSatisfy({ $0.isSpaceOrTab || "\"'`,;|.*".utf8.contains($0) }) else {
      return classes > 2 && value.count >= 8
    }
    return value.count >= 6 && value.contains(where: \.isDigit)
      && value.contains(where: \.isLetter)
  }
}
