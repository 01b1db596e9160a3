internal import Bytes
package import Diagnostics

/// A place in a file that holds what must not be published.
package struct Secret: Hashable, Sendable {
  /// What it is called: "GitHub token".
  package let name: String
  package let code: String
  /// Byte offsets of the secret itself, on one line.
  package let range: Range<Int>
  /// Byte offsets of everything that gives it away; for a key of several lines, more than ``range``.
  package let whole: Range<Int>

  init(_ name: String, _ code: String, range: Range<Int>, whole: Range<Int>? = nil) {
    self.name = name
    self.code = code
    self.range = range
    self.whole = whole ?? range
  }

  /// What nobody may read in a report: all but the first quarter of the secret, of which at most four
  /// characters are shown.
  package var hidden: Range<Int> {
    range.lowerBound + min(4, range.count / 4)..<whole.upperBound
  }

  package func finding(in file: SourceFile, isMarkdown: Bool) -> Diagnostic {
    let shown = String(decoding: file.bytes[range.lowerBound..<hidden.lowerBound], as: UTF8.self)
    let allowing =
      isMarkdown
      ? "if it opens nothing, write '<!-- build-site allow \(code): reason -->' above it"
      : "if it opens nothing, allow it in site.yml, as in 'allow: {\"\(file.path)\": {\(code): reason}}'"
    return Diagnostic(
      code: code, level: .error, path: file.path, range: file.range(of: range),
      message: "this looks like a secret (\(name)): '\(shown)…'",
      help: "revoke it, and write a stand-in such as '<secret>'; \(allowing)")
  }
}

extension [Secret] {
  /// What a report must not quote, in the order of the file.
  package var hidden: [Range<Int>] { map(\.hidden) }
}
