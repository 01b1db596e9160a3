internal import Vocabulary

extension Incident {
  /// The severity as pages show it: its name on the team's scale, or else the author's word.
  package var severityLabel: String? { severity?.name ?? severityWord }

  /// The style of its badge: that of its place on the scale, or `word` for a word that is on none.
  package var severityTone: String? {
    severity?.tone ?? severityWord.map { _ in "word" }
  }

  private static let longestWord = 40

  /// The author's word, short enough for a badge; `nil` for a placeholder such as "TBD".
  private var severityWord: String? {
    guard let text = severityWritten?.oneLine, !text.isEmpty, !SectionContent.isPlaceholder(text)
    else { return nil }
    return text.count > Self.longestWord ? "\(text.prefix(Self.longestWord - 1))…" : text
  }
}
