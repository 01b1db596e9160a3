internal import Bytes
internal import CommonMark
package import Diagnostics
package import Incidents

/// What other pages' links need to know about a document, and its own links to them.
package struct PageFacts: Hashable, Sendable {
  /// A link or an image that stays within the content.
  package struct InternalLink: Hashable, Sendable {
    package let destination: String
    package let isImage: Bool
    package let range: SourceRange
  }

  package let path: String
  package let links: [InternalLink]
  /// Hashes of the ids of headings and of raw HTML. They take a thousandth of the memory of the ids, and a
  /// false match only hides a finding.
  let anchors: [UInt64]
  /// Hashes of the ids of raw HTML alone, with their lines.
  let ids: [UInt64: Int]

  /// `named` are the links of the front matter, in its order.
  package init(
    of document: DocumentReading, named: [(destination: String, range: SourceRange)] = []
  ) {
    path = document.path
    var links = named.filter { Link.isInternal($0.destination) }.map {
      InternalLink(destination: $0.destination, isImage: false, range: $0.range)
    }
    var anchors: [UInt64] = []
    var ids: [UInt64: Int] = [:]
    for block in document.blocks {
      if let anchor = block.anchor { anchors.append(Self.hash(anchor)) }
      for id in block.markup.compactMap(\.anchor).map(Self.hash) where ids[id] == nil {
        ids[id] = block.lines.lowerBound
        anchors.append(id)
      }
      for link in block.links where Link.isInternal(link.destination) {
        links.append(
          InternalLink(destination: link.destination, isImage: link.isImage, range: link.range))
      }
    }
    self.links = links
    self.anchors = anchors
    self.ids = ids
  }

  /// The links of the blocks in some lines.
  func links(in lines: Range<Int>) -> ArraySlice<InternalLink> {
    let start = links.partition { $0.range.lowerBound.line >= lines.lowerBound }
    let end = links.partition { $0.range.lowerBound.line >= lines.upperBound }
    return links[start..<max(start, end)]
  }

  package func hasAnchor(_ anchor: String) -> Bool { anchors.contains(Self.hash(anchor)) }

  /// The first line of the block whose raw HTML has an id; `nil` when the id is missing or belongs to a
  /// heading.
  package func line(ofID id: String) -> Int? { ids.isEmpty ? nil : ids[Self.hash(id)] }

  private static func hash(_ text: String) -> UInt64 { StableHash(text.utf8).value }
}
