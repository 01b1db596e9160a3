internal import Bytes
package import Diagnostics
package import YAML

/// The language of a page as a tag of BCP 47, such as `de` or `pt-BR`.
package enum Language {
  /// What the front matter says, as `lang:`, `language:` or `locale:`; `nil` for anything but a tag.
  package static func stated(in root: YAMLNode?) -> String? {
    ["lang", "language", "locale"].lazy.compactMap { root?[$0]?.text.flatMap(tag) }.first
  }

  /// `BS047` for a `lang:` that is not a tag; the other keys have meanings elsewhere.
  package static func findings(in root: YAMLNode?, of file: SourceFile) -> [Diagnostic] {
    guard let node = root?["lang"], !node.isNull, node.text.flatMap(tag) == nil else { return [] }
    return [
      Diagnostic(
        code: "BS047", level: .warning, path: file.path, range: node.range,
        message: "'\(node.text ?? "lang")' is not a language tag",
        help: "write two letters, as in 'de', or a tag such as 'pt-BR'"
      ).quoting(file)
    ]
  }

  /// A tag as written, with `-` for `_`; `nil` unless it begins with two or three letters and goes on with parts of
  /// letters and digits.
  package static func tag(_ text: String) -> String? {
    let parts = text.split(omittingEmptySubsequences: false) { $0 == "-" || $0 == "_" }
    guard let first = parts.first, (2...3).contains(first.utf8.count),
      first.utf8.allSatisfy(\.isLetter),
      parts.dropFirst().allSatisfy({ part in
        (1...8).contains(part.utf8.count)
          && part.utf8.allSatisfy(\.isAlphanumeric)
      })
    else { return nil }
    return parts.joined(separator: "-")
  }

  /// The language or, where several share a script, the script that most letters of some texts are written in;
  /// `nil` for Latin. Looks at the first 20,000 scalars.
  @inlinable
  package static func ofScript(in texts: some Collection<String>) -> String? {
    texts.contains(where: isForeign) ? script(of: Array(texts)) : nil
  }

  /// Whether a text may have letters of other scripts: these begin with some bytes; 0xE2 is that of quotes,
  /// dashes and arrows.
  @usableFromInline
  package static func isForeign(_ text: String) -> Bool {
    !isASCII(text) && text.utf8.contains { $0 >= 0xCD && $0 != 0xE2 }
  }

  @usableFromInline
  package static func script(of texts: [String]) -> String? {
    var counts: [String: Int] = [:]
    var latin = 0
    var looked = 0
    for text in texts {
      guard looked < 20_000 else { break }
      for scalar in text.unicodeScalars {
        looked += 1
        guard scalar.properties.isAlphabetic else { continue }
        if let name = script(of: scalar.value) { counts[name, default: 0] += 1 } else { latin += 1 }
      }
    }
    // Japanese is written with Chinese characters and its own.
    if let kana = counts["ja"], let han = counts["zh"], kana * 10 > han {
      counts["ja"] = kana + han
      counts["zh"] = nil
    }
    guard let most = counts.max(by: { ($0.value, $1.key) < ($1.value, $0.key) }) else { return nil }
    return most.value > latin ? most.key : nil
  }

  /// All bytes at once, because nearly every text is.
  private static func isASCII(_ text: String) -> Bool {
    unsafe text.utf8.withContiguousStorageIfAvailable { unsafe $0.reduce(0, |) < 0x80 } ?? false
  }

  private static func script(of value: UInt32) -> String? {
    switch value {
    case 0x0370...0x03FF, 0x1F00...0x1FFF: "el"
    case 0x0400...0x052F: "und-Cyrl"
    case 0x0530...0x058F: "hy"
    case 0x0590...0x05FF: "he"
    case 0x0600...0x06FF, 0x0750...0x077F, 0x08A0...0x08FF: "und-Arab"
    case 0x0900...0x097F: "und-Deva"
    case 0x0980...0x09FF: "bn"
    case 0x0B80...0x0BFF: "ta"
    case 0x0E00...0x0E7F: "th"
    case 0x10A0...0x10FF: "ka"
    case 0x1100...0x11FF, 0xAC00...0xD7AF: "ko"
    case 0x3040...0x30FF: "ja"
    case 0x3400...0x4DBF, 0x4E00...0x9FFF, 0x20000...0x2FA1F: "zh"
    default: nil
    }
  }
}
