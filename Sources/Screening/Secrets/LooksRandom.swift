internal import Bytes

/// Tells random text from names, words and examples.
enum LooksRandom {
  /// Whether a value is one that stands for a secret in an example: `<token>`, `$TOKEN`, `xxxx`, `***`,
  /// `changeme`, a row of the alphabet.
  static func isPlaceholder(_ value: ArraySlice<UInt8>) -> Bool {
    guard let first = value.first, let last = value.last else { return true }
    if "$<{%[(*".utf8.contains(first) || (first == last && value.count == 1) { return true }
    if value.contains(where: { $0 >= 0x80 }) && String(decoding: value, as: UTF8.self).contains("…")
    {
      return true
    }
    var repeats = 1
    var steps = 0
    for (left, right) in zip(value, value.dropFirst()) {
      repeats = left == right ? repeats + 1 : 1
      // Four signs of a mask, or more of any sign than chance brings.
      if repeats >= ("xX*.-_".utf8.contains(right) ? 4 : 6) { return true }
      if right == left &+ 1 { steps += 1 }
    }
    if value.count >= 8, steps * 2 > value.count { return true }
    let folded = value.map(\.lowercased)
    return examples.contains { folded.offset(of: $0, in: 0..<folded.count) != nil }
      || isWord(folded)
  }

  /// Whether the letters and digits of a value in small letters are one of ``words``.
  private static func isWord(_ value: [UInt8]) -> Bool {
    guard value.allSatisfy({ $0 < 0x80 }) else {
      let text = String(decoding: value, as: UTF8.self)
      return words.contains(text.filter { $0.isLetter || $0.isNumber })
    }
    let letters = value.filter(\.isAlphanumeric)
    return letters.count <= longestWord && words.contains(String(decoding: letters, as: UTF8.self))
  }

  private static let longestWord = words.reduce(0) { max($0, $1.utf8.count) }

  /// Words anywhere in a value that say it is none.
  private static let examples: [[UInt8]] = [
    "example", "redacted", "changeme", "change-me", "change_me", "placeholder", "dummy", "your-",
    "your_", "yourpass", "yourtoken", "yourkey", "not-a-real", "xxx", "***", "....", "insert",
    "replace", "todo", "censored", "removed", "masked", "testonly", "test-only", "test_only",
    "hidden", "1234567890", "abcdef123456",
  ].map { Array($0.utf8) }

  /// Whole values that are no secrets: what a form, a log or a sentence says after "password".
  private static let words: Set<String> = [
    "", "true", "false", "null", "none", "nil", "undefined", "empty", "blank", "unset", "unknown",
    "yes", "no", "on", "off", "required", "optional", "string", "text", "value", "password",
    "passwd",
    "pass", "pwd", "pw", "secret", "token", "key", "apikey", "credentials", "foo", "bar", "foobar",
    "test",
    "user", "username", "name", "default", "auto", "prompt", "stdin", "file", "env", "vault",
    "hash",
    "hashed", "encrypted", "plain", "plaintext", "basic", "bearer", "sha256", "sha512", "md5",
    "bcrypt",
    "scram", "wrong", "incorrect", "invalid", "expired", "missing", "failed", "failure", "ok",
    "reset",
    "changed", "rotated", "revoked", "same", "new", "old", "current", "previous", "temp",
    "temporary",
    "abc", "abc123", "123", "1234", "12345", "123456", "1234567", "12345678", "123456789",
    "pa55word",
    "s3cret", "mysecret", "mypassword", "mytoken", "somepassword", "somesecret", "thepassword",
  ]

  /// Whether a value is mixed and varied like a generated key, not like a name or an identifier.
  static func isKey(_ value: ArraySlice<UInt8>) -> Bool {
    guard value.count >= 16, !isPlaceholder(value), !isUUID(value) else { return false }
    let letters = value.count(where: \.isLetter)
    let digits = value.count(where: \.isDigit)
    guard letters >= 2, digits >= 2, Set(value).count >= 8 else { return false }
    return !isName(value) && !value.starts(with: "/".utf8)
  }

  /// Words or numbers with signs between: `checkout-db-credentials-v2`, `2026-01-10`.
  private static func isName(_ value: ArraySlice<UInt8>) -> Bool {
    let parts = value.split { "-_./:".utf8.contains($0) }
    return parts.count > 1
      && parts.allSatisfy { part in
        let digits = part.drop { $0.isLetter }
        return part.count < 16 && digits.allSatisfy(\.isDigit) && digits.count < 8
      }
  }

  /// 8, 4, 4, 4 and 12 hexadecimal digits.
  static func isUUID(_ value: ArraySlice<UInt8>) -> Bool {
    let parts = value.split(separator: .hyphen)
    return parts.map(\.count) == [8, 4, 4, 4, 12]
      && parts.allSatisfy { $0.allSatisfy(\.isHexDigit) }
  }

  /// How many of the four classes of characters a value has: small letters, capitals, digits and others.
  static func classes(of value: ArraySlice<UInt8>) -> Int {
    [
      value.contains(where: \.isLowercase), value.contains(where: \.isUppercase),
      value.contains(where: \.isDigit), value.contains { !$0.isAlphanumeric },
    ].count { $0 }
  }
}
