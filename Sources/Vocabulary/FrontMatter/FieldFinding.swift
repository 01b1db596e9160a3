package import Diagnostics

/// What is wrong with a key or a value of front matter or of a settings file, worded the same everywhere.
package enum FieldFinding {
  /// `BS016` for an unknown key, with the nearest known one.
  ///
  /// `document` is what the keys belong to, as in "a review's front matter"; `shown` are the keys that the
  /// help lists when no known key is near.
  package static func unknown(
    _ key: String, of document: String, among known: [String], shown: [String]? = nil,
    at range: SourceRange, in file: SourceFile
  ) -> Diagnostic {
    let near = nearestName(to: key, among: known)
    return finding(
      "BS016", .warning, "'\(key)' is not a key of \(document)",
      near.map(didYouMean)
        ?? "remove it, or use one of: \((shown ?? known).joined(separator: ", "))",
      at: range, in: file)
  }

  /// `BS016` as a note for another word for a key; `isThere` when the key itself is present too.
  static func alias(
    _ key: String, of name: String, isThere: Bool, in document: String, at range: SourceRange,
    in file: SourceFile
  ) -> Diagnostic {
    finding(
      "BS016", .note, "'\(key)' is not a key of \(document)",
      isThere ? "remove it: '\(name)' is there already" : "write '\(name)'",
      at: range, in: file)
  }

  /// `BS017` for a value of the wrong kind; reads "'key' is not …".
  package static func wrongKind(
    _ key: String, _ kind: FieldTable.Kind, at range: SourceRange, in file: SourceFile
  ) -> Diagnostic {
    let (wanted, help) = words(for: kind, key)
    return finding("BS017", .error, "'\(key)' is not \(wanted)", help, at: range, in: file)
  }

  /// `BS065` for a key with nothing behind it.
  static func empty(_ key: String, at range: SourceRange, in file: SourceFile) -> Diagnostic {
    finding(
      "BS065", .note, "'\(key)' has no value", "write one, or remove the line", at: range, in: file)
  }

  /// `BS017` as a warning for several values in one text.
  static func commas(
    _ key: String, _ text: String, at range: SourceRange, in file: SourceFile
  ) -> Diagnostic {
    finding(
      "BS017", .warning, "'\(key)' is one text with commas",
      "write a list, as in '\(key): [\(text)]'",
      at: range, in: file)
  }

  /// `BS017` for an entry of a list that is not a text.
  static func wrongEntry(_ key: String, at range: SourceRange, in file: SourceFile) -> Diagnostic {
    finding(
      "BS017", .error, "an entry of '\(key)' is not a text", "write one word or phrase per entry",
      at: range, in: file)
  }

  private static func words(for kind: FieldTable.Kind, _ key: String) -> (
    wanted: String, help: String
  ) {
    switch kind {
    case .text, .textOrMapping, .any: ("a single value", "write one value after '\(key):'")
    case .list, .people: ("a list", "write a list, as in '\(key): [api, web]'")
    case .flag: ("true or false", "write 'true' or 'false' after '\(key):'")
    case .count: ("a whole number above 0", "write digits only, as in '\(key): 15'")
    case .day: ("a valid date", "write the day as YYYY-MM-DD, as in '2026-01-31'")
    }
  }

  private static func finding(
    _ code: String, _ level: Level, _ message: String, _ help: String, at range: SourceRange,
    in file: SourceFile
  ) -> Diagnostic {
    Diagnostic(
      code: code, level: level, path: file.path, range: range, message: message, help: help
    ).quoting(file)
  }
}
