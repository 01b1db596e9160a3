internal import CommonMark
internal import Diagnostics
internal import Incidents
internal import Learning

/// Turns the links of a document into links between pages of the archive.
struct LinkRewriter {
  let site: ArchiveSite
  /// The document.
  let path: String
  let place: Place

  /// Whether a link leads to a heading that is on no page.
  func isLost(_ link: Link) -> Bool {
    guard case .heading(let anchor) = site.library.links.target(of: link.destination, from: path)
    else { return false }
    return site.library.links.isOnNoPage(heading: anchor, of: path)
  }

  /// How an image is shown: the policy of the pages allows none from elsewhere.
  func form(of image: Link) -> ImageForm {
    if SafeHTML.isUnsafe(destination: image.destination) { return .text }
    let isRemote =
      image.destination.hasPrefix("//") || !LinkTarget.isInternal(image.destination)
    return isRemote && !image.destination.isEmpty ? .link : .image
  }

  /// Whether a link cannot stay as it is, wherever it leads.
  func isRefused(_ link: Link) -> Bool {
    link.isImage
      ? form(of: link) != .image
      : link.destination.isEmpty || SafeHTML.isUnsafe(destination: link.destination)
  }

  /// - Returns: `nil` to keep the destination: headings of the same page, other sites, and links that
  ///   the checklist reports as broken.
  func destination(of link: Link) -> String? { destination(link.destination) }

  func destination(_ written: String) -> String? {
    switch site.library.links.target(of: written, from: path) {
    case .external, .heading, .missing, .outside: return nil
    case .page(.incident(let index, let isTimeline), let path, let anchor):
      let hasID = anchor.map { site.library.pages[path]?.line(ofID: $0) != nil } ?? false
      let anchor = hasID || site.library.incidents[index].shows(anchor) ? anchor : nil
      return address(site.url(ofIncident: index), anchor: anchor ?? (isTimeline ? "timeline" : nil))
    case .page(.runbook(let index), _, let anchor):
      return address(site.url(ofRunbook: index), anchor: anchor)
    case .asset(let asset):
      return address(site.url(ofAsset: asset, from: path, folder: place.folder), anchor: nil)
    }
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
  func rewriteLinks(of document: inout MarkdownDocument, on place: Place) {
    let path = document.file.path
    let rewriter = LinkRewriter(site: self, path: path, place: place)
    if document.blocks.contains(where: { $0.links.contains(where: rewriter.isRefused) }) {
      document.unlink(rewriter.isRefused)
      document.showImages(rewriter.form(of:))
    }
    // Most documents have no link of their own content: those need no search for links.
    guard library.pages[path]?.links.isEmpty == false else { return }
    if library.links.isLog(path) { document.unlink(rewriter.isLost) }
    document.rewriteLinks(rewriter.destination)
  }
}
