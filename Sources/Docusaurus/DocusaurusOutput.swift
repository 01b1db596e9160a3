internal import Diagnostics
internal import Incidents
internal import Learning
package import Publishing
internal import Runbooks

extension Output {
  /// Posts, docs and vocabularies for the Docusaurus project in `site/`.
  package static let docusaurus = Output(name: "docusaurus", check: AuthorKeys.findings) {
    library in
    let site = SiteMap(library)
    return posts(of: site) + runbooks(of: site) + LearningDocs(site: site).files
      + assets(of: site) + redirects(of: site)
  }

  private static func posts(of site: SiteMap) -> [OutputFile] {
    let tags = TagVocabulary(site.library)
    let authors = AuthorVocabulary(site.library)
    let root = site.library.root
    var files = [
      VocabularyFiles.authors(authors, from: root),
      VocabularyFiles.tags(tags.tags, in: "blog", from: root),
    ].compactMap { $0 }
    guard site.posts.contains(where: { $0 != nil }) else { return [] }
    for (index, post) in site.posts.enumerated() {
      guard let post else { continue }
      let incident = site.library.incidents[index]
      let page = BlogPost(
        site: site, tags: tags.keys(of: incident), authors: authors.keys(of: incident),
        index: index,
        post: post)
      files.append(
        OutputFile(
          path: "blog/\(post.file)", origin: incident.path, source: incident.document.name,
          prepare: page.prepared))
    }
    return files
  }

  private static func runbooks(of site: SiteMap) -> [OutputFile] {
    let tags = RunbookTags(site.library)
    var files = RunbookIndex(site: site).files
    let vocabulary = VocabularyFiles.tags(tags.tags, in: "docs", from: site.library.root)
    if let vocabulary { files.append(vocabulary) }
    for (index, runbook) in site.library.runbooks.enumerated() {
      let page = RunbookDoc(site: site, tags: tags.keys(of: runbook), index: index)
      files.append(
        OutputFile(
          path: site.runbooks[index].path, address: site.runbooks[index].permalink,
          origin: runbook.path, source: runbook.path, prepare: page.prepared))
    }
    return files
  }

  /// Pages at old addresses of the blog and the docs. They are static files: the posts and docs of Docusaurus
  /// cannot redirect, and its plugin for that is not among the packages of the site.
  private static func redirects(of site: SiteMap) -> [OutputFile] {
    RedirectPage.files(of: site.library, below: "static") { address, page in
      guard !address.hasPrefix(PageAddresses.archive) else { return nil }
      switch page {
      case .incident(let index, _):
        return site.posts[index]?.permalink
          ?? "\(PageAddresses.archive)/\(site.library.incidents[index].archivePage)"
      case .runbook(let index): return site.runbooks[index].permalink
      }
    }
  }

  private static func assets(of site: SiteMap) -> [OutputFile] {
    func copies(_ files: [String: [String: String]], below root: String) -> [OutputFile] {
      files.flatMap { folder, names in
        names.map { path, name in
          OutputFile(
            path: "\(root)\(folder)/\(name)", origin: path, copying: path,
            stripsMetadata: site.library.configuration.stripsMetadata)
        }
      }
    }
    return
      (copies(site.assets, below: "")
      + copies(site.linkedFiles, below: "static/\(SiteMap.evidence)/"))
      .sorted { $0.path < $1.path }
  }
}
