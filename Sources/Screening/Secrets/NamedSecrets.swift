internal import Bytes

/// What a name says of the value after it.
private enum Naming {
  /// A password: any text that is no word of a form or a sentence.
  case password
  /// A key or a token: only text that looks generated.
  case key
  /// The header of a request.
  case authorization

  /// The naming of a name, which ends in a word of the table: `DB_PASSWORD`, `client-secret`.
  init?(_ name: ArraySlice<UInt8>) {
    let letters = name.suffix(40).filter(\.isAlphanumeric).map(\.lowercased)
    let last = letters.last
    let found = Self.words.first { word, _ in
      word.last == last && letters.suffix(word.count).elementsEqual(word)
    }
    if let found {
      self = found.naming
    } else if letters.elementsEqual("pass".utf8) {
      self = .password
    } else {
      return nil
    }
  }

  private static let words: [(word: [UInt8], naming: Naming)] =
    [
      "password", "passwd", "passphrase", "pwd", "dbpass", "userpass", "pgpass",
    ].map { (Array($0.utf8), .password) }
    + [
      "token", "secret", "apikey", "secretkey", "accesskey", "accountkey", "appkey", "privatekey",
      "signingkey", "encryptionkey", "masterkey", "routingkey", "integrationkey", "servicekey",
      "licensekey", "sig",
    ].map { (Array($0.utf8), .key) } + [(Array("authorization".utf8), .authorization)]

  /// The last letters of all these words, so that most names need no second look.
  static let ends = ByteSet { "dsetyng".utf8.contains($0.lowercased) }
}

extension SecretScanner {
  private static let nameBytes = ByteSet { $0.isAlphanumeric || "_-.".utf8.contains($0) }
  /// What may be between a name and its sign.
  private static let marks = ByteSet { "\"'`* ".utf8.contains($0) }
  private static let loginBytes = ByteSet { $0.isAlphanumeric || "_-.@".utf8.contains($0) }

  /// A value after `password=`, `"api_key": "` and the like; the sign is at an offset.
  mutating func namedSecret(at sign: Int) -> Secret? {
    var end = sign
    // `"name": …`, `**Name**: …`, `name = …`.
    while end > 0, sign - end < 4, Self.marks.contains(bytes[end - 1]) { end -= 1 }
    guard end > 0, Naming.ends.contains(bytes[end - 1]) else { return nil }
    var start = end
    while start > 0, end - start < 40, Self.nameBytes.contains(bytes[start - 1]) { start -= 1 }
    guard let naming = Naming(bytes[start..<end]) else { return nil }
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
    var start = colon
    while start > 0, colon - start < 64, Self.loginBytes.contains(bytes[start - 1]) { start -= 1 }
    // Before the name there is a space, or its quote.
    guard start < colon, start > 3, bytes[start - 1] == .space || bytes[start - 2] == .space else {
      return nil
    }
    let name = bytes[start..<colon]
    var before = bytes[..<start].suffix(8)
    if let last = before.last, last == UInt8(ascii: "'") || last == UInt8(ascii: "\"") {
      before.removeLast()
    }
    let isOption = [" -u ", " --user ", " -u"].contains {
      before.suffix($0.utf8.count).elementsEqual($0.utf8)
    }
    guard isOption else { return nil }
    let value = self.value(from: colon + 1)
    guard !value.elementsEqual(name), !value.allSatisfy(\.isDigit), value.count >= 4,
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
