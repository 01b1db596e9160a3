package import Diagnostics

/// What the readers understood of one incident, and which lines they could not assign.
package struct Inspection: Sendable {
  package let path: String
  /// The first line of the incident: 1, except for later incidents in a log.
  package let line: Int
  package let incident: Incident
  package let unread: [UnreadLine]
  package let diagnostics: [Diagnostic]

  init(_ reading: IncidentReading, of document: DocumentReading, line: Int) {
    path = document.path
    self.line = line
    incident = reading.incident
    diagnostics = reading.diagnostics
    unread = UnreadLines.all(of: reading.incident, in: document)
  }

  /// The first section of each part, in the order of the document.
  package var sections: [(kind: SectionKind, section: Section)] {
    var seen: Set<SectionKind> = []
    var first: [(kind: SectionKind, section: Section)] = []
    for section in incident.sections + incident.labelled {
      for kind in [section.kind].compactMap(\.self) + section.otherKinds
      where seen.insert(kind).inserted {
        first.append((kind, section))
      }
    }
    return first.sorted { $0.section.line < $1.section.line }
  }
}

extension IncidentReader {
  /// What is understood of a document that is on its own, or of a timeline file: more than one incident
  /// when the document is a log.
  package func inspect(_ document: DocumentReading, isTimeline: Bool = false) -> [Inspection] {
    guard !isTimeline else {
      return [
        Inspection(read(review: nil, timeline: document, folder: nil), of: document, line: 1)
      ]
    }
    return readAll(document).map { Inspection($0, of: document, line: $0.incident.line) }
  }

  /// The incidents of a review that is on its own: one, or those of a log in reading order.
  package func readAll(_ document: DocumentReading) -> [IncidentReading] {
    let whole = read(review: document, timeline: nil, folder: nil)
    var readings = incidents(ofLog: document, whole).map(\.reading)
    guard !readings.isEmpty else { return [whole] }
    // Findings about the file as a whole are reported once.
    readings[0].diagnostics = whole.diagnostics + readings[0].diagnostics
    return readings
  }

  /// The incidents of a log in reading order, each with its part of the document; empty when the document,
  /// read as `whole`, is one incident, which it always is when its front matter describes one.
  package func incidents(
    ofLog document: DocumentReading, _ whole: IncidentReading
  ) -> [(document: DocumentReading, reading: IncidentReading)] {
    guard !whole.incident.frontMatter.isOfOneIncident else { return [] }
    let outline = ReviewOutline(
      sections: whole.incident.sections, labelled: whole.incident.labelled)
    let parts = IncidentLog.parts(of: outline)
    guard !parts.isEmpty else { return [] }
    let definitions = LogDefinitions(in: document)
    return parts.map { section in
      let part = DocumentReading(part: section, of: document)
      var reading = read(review: part, timeline: nil, folder: nil)
      reading.incident.definitions = definitions.lines(usedIn: section.lines)
      reading.incident.frontMatter = whole.incident.frontMatter.shared
      reading.incident.visibility = whole.incident.visibility
      reading.incident.language = whole.incident.language ?? reading.incident.language
      return (part, reading)
    }
  }
}
