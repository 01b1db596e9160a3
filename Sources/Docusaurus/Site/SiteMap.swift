internal import Bytes
internal import CommonMark
internal import Incidents
internal import Learning
internal import Runbooks
internal import Vocabulary
internal import YAML

/// Where every page of the library is on the Docusaurus site, and which files are beside it.
struct SiteMap: Sendable {
  /// A review as a post of the blog.
  struct Post: Sendable {
    /// Below `blog/`, as in `2026-01-10-connection-pool`.
    let folder: String
    /// Below the blog, as in `/2026/01/10/connection-pool`.
    let slug: String
    /// Below `blog/`, as in `2026-01-10-connection-pool/index.md`.
    let file: String

    var permalink: String { SiteMap.blog + slug }
  }

  /// A runbook as a page of the docs.
  struct Doc: Sendable {
    /// Below the site, as in `docs/runbooks/alerts/DiskFull.md`.
    let path: String
    /// Its name among the docs, as in `runbooks/alerts/DiskFull`.
    let id: String
    /// Below the docs, as in `/runbooks/alerts/DiskFull`.
    let slug: String

    var permalink: String { SiteMap.docs + slug }
  }

  static let blog = PageAddresses.blog
  static let docs = PageAddresses.docs
  static let learning = "/docs/learning"
  /// The folder of linked files, below the site's static files.
  static let evidence = "evidence"

  let library: Library
  /// By the index of the incident; `nil` without a day, because a date is never invented.
  let posts: [Post?]
  /// By the index of the runbook.
  let runbooks: [Doc]
  /// The names of the pictures beside a page, by the page's folder and the content path of the file.
  private(set) var assets: [String: [String: String]] = [:]
  /// The same for files that a page links to. They are below ``evidence`` because Docusaurus adds a slash
  /// to the address of a file beside the page, on sites whose addresses end in one.
  private(set) var linkedFiles: [String: [String: String]] = [:]
  /// The folders of the runbooks.
  let folders: [RunbookFolder]
  /// The runbooks that are the pages of folders, by the folders' places.
  private let folderPages: [String: Int]
  private let permalinks: Set<String>

  init(_ library: Library) {
    self.library = library
    posts = Self.posts(of: library.incidents)
    runbooks = library.runbooks.map { Self.doc(of: $0) }
    folders = library.runbookFolders
    folderPages = Dictionary(
      folders.compactMap { folder in folder.page.map { (folder.place, $0) } },
      uniquingKeysWith: { first, _ in first })
    permalinks = Set(posts.compactMap { $0?.permalink } + runbooks.map(\.permalink))
      .union(folders.map { Self.permalink(ofPlace: $0.place) })
      .union(["/", Self.blog, Self.docs + "/runbooks", Self.learning])
    for index in posts.indices { addAssets(ofIncident: index) }
    for index in runbooks.indices {
      let path = library.runbooks[index].path
      addAssets(library.pages[path]?.links ?? [], of: path, in: assetFolder(ofRunbook: index))
    }
  }

  /// The page that lists a folder of runbooks.
  func permalink(ofFolder place: String) -> String {
    folderPages[place].map { runbooks[$0].permalink } ?? Self.permalink(ofPlace: place)
  }

  private static func permalink(ofPlace place: String) -> String {
    place.isEmpty ? "\(docs)/runbooks" : "\(docs)/runbooks/\(place)"
  }

  /// Whether a path from the root of the site is one of its pages.
  func isPage(_ path: String) -> Bool { permalinks.contains(path) }

  /// Where the files of a post are, below the site.
  func assetFolder(ofIncident index: Int) -> String? { posts[index].map { "blog/\($0.folder)" } }

  /// Where the files of a runbook are: beside it, in a folder without pages.
  func assetFolder(ofRunbook index: Int) -> String {
    "docs/\(runbooks[index].id)-files"
  }

  /// The id that leads to the timeline on an incident's page.
  func timelineAnchor(ofIncident index: Int) -> String? {
    let incident = library.incidents[index]
    guard incident.reviewPath != nil else { return nil }
    return incident.section(.timeline)?.anchor ?? (incident.timelinePath == nil ? nil : "timeline")
  }

  private static func posts(of incidents: [Incident]) -> [Post?] {
    incidents.map { incident in
      guard let day = incident.day, let slug = incident.postSlug else { return nil }
      let folder = "\(day)-\(incident.slug)"
      return Post(
        folder: folder, slug: slug,
        file: "\(folder)/index\(ending(of: incident.path))")
    }
  }

  private static func doc(of runbook: Runbook) -> Doc {
    let id = "runbooks/\(runbook.slugPath)"
    return Doc(path: "docs/\(id)\(ending(of: runbook.path))", id: id, slug: runbook.docSlug)
  }

  /// A page has the same format as its source.
  private static func ending(of path: String) -> String {
    MarkdownDocument.isMDX(path) ? ".mdx" : ".md"
  }

  private mutating func addAssets(ofIncident index: Int) {
    guard let folder = assetFolder(ofIncident: index) else { return }
    let incident = library.incidents[index]
    for (path, links) in library.links(of: incident) { addAssets(links, of: path, in: folder) }
    guard
      let image = incident.frontMatter.docusaurus.first(where: { $0.key.text == "image" })?.value
        .text,
      case .asset(let path) = library.links.target(of: image, from: incident.path)
    else { return }
    Self.add(path, to: folder, of: &assets)
  }

  private mutating func addAssets(
    _ links: [PageFacts.InternalLink], of page: String, in folder: String
  ) {
    for link in links {
      guard case .asset(let path) = library.links.target(of: link.destination, from: page) else {
        continue
      }
      if link.isImage {
        Self.add(path, to: folder, of: &assets)
      } else {
        Self.add(path, to: folder, of: &linkedFiles)
      }
    }
  }

  private static func add(
    _ asset: String, to folder: String, of assets: inout [String: [String: String]]
  ) {
    guard assets[folder]?[asset] == nil else { return }
    let name = AssetName.safe(asset)
    var free = name
    var number = 2
    let taken = Set((assets[folder] ?? [:]).values.map { $0.lowercased() })
    while taken.contains(free.lowercased()) {
      free = AssetName.numbered(name, number)
      number += 1
    }
    assets[folder, default: [:]][asset] = free
  }
}
