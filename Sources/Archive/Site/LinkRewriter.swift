internal import CommonMark
internal import Diagnostics
internal import Incidents
internal import Learning
internal import Publishing

/// Turns the links of a document into links between pages of the archive.
///
/// A link without a target keeps its text and loses its address: the checklist has already reported it.
struct LinkRewriter {
  let site: ArchiveSite
  /// The document.
  let path: String
  let place: Place

  /// How an image is shown: the policy of the pages allows none from elsewhere.
  func form(of image: Link) -> ImageForm {
    if SafeHTML.isUnsafe(destination: image.destination) { return .text }
    let isRemote =
      image.destination.hasPrefix("//") || !Link.isInternal(image.destination)
    return isRemote && !image.destination.isEmpty ? .link : .image
  }

  /// Whether a link cannot stay as it is, wherever it leads.
  func isRefused(_ link: Link) -> Bool {
    link.isImage
      ? form(of: link) != .image
      : link.destination.isEmpty || SafeHTML.isUnsafe(destination: link.destination)
  }

  /// What becomes of a link wherever it leads: one that is refused loses its address, and in a fragment another `#`
  /// is encoded, as the URL standard demands.
  func changeAnywhere(_ link: Link) -> LinkChange {
    if isRefused(link) { return link.isImage ? .keep : .unlink }
    return Self.withOneFragment(link.destination).map { .replace($0) } ?? .keep
  }

  private static func withOneFragment(_ address: String) -> String? {
    guard let first = address.firstIndex(of: "#") else { return nil }
    let fragment = address[address.index(after: first)...]
    guard fragment.utf8.contains(UInt8(ascii: "#")) else { return nil }
    return "\(address[...first])\(fragment.replacing("#", with: "%23"))"
  }

  /// A link to a heading of the same page or to another site stays as it is.
  func change(_ written: String) -> LinkChange {
    change(to: site.library.links.target(of: written, from: path))
  }

  private func change(to target: LinkTarget) -> LinkChange {
    switch target {
    case .external: return .keep
    case .missing, .outside: return .unlink
    case .heading(let anchor):
      let isLost =
        site.library.links.isOnNoPage(heading: anchor, of: path)
        || !anchor.isEmpty && site.library.pages[path]?.hasAnchor(anchor) == false
      return isLost ? .unlink : .keep
    case .page(.incident(let index, let isTimeline), let path, let anchor):
      let hasID = anchor.map { site.library.pages[path]?.line(ofID: $0) != nil } ?? false
      let isShown = hasID || site.library.incidents[index].shows(anchor)
      let anchor = isShown ? known(anchor, in: path) : nil
      let place = anchor ?? (isTimeline ? "timeline" : nil)
      return .replace(address(site.url(ofIncident: index), anchor: place))
    case .page(.runbook(let index), let path, let anchor):
      return .replace(address(site.url(ofRunbook: index), anchor: known(anchor, in: path)))
    case .folder(let place): return .replace(address(site.url(ofFolder: place), anchor: nil))
    case .asset(let asset):
      return .replace(
        address(site.url(ofAsset: asset, from: path, folder: place.folder), anchor: nil))
    }
  }

  /// Where an outcome of a decision tree leads from the page; `nil` when it leads nowhere.
  func address(of lead: DecisionLead) -> String? {
    switch change(to: lead.target) {
    case .keep: lead.written.flatMap { SafeHTML.isUnsafe(destination: $0) ? nil : $0 }
    case .unlink: nil
    case .replace(let address): address
    }
  }

  /// The anchor if the document has it.
  private func known(_ anchor: String?, in path: String) -> String? {
    anchor.flatMap { site.library.pages[path]?.hasAnchor($0) == false ? nil : $0 }
  }

  /// The shortest way from the page.
  private func address(_ url: String, anchor: String?) -> String {
    let fragment = anchor.map { "#\(Self.encoded($0))" } ?? ""
    if url == place.path, anchor != nil { return fragment }
    if !place.folder.isEmpty, url.hasPrefix(place.folder) {
      return Self.encoded(String(url.dropFirst(place.folder.count))) + fragment
    }
    return place.root + Self.encoded(url) + fragment
  }

  /// Percent-encodes what would end a path or an anchor, or is not allowed in an address.
  static func encoded(_ path: String) -> String {
    let unsafe: (UInt8) -> Bool = { byte in
      byte <= 0x20 || byte >= 0x7F || "%?#\"<>\\^`{|}".utf8.contains(byte)
    }
    guard path.utf8.contains(where: unsafe) else { return path }
    let digits = Array("0123456789ABCDEF".utf8)
    var bytes: [UInt8] = []
    for byte in path.utf8 {
      if unsafe(byte) {
        bytes += [UInt8(ascii: "%"), digits[Int(byte >> 4)], digits[Int(byte & 15)]]
      } else {
        bytes.append(byte)
      }
    }
    return String(decoding: bytes, as: UTF8.self)
  }
}

extension Incident {
  /// Whether its page can have a heading: that of a log's incident has none of the others.
  fileprivate func shows(_ anchor: String?) -> Bool {
    part == nil || sections.contains { $0.anchor == anchor }
  }
}

extension ArchiveSite {
  /// Makes the links of a document lead to pages of the archive.
  func rewriteLinks(
    of document: inout MarkdownDocument, on place: Place, _ documents: inout OpenDocuments
  ) {
    let path = document.file.path
    let rewriter = LinkRewriter(site: self, path: path, place: place)
    // Most blocks have no links.
    let links = document.blocks.lazy.flatMap(\.links)
    if links.contains(where: { rewriter.isRefused($0) || rewriter.changeAnywhere($0) != .keep }) {
      document.changeLinks(rewriter.changeAnywhere)
      document.showImages(rewriter.form(of:))
    }
    // Most documents have no link of their own content: those need no search for links.
    guard library.pages[path]?.links.isEmpty == false else { return }
    let isNamed = library.namedLinks(of: path)
    document.changeLinks { link in
      if !isNamed(link.destination) { documents.isBeyondInputs = true }
      return rewriter.change(link.destination)
    }
  }
}
