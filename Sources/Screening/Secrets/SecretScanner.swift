internal import Bytes

/// Finds secrets in the bytes of a file, in one pass over them.
///
/// It is a best effort: a secret that is split over lines, encoded once more or interrupted by characters that
/// do not show is not found; a private key is, whatever follows it.
package struct SecretScanner {
  let bytes: [UInt8]
  private(set) var secrets: [Secret] = []
  /// Where the latest run of bytes of each kind ends, and where its token does, by the kind's index: many
  /// words may begin in one run.
  private var ends = Array(repeating: (run: 0, token: 0), count: SecretKind.all.count)

  package static func secrets(in bytes: [UInt8]) -> [Secret] {
    var scanner = SecretScanner(bytes: bytes)
    scanner.scan()
    return scanner.secrets
  }

  private init(bytes: [UInt8]) { self.bytes = bytes }

  // MARK: The pass

  /// What a byte means to the pass.
  private enum Role {
    static let none: UInt8 = 0
    static let word: UInt8 = 1
    /// A byte at which something may be decided: `=`, `:`, `-` and a backslash.
    static let pivot: UInt8 = 2
  }

  private static let roles: [UInt8] = (0...UInt8.max).map { byte in
    if byte.isAlphanumeric || byte == .underscore { return Role.word }
    return "=:-\\".utf8.contains(byte) ? Role.pivot : Role.none
  }

  /// Whether some kind begins with three bytes that hash to an index: few words do.
  private static let gate: [Bool] = {
    var gate = Array(repeating: false, count: 4096)
    for prefix in SecretKind.all.flatMap(\.prefixes) {
      gate[hash(prefix[0], prefix[1], prefix[2])] = true
    }
    return gate
  }()

  /// The kinds by their first byte, with the prefix.
  private static let kinds: [[(prefix: [UInt8], index: Int)]] = {
    var kinds: [[(prefix: [UInt8], index: Int)]] = Array(repeating: [], count: 128)
    for (index, kind) in SecretKind.all.enumerated() {
      for prefix in kind.prefixes { kinds[Int(prefix[0])].append((prefix, index)) }
    }
    return kinds
  }()

  @inline(__always)
  private static func hash(_ first: UInt8, _ second: UInt8, _ third: UInt8) -> Int {
    (Int(first) << 7 ^ Int(second) << 4 ^ Int(third)) & 0xFFF
  }

  private mutating func scan() {
    unsafe Self.roles.withUnsafeBufferPointer { roles in
      unsafe Self.gate.withUnsafeBufferPointer { gate in
        unsafe bytes.withUnsafeBufferPointer { text in
          unsafe scan(text, roles, gate)
        }
      }
    }
  }

  private mutating func scan(
    _ text: UnsafeBufferPointer<UInt8>, _ roles: UnsafeBufferPointer<UInt8>,
    _ gate: UnsafeBufferPointer<Bool>
  ) {
    let end = text.count - 2
    var offset = 0
    while offset < end {
      switch unsafe roles[Int(text[offset])] {
      case Role.word:
        if unsafe gate[Self.hash(text[offset], text[offset + 1], text[offset + 2])],
          let found = token(at: offset)
        {
          offset = add(found)
        } else {
          offset += 1
        }
        while offset < end, unsafe roles[Int(text[offset])] == Role.word { offset += 1 }
      case Role.pivot:
        if let found = unsafe secret(after: text[offset], at: offset) {
          offset = add(found)
        } else {
          // After a backslash, the letter of `\n` in a text of JSON is no part of the next word.
          offset += unsafe text[offset] == .backslash ? 2 : 1
        }
      default: offset += 1
      }
    }
  }

  /// - Returns: Where to go on.
  private mutating func add(_ secret: Secret) -> Int {
    secrets.append(secret)
    return secret.whole.upperBound
  }

  private mutating func secret(after pivot: UInt8, at offset: Int) -> Secret? {
    let next = offset + 1 < bytes.count ? bytes[offset + 1] : .newline
    switch pivot {
    case .hyphen where next == .hyphen: return privateKey(at: offset) ?? namedOption(at: offset)
    case .colon where next == .slash: return password(inAddressAt: offset)
    case .colon where next == UInt8(ascii: "A"):
      return telegramToken(at: offset) ?? namedSecret(at: offset) ?? login(at: offset)
    case .colon where next.isWhitespace: return namedSecret(at: offset)
    case .colon: return namedSecret(at: offset) ?? login(at: offset)
    case UInt8(ascii: "="): return namedSecret(at: offset)
    default: return nil
    }
  }

  // MARK: Tokens

  /// The token of a service that begins at an offset.
  mutating func token(at offset: Int) -> Secret? {
    guard offset + 1 < bytes.count else { return nil }
    let second = bytes[offset + 1]
    for (prefix, index) in Self.kinds[Int(bytes[offset])]
    where prefix[1] == second && bytes[offset...].starts(with: prefix) {
      let kind = SecretKind.all[index]
      let start = offset + prefix.count
      if ends[index].run <= start {
        let run = bytes[start...].prefix { kind.body.contains($0) }
        // Without a full stop, or a sign of the text around it.
        let token = run.trimmingEnd { !$0.isAlphanumeric && $0 != UInt8(ascii: "=") }
        ends[index] = (run.endIndex, token.endIndex)
      }
      let body = bytes[start..<max(start, ends[index].token)]
      guard body.count >= kind.fewest, kind.isValid(body), isRandom(body, kind) else { continue }
      // The word before a bearer token gives nothing away.
      let isHeader = prefix.last == .space
      return Secret(kind.name, kind.code, range: (isHeader ? start : offset)..<body.endIndex)
    }
    return nil
  }

  private func isRandom(_ body: ArraySlice<UInt8>, _ kind: SecretKind) -> Bool {
    // Long enough to tell; a token may be of any length.
    let sample = body.prefix(256)
    if kind.isMixed, !sample.contains(where: \.isDigit) || !sample.contains(where: \.isLetter) {
      return false
    }
    return Set(sample).count >= 6 && !LooksRandom.isPlaceholder(sample)
  }

  /// `123456789:AA…`, the number of a bot and 35 characters.
  ///
  /// See <https://core.telegram.org/bots/api#authorizing-your-bot>.
  private func telegramToken(at colon: Int) -> Secret? {
    guard colon + 36 <= bytes.count, bytes[colon + 1] == UInt8(ascii: "A") else { return nil }
    let number = bytes[max(colon - 12, 0)..<colon].reversed().prefix { $0.isDigit }.count
    let body = bytes[(colon + 1)...].prefix(40).prefix { SecretKind.base64URL.contains($0) }
    guard (8...11).contains(number), body.count == 35, isRandom(body, SecretKind.all[0]) else {
      return nil
    }
    return Secret("Telegram bot token", SecretCode.token, range: colon - number..<body.endIndex)
  }
}

extension ArraySlice<UInt8> {
  func trimmingEnd(_ isTrimmed: (UInt8) -> Bool) -> ArraySlice<UInt8> {
    var slice = self
    while let last = slice.last, isTrimmed(last) { slice.removeLast() }
    return slice
  }
}
