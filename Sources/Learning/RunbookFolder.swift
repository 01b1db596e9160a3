internal import Incidents
internal import Runbooks

/// A folder of runbooks as people find their way: its name, its own page, and what is in it.
package struct RunbookFolder: Hashable, Sendable {
  /// Below the runbooks, safe in a URL; empty for the runbooks themselves.
  package let place: String
  /// The title of its page, or else what the name of the folder says.
  package let title: String
  /// The runbook that is its page: its `README.md` or `index.md`, or a runbook beside the folder with its name.
  package let page: Int?
  /// The listed runbooks in it, without its page and those in folders.
  package let runbooks: [Int]
  /// The folders in it, by their places.
  package let folders: [String]
  /// How many runbooks there are in it and in all its folders.
  package let count: Int
}

extension Library {
  /// The folders of the listed runbooks, by their places, each after the one it is in. The first is that of the
  /// runbooks themselves.
  package var runbookFolders: [RunbookFolder] {
    var members: [String: [Int]] = ["": []]
    var folders: [String: Set<String>] = [:]
    var pages: [String: Int] = [:]
    var counts: [String: Int] = [:]
    for (index, runbook) in listedRunbooks.enumerated() {
      if runbook.isFolderPage || pages[runbook.place] == nil { pages[runbook.place] = index }
      var place = runbook.isFolderPage ? runbook.place : Self.folder(of: runbook.place)
      if !runbook.isFolderPage { members[place, default: []].append(index) }
      members[place] = members[place] ?? []
      counts[place, default: 0] += 1
      while !place.isEmpty {
        let outer = Self.folder(of: place)
        folders[outer, default: []].insert(place)
        members[outer] = members[outer] ?? []
        counts[outer, default: 0] += 1
        place = outer
      }
    }
    let ownPages = Set(listedRunbooks.lazy.filter(\.isFolderPage).map(\.place))
    // A runbook beside a folder of its name is the folder's page.
    func isPage(_ index: Int) -> Bool {
      members[runbooks[index].place] != nil && !ownPages.contains(runbooks[index].place)
    }
    return members.keys.sorted().map { place in
      let page = pages[place]
      let name = place.split(separator: "/").last.map(String.init) ?? "runbooks"
      return RunbookFolder(
        place: place, title: page.map { runbooks[$0].title } ?? Runbook.title(ofFolder: name),
        page: page,
        runbooks: (members[place] ?? []).filter { !isPage($0) },
        folders: (folders[place] ?? []).sorted(), count: counts[place] ?? 0)
    }
  }

  private static func folder(of place: String) -> String {
    place.split(separator: "/").dropLast().joined(separator: "/")
  }

  /// With more runbooks than this, and folders, lists of all of them are too long to read.
  package static let longestRunbookList = 60

  /// Whether the page of all runbooks shows each of them, or those in folders on the folders' own pages.
  package var listsAllRunbooks: Bool {
    listedRunbooks.count <= Self.longestRunbookList
      || !listedRunbooks.contains { $0.place.contains("/") }
  }
}
