package import Diagnostics
internal import Publishing
internal import Templates

/// The page shells, partials, style sheet and script of the archive, as a team may have changed
/// them.
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

  /// What is wrong with the templates: `BS030` in one of them, `BS031` for one that is missing.
  package let diagnostics: [Diagnostic]
  let assets: [Asset]
  private let set: TemplateSet
  private let folder: String

  /// - Parameters:
  ///   - files: every file of the folder with its path below it, as `partials/pager.mustache`.
  ///   - folder: the folder as the user knows it, for what is missing.
  package init(_ files: [(path: String, file: SourceFile)], folder: String) {
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
    self.folder = folder
    let names = Page.allCases.filter { [set] in set.template($0.rawValue) == nil }
      .map { $0.rawValue + Self.ending }
    let missing = names + Self.assetNames.filter { name in !assets.contains { $0.name == name } }
    diagnostics = set.diagnostics + missing.map { Self.isMissing($0, in: folder) }
  }

  /// - Throws: `BS031` when the folder does not have it.
  func template(_ page: Page) throws(Diagnostic) -> Template {
    guard let template = set.template(page.rawValue) else {
      throw Self.isMissing(page.rawValue + Self.ending, in: folder)
    }
    return template
  }

  /// Where a template is, as the user knows it.
  func path(of page: Page) -> String { "\(folder)/\(page.rawValue)\(Self.ending)" }

  func path(of asset: Asset) -> String { "\(folder)/\(asset.name)" }

  private static let ending = ".mustache"
  private static let assetNames = [
    "archive.css", "archive.js", "facets.js", "icon.svg", "results.js", "search.js",
  ]

  private static func isMissing(_ name: String, in folder: String) -> Diagnostic {
    Diagnostic(
      code: "BS031", level: .error, path: folder, message: "template '\(name)' is missing",
      help: "restore '\(folder)/\(name)' from build-site's own templates")
  }
}
