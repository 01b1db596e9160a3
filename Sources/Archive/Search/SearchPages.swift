internal import Learning
internal import Publishing
internal import Templates

extension ArchiveSite {
  /// The page that shows what was found, and the index as scripts of bounded size.
  var searchPages: [OutputFile] {
    let shards = SearchIndex(of: self).shards
    return [searchPage]
      + shards.indices.map { number in
        OutputFile(
          path: "\(Self.folder)search/index-\(number).js", origin: library.folder,
          prepare: { SearchIndex(of: self).script(number, of: shards, &$0) })
      }
  }

  private var searchPage: OutputFile {
    page(
      "search/index.html", .search, title: "Search",
      description: "Search incidents, runbooks and decisions."
    ) { page, _ in
      page["facets"] = facetSummaries
    }
  }
}
