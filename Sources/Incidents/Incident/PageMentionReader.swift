internal import Bytes
internal import CommonMark
internal import Diagnostics
internal import Vocabulary

/// Finds where an incident names other pages.
struct PageMentionReader {
  /// Links of one document that are looked at: each looks through its paragraph for its sentence.
  private static let mostLinks = 100

  private let incident: Incident
  private let workLines: Set<Int>
  private var mentions: [PageMention] = []

  /// The links of the review and the timeline in the order of their lines, then the playbooks of the timeline, then
  /// the action items about runbooks.
  static func mentions(in incident: Incident, _ documents: [DocumentReading]) -> [PageMention] {
    var reader = PageMentionReader(of: incident)
    for document in documents { reader.readLinks(of: document) }
    reader.readPlaybooks()
    reader.readNames()
    return reader.mentions
  }

  private init(of incident: Incident) {
    self.incident = incident
    workLines = Set(incident.actionItems.map(\.line))
  }

  private mutating func readLinks(of document: DocumentReading) {
    var count = 0
    for block in document.blocks where !block.links.isEmpty {
      let isWork = document.path == incident.path && workLines.contains(block.lines.lowerBound)
      for link in block.links where !link.isImage && Self.isPage(link.destination) {
        count += 1
        if count > Self.mostLinks { return }
        let line = link.range.lowerBound.line
        let entry = entry(atLine: line, of: document.path)
        let text = entry?.text ?? Sentence.around(link.text, in: block.text)
        mentions.append(
          PageMention(
            subject: .link(destination: link.destination), path: document.path,
            line: isWork ? block.lines.lowerBound : line, moment: entry?.moment,
            text: isWork ? "" : Self.shown(text)))
      }
    }
  }

  /// A link to a heading of the same document, or to a file that is no page, names no page.
  private static func isPage(_ destination: String) -> Bool {
    guard Link.isInternal(destination), !destination.hasPrefix("#") else { return false }
    let path = destination.prefix { $0 != "#" && $0 != "?" }
    guard let name = path.split(separator: "/").last, let dot = name.lastIndex(of: ".") else {
      return true
    }
    return ["md", "mdx", "markdown", "html"].contains(name[dot...].dropFirst().lowercased())
  }

  private func entry(atLine line: Int, of path: String) -> TimelineEntry? {
    guard let timeline = incident.timeline, timeline.path == path, timeline.lines.contains(line)
    else { return nil }
    let next = timeline.entries.partition { $0.line > line }
    return next > 0 ? timeline.entries[next - 1] : nil
  }

  private mutating func readPlaybooks() {
    guard let timeline = incident.timeline else { return }
    for entry in timeline.entries {
      for playbook in Self.playbooks(in: Array(entry.text.utf8)) {
        mentions.append(
          PageMention(
            subject: .playbook(playbook), path: timeline.path, line: entry.line,
            moment: entry.moment, text: Self.shown(entry.text)))
      }
    }
  }

  /// The words of a text that are paths of YAML files.
  private static func playbooks(in text: [UInt8]) -> [String] {
    var found: [String] = []
    var start: Int?
    for index in 0...text.count {
      if index < text.count, isOfPath(text[index]) {
        start = start ?? index
      } else if let first = start {
        let word = text[first..<index].withoutEnd { $0 == UInt8(ascii: ".") }
        if [".yml", ".yaml"].contains(where: {
          word.count > $0.utf8.count && word.suffix($0.utf8.count).elementsEqual($0.utf8)
        }) {
          found.append(String(decoding: word, as: UTF8.self))
        }
        start = nil
      }
    }
    return found
  }

  private static func isOfPath(_ byte: UInt8) -> Bool {
    switch byte {
    case .hyphen, .underscore, .slash, UInt8(ascii: "."): true
    default: byte.isAlphanumeric
    }
  }

  private mutating func readNames() {
    for item in incident.actionItems {
      let bytes = item.title.utf8.map(\.lowercased)
      guard bytes.offset(of: Array("book".utf8), in: bytes.indices) != nil else { continue }
      let words = FoldedText.name(item.title).split(separator: " ")
      guard let noun = words.firstIndex(where: { Self.nouns.contains($0) }) else { continue }
      mentions.append(
        PageMention(
          subject: .named(
            before: words[..<noun].suffix(PageMention.mostWords).joined(separator: " "),
            after: words[(noun + 1)...].prefix(PageMention.mostWords).joined(separator: " ")),
          path: incident.path, line: item.line, moment: nil, text: ""))
    }
  }

  private static let nouns: Set<Substring> = ["runbook", "runbooks", "playbook", "playbooks"]

  private static func shown(_ text: String) -> String {
    Excerpts.cut(text.onOneLine, limit: PageMention.mostText)
  }
}
