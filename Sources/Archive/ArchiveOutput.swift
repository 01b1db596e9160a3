package import Diagnostics
internal import Learning
package import Publishing

extension Output {
  /// Plain pages that open by double click: one per incident and runbook, lists of them, decision
  /// trees, figures and a search.
  ///
  /// Templates with a diagnostic of level error make pages that throw it; without `templates` only the
  /// paths of the pages are of use. The rules have a page when they are given.
  package static func archive(
    templates: ArchiveTemplates?, rules: [RuleDescription] = []
  ) -> Output {
    Output(
      name: "archive",
      check: { (templates?.diagnostics ?? []) + ArchiveSite.brandFindings(of: $0) },
      plan: { library in
        let site = ArchiveSite(
          library: library, templates: templates ?? ArchiveTemplates([]), rules: rules)
        let files = ArchiveSite.pages.flatMap { $0(site) }
        return files + site.sitemap(of: files) + site.redirects
      })
  }
}

extension ArchiveSite {
  /// The kinds of pages; a new one is one word here.
  static let pages: [@Sendable (ArchiveSite) -> [OutputFile]] = [
    \.homePage, \.markdownPages, \.incidentPages, \.incidentIndex, \.facetData, \.facetPages,
    \.runbookPages,
    \.healthPage, \.decidePages, \.communicatePage, \.actionsPage, \.insightsPage, \.searchPages,
    \.termPages, \.aboutPage, \.rulesPage, \.notFoundPage,
    \.siteJSON, \.schemas, \.feeds, \.calendar, \.tables, \.pageList, \.assetFiles, \.brandFiles,
  ]
}
