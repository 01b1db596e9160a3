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
  /// runbooks themselves. Folders that differ in case alone are one, as they are on some disks.
  package var runbookFolders: [RunbookFolder] {
    var drafts = ["": FolderDraft(place: "")]
    var pages: [String: Int] = [:]
    for (index, runbook) in listedRunbooks.enumerated() {
      let key = runbook.place.lowercased()
      if runbook.isFolderPage || pages[key] == nil { pages[key] = index }
      var place = runbook.isFolderPage ? runbook.place : Self.folder(of: runbook.place)
      var inner: String?
      while true {
        var draft = drafts.removeValue(forKey: place.lowercased()) ?? FolderDraft(place: place)
        draft.count += 1
        if let inner {
          draft.folders.insert(inner)
        } else if !runbook.isFolderPage {
          draft.runbooks.append(index)
        }
        inner = draft.place
        drafts[place.lowercased()] = draft
        if place.isEmpty { break }
        place = Self.folder(of: place)
      }
    }
    return drafts.sorted { $0.key < $1.key }.map { key, draft in
      let page = pages[key]
      let name = draft.place.split(separator: "/").last.map(String.init) ?? "runbooks"
      return RunbookFolder(
        place: draft.place, title: page.map { runbooks[$0].title } ?? Runbook.title(ofFolder: name),
        page: page,
        // A runbook beside a folder of its name is the folder's page.
        runbooks: draft.runbooks.filter { index in
          let key = runbooks[index].place.lowercased()
          return drafts[key] == nil || pages[key] != index
        },
        folders: draft.folders.sorted(), count: draft.count)
    }
  }

  private struct FolderDraft {
    let place: String
    var runbooks: [Int] = []
    var folders: Set<String> = []
    var count = 0
  }

  /// The places of the folders that hold runbooks, by their paths.
  static func runbookFolderPlaces(of runbooks: ArraySlice<Runbook>) -> [String: String] {
    var places: [String: String] = [:]
    var spellings: [String: String] = [:]
    for runbook in runbooks {
      var path = runbook.path[...]
      var place = runbook.slugPath
      while !place.isEmpty, let slash = path.utf8.lastIndex(of: UInt8(ascii: "/")) {
        path = path[..<slash]
        place = folder(of: place)
        if places[String(path)] != nil { break }
        let spelling = spellings[place.lowercased()] ?? place
        spellings[place.lowercased()] = spelling
        places[String(path)] = spelling
      }
    }
    return places
  }

  /// Whether the page of a folder shows all runbooks, also those in its folders: the first page of a small set.
  package func showsAll(on folder: RunbookFolder) -> Bool {
    folder.place.isEmpty && listsAllRunbooks
  }

  /// The runbooks that the page of a folder shows; those in its folders are on the folders' own pages, except in
  /// a small set.
  package func shown(on folder: RunbookFolder) -> [Int] {
    showsAll(on: folder) ? listedRunbooks.indices.filter { $0 != folder.page } : folder.runbooks
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
