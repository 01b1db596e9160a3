/// A heading of the document, in reading order.
struct Heading {
  /// The node that writes the tags.
  let content: Node
  let level: Int
  let anchor: String

  /// Writes the tags with the level shifted; a heading without an id, such as one of symbols only, gets no
  /// attribute.
  func setTags(shift: Int) {
    let level = min(max(level + shift, 1), 6)
    let id = anchor.isEmpty ? "" : " id=\"\(escaped(anchor))\""
    content.setMarkup("<h\(level)\(id)>", "</h\(level)>")
  }
}
