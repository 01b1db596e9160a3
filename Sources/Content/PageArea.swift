internal import Bytes
internal import Diagnostics
internal import Files
internal import Incidents

/// A Markdown file that is no page, and why.
package struct LeftOutFile: Hashable, Sendable {
  package enum Reason: String, CaseIterable, Sendable {
    /// `README.md`, `CONTRIBUTING.md` and the like beside reviews.
    case aboutFolder = "about its folder"
    /// Inside the folder of an incident, below its review and timeline.
    case attachment = "in the folder of an incident"
    /// In a folder of the content that is neither for reviews nor for runbooks.
    case elsewhere = "in a folder that is neither for incidents nor for runbooks"
    /// `README.md` beside `index.md`.
    case secondFolderPage = "beside another page of the folder"
    /// A template, or a name that begins with `_`.
    case template = "a template or draft by its name"
    case excluded
    /// In `vendor/` and the like.
    case vendored = "of another project"
    case ignored = "ignored by git"
    /// A folder, with all that is in it.
    case output = "written by build-site"
  }

  package let path: String
  package let reason: Reason
}

/// What the files of a folder are for, by the names of the folders they are in.
struct PageAreas: Sendable {
  enum Area: Sendable {
    case incidents
    case runbooks
  }

  /// Whether there is a folder `incidents/` or `runbooks/`, or settings name the folders.
  let hasPlaces: Bool
  private let places: PagePlaces
  /// What the names of folders tell in the one that settings name for both.
  private let mixed: [PageAreas]
  /// Whether files outside those two folders are reviews, whatever their folder is called.
  private let takesAll: Bool
  /// The folder itself, which may be called `runbooks`.
  private let root: String

  /// `isProject` is whether the folder is the content of a site; in any other folder every Markdown file was
  /// asked about. `places` are the folders that settings name.
  init(_ pages: [String], root: String, isProject: Bool, places: PagePlaces = PagePlaces()) {
    self.places = places
    self.root = root
    mixed =
      places.mixed.map { folder in
        [
          PageAreas(
            pages.filter { PagePlaces.isIn($0, folder) }.map { Self.path($0, below: folder) },
            root: folder, isProject: isProject)
        ]
      } ?? []
    if !places.isEmpty {
      hasPlaces = true
      takesAll = false
      return
    }
    let hasIncidents = pages.contains { $0.utf8.starts(with: "incidents/".utf8) }
    hasPlaces = hasIncidents || pages.contains { $0.utf8.starts(with: "runbooks/".utf8) }
    takesAll = !hasPlaces || !isProject && !hasIncidents
  }

  private static func path(_ page: String, below folder: String) -> String {
    folder.isEmpty ? page : String(page.dropFirst(folder.count + 1))
  }

  /// The folders whose names the pages of runbooks leave out, by their paths below the root.
  var runbookFolders: [String] {
    if places.isEmpty { return hasPlaces ? ["runbooks"] : [] }
    let inner = mixed.flatMap(\.runbookFolders).map { joinedPath(places.mixed ?? "", $0) }
    return places.runbooks + inner
  }

  /// The folders that hold incidents without being one.
  var incidentFolders: [String] {
    if places.isEmpty { return ["incidents"] }
    let inner = mixed.flatMap(\.incidentFolders).map { joinedPath(places.mixed ?? "", $0) }
    return places.folders + inner
  }

  /// `nil` for a file that is for neither.
  func area(of page: String) -> Area? {
    if !places.isEmpty { return statedArea(of: page) }
    if hasPlaces, page.utf8.starts(with: "runbooks/".utf8) { return .runbooks }
    if hasPlaces, page.utf8.starts(with: "incidents/".utf8) { return .incidents }
    let folders = page.split(separator: "/").dropLast()
    let above = hasPlaces ? [] : root.split(separator: "/")
    if (above + folders).contains(where: { $0.lowercased().contains("runbook") }) {
      return .runbooks
    }
    if takesAll || folders.isEmpty || folders.contains(where: Self.isOfReviews) {
      return .incidents
    }
    return nil
  }

  /// The innermost folder that settings name decides.
  private func statedArea(of page: String) -> Area? {
    let folder = places.folders.filter { PagePlaces.isIn(page, $0) }.max {
      $0.utf8.count < $1.utf8.count
    }
    guard let folder else { return nil }
    if places.runbooks.contains(folder) { return .runbooks }
    if places.incidents.contains(folder) { return .incidents }
    return mixed.first?.area(of: Self.path(page, below: folder))
  }

  /// Whether a folder is for reviews: "postmortems", "post-mortems", "incident-reviews".
  private static func isOfReviews(_ folder: Substring) -> Bool {
    let name = String(
      decoding: folder.lowercased().utf8.filter { $0.isAlphanumeric }, as: UTF8.self)
    return ["postmortem", "incident", "outage", "retrospective"].contains { name.contains($0) }
      || ["reviews", "rca", "rcas", "retros", "pir", "pirs"].contains(name)
  }
}
