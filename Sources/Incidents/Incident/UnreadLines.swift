internal import Bytes
internal import CommonMark
internal import Diagnostics

/// A line of a part that is read which was not understood.
package struct UnreadLine: Hashable, Sendable {
  package let line: Int
  package let text: String
  /// What the line is instead, as in "a heading of an unknown section".
  package let reason: String
}

/// Finds what the readers skipped, so that nothing is lost silently.
enum UnreadLines {
  /// All unread lines in the order of the document, each with one reason.
  static func all(of incident: Incident, in document: DocumentReading) -> [UnreadLine] {
    var read = Set(incident.actionItems.map(\.line))
    read.formUnion(incident.timeline?.entries.map(\.line) ?? [])
    let found =
      headings(of: incident, read: read) + timeline(of: incident, in: document)
      + actionItems(of: incident, in: document, read: read)
    var seen: Set<Int> = []
    return found.filter { seen.insert($0.line).inserted }.sorted { $0.line < $1.line }
  }

  /// Headings within a known part belong to it.
  private static func headings(of incident: Incident, read: Set<Int>) -> [UnreadLine] {
    var end = 0
    return incident.sections.compactMap { section in
      if section.kind != nil { end = max(end, section.lines.upperBound) }
      guard section.line >= end, section.heading != incident.title, !read.contains(section.line)
      else { return nil }
      return UnreadLine(
        line: section.line, text: section.heading, reason: "a heading of an unknown section")
    }
  }

  private static func timeline(
    of incident: Incident, in document: DocumentReading
  ) -> [UnreadLine] {
    guard let timeline = incident.timeline, timeline.path == document.path else { return [] }
    let named = Set(incident.labelled.map(\.line))
    return timeline.unread.filter { !named.contains($0) }.map { line in
      UnreadLine(
        line: line, text: document.file.text(ofLine: line),
        reason: "a line of the timeline without a time")
    }
  }

  /// Bullets, rows and paragraphs in parts with action items that neither are an item nor belong to one.
  private static func actionItems(
    of incident: Incident, in document: DocumentReading, read: Set<Int>
  ) -> [UnreadLine] {
    let parts = incident.parts(of: .actionItems).filter { !$0.isMinor }
    return parts.flatMap { part -> [UnreadLine] in
      // -1 for a heading that is an item: everything below it is its text.
      var inItem: Int?
      return document.blocks(of: part).compactMap { block in
        let line = block.lines.lowerBound
        if let depth = inItem, block.depth <= depth { inItem = nil }
        switch block.kind {
        case .item, .paragraph, .tableRow: break
        case .heading:
          if document.isHeld(block), inItem != nil, !read.contains(line) { return nil }
          inItem = read.contains(line) ? -1 : nil
          return nil
        case .tableHeader, .code, .html, .thematicBreak, .quote: return nil
        }
        if read.contains(line) {
          inItem = inItem ?? block.depth
          return nil
        }
        guard inItem == nil else { return nil }
        return UnreadLine(
          line: line, text: document.file.text(ofLine: line), reason: "not an action item")
      }
    }
  }
}

extension SourceFile {
  /// The line without its ending and without spaces at either end.
  fileprivate func text(ofLine line: Int) -> String {
    let bytes = bytes[offsets(ofLine: line)].drop { $0.isWhitespace }
    return String(decoding: bytes.withoutEnd(\.isWhitespace), as: UTF8.self)
  }
}
