internal import Incidents
internal import Runbooks
internal import Vocabulary

extension Library {
  /// What a site is made of: nothing of a draft, except with `withDrafts`, and unlisted pages in no list.
  ///
  /// The judged library lists everything, because the author of a draft wants its verdict too. Pages keep
  /// their names, so that publishing a draft moves nothing.
  package func published(withDrafts: Bool = false) -> Library {
    guard hasHiddenPages else { return self }
    func isShown(_ visibility: Visibility) -> Bool { withDrafts || visibility != .draft }
    let shown = incidents.filter { isShown($0.visibility) }
    let listed = shown.filter { $0.visibility != .unlisted }
    let shownRunbooks = runbooks.filter { isShown($0.visibility) }
    let listedRunbooks = shownRunbooks.filter { $0.visibility != .unlisted }
    var pages = pages
    for path in draftPaths where !withDrafts { pages[path] = nil }
    return Library(
      connecting: listed + shown.filter { $0.visibility == .unlisted },
      listedRunbooks + shownRunbooks.filter { $0.visibility == .unlisted },
      listed: (listed.count, listedRunbooks.count), process: process, pages: pages,
      configuration: configuration, root: root, origin: origin)
  }

  /// Whether any page is not for everyone to find.
  package var hasHiddenPages: Bool {
    incidents.contains { $0.visibility != .listed }
      || runbooks.contains { $0.visibility != .listed }
  }

  /// The documents that a site leaves out.
  package var draftPaths: Set<String> {
    let incidents = incidents.lazy.filter { $0.visibility == .draft }.flatMap(\.documents)
      .map(\.path)
    let runbooks = runbooks.lazy.filter { $0.visibility == .draft }.map(\.path)
    return Set(incidents).union(runbooks)
  }

  /// How many incidents and runbooks are drafts.
  package var draftCount: Int {
    incidents.count { $0.visibility == .draft } + runbooks.count { $0.visibility == .draft }
  }
}
