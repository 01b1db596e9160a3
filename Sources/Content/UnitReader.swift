internal import Checklist
internal import CommonMark
internal import Diagnostics
internal import Files
internal import Incidents
internal import Learning
internal import Runbooks

/// What reading one unit gives: its part of the library, and what its authors allow.
struct UnitReading: Sendable {
  var item: ContentItem
  var suppressions: SuppressionReading
}

/// Reads one unit and judges it.
struct UnitReader: Sendable {
  let source: ContentSource
  let incidents: IncidentReader
  /// The folder of the runbooks, which their pages' paths leave out; `nil` in a folder of no such layout.
  let runbooks: String?
  let policy: ResponsePolicy

  /// - Throws: when a file cannot be read; what is wrong with its text is in the item.
  func read(_ unit: ContentUnit) throws(FileError) -> UnitReading {
    switch unit {
    case .runbook(let path): try runbook(path)
    case .incident(let review, let timeline, let folder):
      try incident(review: review, timeline: timeline, folder: folder)
    }
  }

  private func incident(
    review reviewPath: String?, timeline timelinePath: String?, folder: String?
  ) throws(FileError) -> UnitReading {
    let review = try reviewPath.map(document)
    let timeline = try timelinePath.map(document)
    let reading = incidents.read(review: review, timeline: timeline, folder: folder)
    let subject = IncidentUnderReview(
      incident: reading.incident, review: review, timeline: timeline, folder: folder, policy: policy
    )
    let documents = [review, timeline].compactMap { $0 }
    var diagnostics = reading.diagnostics.map { quoted($0, in: documents) }
    for rule in Rule.all { diagnostics += rule.diagnostics(in: subject) }
    var incident = reading.incident
    // The library keeps what lists and checks need; a page reads its entries again.
    incident.timeline?.letGo()
    let item = ContentItem(
      subject: .incident(incident), pages: documents.map { PageFacts(of: $0) },
      diagnostics: diagnostics)
    return UnitReading(
      item: item,
      suppressions: documents.reduce(into: SuppressionReading()) {
        $0.add(SuppressionReading(of: $1))
      })
  }

  private func runbook(_ path: String) throws(FileError) -> UnitReading {
    let document = MarkdownDocument(parsing: SourceFile(path: path, bytes: try source.read(path)))
    let runbook = Runbook(reading: document, below: runbooks)
    let reading = DocumentReading(of: document)
    let diagnostics = (reading.diagnostics + runbook.diagnostics).map { $0.quoting(reading.file) }
    let item = ContentItem(
      subject: .runbook(runbook), pages: [PageFacts(of: reading)], diagnostics: diagnostics)
    return UnitReading(item: item, suppressions: SuppressionReading(of: reading))
  }

  private func document(_ path: String) throws(FileError) -> DocumentReading {
    DocumentReading(parsing: SourceFile(path: path, bytes: try source.read(path)))
  }

  private func quoted(_ diagnostic: Diagnostic, in documents: [DocumentReading]) -> Diagnostic {
    documents.first { $0.path == diagnostic.path }.map { diagnostic.quoting($0.file) } ?? diagnostic
  }
}
