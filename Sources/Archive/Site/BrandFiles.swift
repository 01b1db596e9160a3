internal import Diagnostics
internal import Learning
internal import Publishing
internal import Templates
internal import Vocabulary

/// What makes the archive look like the team's: a style sheet with its colour, its logo, and its own style sheet.
extension ArchiveSite {
  var brandFiles: [OutputFile] {
    var files: [OutputFile] = []
    if let style = Self.style(of: library.configuration.brand) {
      files.append(
        OutputFile(path: Self.folder + Self.brandStyle, origin: library.folder) { style })
    }
    let stylesheet = library.configuration.brand.stylesheet
      .flatMap { Self.asset($0, in: library) }.map { (path: $0, url: Self.teamStyle) }
    for (path, url) in [Self.logo(of: library), stylesheet].compactMap(\.self) {
      files.append(
        OutputFile(
          path: Self.folder + url, origin: path, copying: path,
          stripsMetadata: library.configuration.stripsMetadata))
    }
    return files
  }

  /// What the frame of every page says of the brand.
  static func brand(of library: Library) -> TemplateRecord {
    let brand = library.configuration.brand
    let hasStyle = brand.stylesheet.flatMap { asset($0, in: library) } != nil
    let styles = (brand.accent == nil ? [] : [brandStyle]) + (hasStyle ? [teamStyle] : [])
    return [
      "styles": .list(styles.map { .text($0) }), "logo": .optional(logo(of: library)?.url),
    ]
  }

  /// What is wrong with the files that `site.yml` names.
  static func brandFindings(of library: Library) -> [Diagnostic] {
    let brand = library.configuration.brand
    return [("logo", brand.logo), ("stylesheet", brand.stylesheet)].compactMap { key, field in
      guard let field, asset(field, in: library) == nil else { return nil }
      return Diagnostic(
        code: "BS017", level: .error, path: library.root + settings, range: field.range,
        message: "'\(key)' names no file of the content: '\(field.written)' is not there",
        help:
          "write its path from the content folder, as in 'brand/\(key == "logo" ? "logo.svg" : "extra.css")'"
      )
    }
  }

  private static let settings = "site.yml"
  private static let brandStyle = "brand.css"
  private static let teamStyle = "team.css"

  private static func logo(of library: Library) -> (path: String, url: String)? {
    guard let path = library.configuration.brand.logo.flatMap({ asset($0, in: library) }) else {
      return nil
    }
    return (path, "logo.\(path.split(separator: ".").last ?? "svg")")
  }

  /// The file of the content that a setting names.
  private static func asset(_ field: Field<String>, in library: Library) -> String? {
    guard
      case .asset(let path) = library.links.target(of: field.written, from: library.root + settings)
    else { return nil }
    return path
  }

  /// The accent in both schemes, for the archive and, as Infima's variables, for Docusaurus.
  private static func style(of brand: Brand) -> [UInt8]? {
    guard let light = brand.light, let dark = brand.dark else { return nil }
    func rules(_ scheme: Brand.Scheme, ink: BrandColor) -> String {
      "--accent:\(scheme.accent);--link:\(scheme.accent);--accent-soft:\(scheme.soft);--accent-ink:\(ink);"
        + "--ifm-color-primary:\(scheme.accent)"
    }
    let darkInk = BrandColor(red: 0x0B, green: 0x15, blue: 0x19)
    let text = """
      :root{\(rules(light, ink: .white))}
      :root[data-theme="dark"]{\(rules(dark, ink: darkInk))}
      @media (prefers-color-scheme:dark){:root:not([data-theme="light"]){\(rules(dark, ink: darkInk))}}
      @media print{:root,:root[data-theme="dark"],:root:not([data-theme="light"]){\(rules(light, ink: .white))}}

      """
    return Array(text.utf8)
  }
}
