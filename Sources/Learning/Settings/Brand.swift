package import Vocabulary

/// How a team's site looks different from others: its colour, its logo and its own style sheet.
package struct Brand: Hashable, Sendable {
  /// The colour of links and buttons.
  package var accent: BrandColor?
  /// Paths of files from the content folder, as written.
  package var logo: Field<String>?
  package var stylesheet: Field<String>?

  package init() {}

  /// The accent in one scheme: as the team gave it where text in it can be read, else nearer to black or white.
  package struct Scheme: Hashable, Sendable {
    package let accent: BrandColor
    /// The ground of marked parts, which have text in the accent.
    package let soft: BrandColor
  }

  /// On light ground, whose darkest is the paper of the archive's style sheet.
  package var light: Scheme? {
    scheme(on: BrandColor(red: 0xF5, green: 0xF6, blue: 0xF8), toward: .black, softening: 88)
  }

  /// On dark ground, whose lightest is the surface of the archive's style sheet.
  package var dark: Scheme? {
    scheme(on: BrandColor(red: 0x17, green: 0x1C, blue: 0x23), toward: .white, softening: 82)
  }

  /// WCAG 2.2, success criterion 1.4.3.
  private static let leastContrast = 4.5

  private func scheme(
    on ground: BrandColor, toward end: BrandColor, softening: Int
  ) -> Scheme? {
    guard let given = accent else { return nil }
    for percent in stride(from: 0, through: 100, by: 2) {
      let accent = given.mixed(with: end, percent: percent)
      let soft = given.mixed(with: ground, percent: softening)
      if accent.contrast(with: ground) >= Self.leastContrast,
        accent.contrast(with: soft) >= Self.leastContrast
      {
        return Scheme(accent: accent, soft: soft)
      }
    }
    return nil
  }
}
