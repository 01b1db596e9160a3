internal import Bytes
package import Diagnostics
internal import Publishing
internal import Templates

/// The page shells, partials, style sheets and scripts of the archive, as a team may have changed them.
package struct ArchiveTemplates: Sendable {
  /// The templates that pages name; partials are found by the templates themselves.
  enum Page: String, CaseIterable {
    case about
    case actions
    case communicate
    case decide
    case facet
    case facetList = "facet-list"
    case health
    case home
    case incident
    case incidents
    case incidentRow = "partials/incident-row"
    case insights
    case notFound = "not-found"
    case rules
    case runbook
    case runbooks
    case search
    case terms
    case tree
  }

  /// A file that every page may use as it is.
  struct Asset: Sendable {
    let name: String
    let bytes: [UInt8]
  }

  /// What is wrong with the templates: `BS030` in one of them, `BS048` for one that nothing uses.
  package let diagnostics: [Diagnostic]
  let assets: [Asset]
  private let set: TemplateSet
  /// Where each file is, as the user knows it, by its path in the folder.
  private let places: [String: String]

  /// - Parameters:
  ///   - files: every file with its path in the folder of the templates, as `partials/pager.mustache`.
  ///   - added: those of the team that take the place of none of the program's.
  package init(_ files: [(path: String, file: SourceFile)], added: Set<String> = []) {
    var sources: [(name: String, file: SourceFile)] = []
    var assets: [Asset] = []
    for (path, file) in files {
      if path.hasSuffix(Self.ending) {
        sources.append((String(path.dropLast(Self.ending.utf8.count)), file))
      } else {
        let isStyle = path.hasSuffix(".css")
        assets.append(
          Asset(name: path, bytes: isStyle ? CompactStyleSheet(file.bytes).bytes : file.bytes))
      }
    }
    set = TemplateSet(parsing: sources, fields: Self.fields)
    self.assets = assets
    places = Dictionary(files.map { ($0.path, $0.file.path) }) { first, _ in first }
    diagnostics = set.diagnostics + Self.unused(added, among: files)
  }

  /// - Throws: `BS030` when there is none, because the set was made without it.
  func template(_ page: Page) throws(Diagnostic) -> Template {
    guard let template = set.template(page.rawValue) else {
      let name = page.rawValue + Self.ending
      throw Diagnostic(
        code: "BS030", level: .error, path: path(of: page), message: "template '\(name)' is missing"
      )
    }
    return template
  }

  /// Where a template is, as the user knows it.
  func path(of page: Page) -> String { place(of: page.rawValue + Self.ending) }

  func path(of asset: Asset) -> String { place(of: asset.name) }

  private func place(of name: String) -> String { places[name] ?? name }

  private static let ending = ".mustache"

  /// Whether a text holds a name that goes on with no letter or digit.
  private static func mentions(_ name: String, in text: [UInt8]) -> Bool {
    var rest = text[...]
    while let range = rest.firstRange(of: name.utf8) {
      rest = rest[range.upperBound...]
      if rest.first.map({ !$0.isAlphanumeric }) ?? true { return true }
    }
    return false
  }

  /// `BS048` for each added file that no other file names.
  private static func unused(
    _ added: Set<String>, among files: [(path: String, file: SourceFile)]
  ) -> [Diagnostic] {
    files.filter { added.contains($0.path) }.compactMap { path, file in
      let isTemplate = path.hasSuffix(ending)
      let name = isTemplate ? String(path.dropLast(ending.utf8.count)) : path
      if files.contains(where: { $0.path != path && mentions(name, in: $0.file.bytes) }) {
        return nil
      }
      let known = files.map(\.path).filter { !added.contains($0) }
      return Diagnostic(
        code: "BS048", level: .note, path: file.path,
        message: "no template uses '\(path)', and build-site has none of this name",
        help: nearestName(to: path, among: known).map { "did you mean '\($0)'?" }
          ?? "name it in another template, or remove it")
    }
  }
}
