internal import CommonMark
package import Incidents
internal import Vocabulary

extension PageWords {
  /// The words of the page of an incident.
  ///
  /// - Parameters:
  ///   - incident: The incident, as it was read of them.
  ///   - review: The review or, in a log, its part about the incident.
  ///   - timeline: The separate timeline.
  ///   - services: The names of the team's services, by their keys.
  package init(
    of incident: Incident, review: DocumentReading?, timeline: DocumentReading?,
    services: [(key: String, name: String)]
  ) {
    var counter = PageWordCounter()
    counter.add(incident.title, as: .title)
    counter.addName(incident.title)
    counter.addFacts(of: incident)
    for service in incident.services {
      counter.add(service, as: .name)
      for (key, name) in services where key == service && name != key {
        counter.add(name, as: .name)
      }
    }
    if let review { counter.add(review, of: incident) }
    if let timeline { counter.add(timeline: timeline, of: incident) }
    self = counter.words(path: incident.path, line: incident.part?.lowerBound)
  }
}

extension PageWordCounter {
  fileprivate mutating func addFacts(of incident: Incident) {
    add(incident.id?.description ?? "", as: .name)
    for factor in incident.factors { add(factor, as: .fact) }
    for tag in incident.tags { add(tag, as: .fact) }
    add(incident.day?.description ?? "", as: .fact)
    add(incident.severityWritten ?? "", as: .fact)
    add(incident.frontMatter.summary ?? "", as: .text)
    // A team may know a review by its file.
    add(String(incident.path.dropFirst(incident.path.lastSlash)), as: .code)
  }

  fileprivate mutating func add(_ review: DocumentReading, of incident: Incident) {
    var kinds: [Int: SectionKind] = [:]
    var ends: [(line: Int, kind: SectionKind)] = []
    for section in incident.sections {
      if let kind = section.kind { kinds[section.line] = kind }
    }
    let title = incident.titleHeading?.line
    var section = 0
    for block in review.blocks {
      let line = block.lines.lowerBound
      if line == title { continue }
      if case .heading(let level) = block.kind {
        ends.removeAll { $0.line >= level }
        if let kind = kinds[line] { ends.append((level, kind)) }
        section = place(of: block, kind: ends.last?.kind)
      }
      add(block, in: section, of: ends.last?.kind)
    }
  }

  /// The section that a heading opens.
  private mutating func place(of heading: Block, kind: SectionKind?) -> Int {
    guard kind == .actionItems else { return open(heading) }
    if sections[PageWords.actions].anchor.isEmpty {
      setActions(anchor: heading.anchor ?? "action-items", heading: heading.text)
    }
    return PageWords.actions
  }

  fileprivate mutating func add(timeline: DocumentReading, of incident: Incident) {
    let isTaken = sections.contains { $0.anchor == "timeline" }
    let section = open(anchor: isTaken ? "timeline-record" : "timeline", heading: "Timeline")
    for block in timeline.blocks { add(block, in: section, of: .timeline) }
  }

  private mutating func add(_ block: Block, in section: Int, of kind: SectionKind?) {
    let field: Field =
      switch kind {
      case .timeline: .entry
      case .lessons: .heading
      case .communication, .supporting: .chat
      default: .text
      }
    add(block, in: section, as: field)
  }

  /// Adds what a page shows of a block, at the weight of the text around it.
  mutating func add(_ block: Block, in section: Int, as field: Field) {
    switch block.kind {
    case .heading: add(block.text, as: .heading, in: section)
    case .code: add(Self.start(of: block.text), as: .code, in: section)
    case .html:
      for token in block.markup where token.kind == .text {
        add(String(decoding: token.source, as: UTF8.self), as: field, in: section)
      }
    default: add(block.text, as: field, in: section)
    }
  }

  /// Of a long log the start says which error it is.
  private static func start(of code: String) -> String {
    code.utf8.count <= 16_384 ? code : String(decoding: code.utf8.prefix(16_384), as: UTF8.self)
  }
}

extension String {
  /// How many characters come before the name of a file.
  fileprivate var lastSlash: Int {
    lastIndex(of: "/").map { distance(from: startIndex, to: $0) + 1 } ?? 0
  }
}
