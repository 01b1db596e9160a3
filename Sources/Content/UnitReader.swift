internal import Checklist
internal import CommonMark
internal import Diagnostics
internal import Files
internal import Incidents
internal import Learning
internal import Runbooks

/// Reads one unit from the disk and judges it.
struct UnitReader: Sendable {
  let incidents: IncidentReader
  /// The folder of the runbooks, which their pages' paths leave out; `nil` in a folder of no such layout.
  let runbooks: String?
  /// The runbook that states the policy; `nil` while the runbooks themselves are read.
  let process: Runbook?
  let configuration: SiteConfiguration

  /// - Throws: when a file cannot be read; what is wrong with its text is in the item.
  func item(_ unit: ContentUnit) throws(FileError) -> ContentItem {
    switch unit {
    case .runbook(let path): try runbook(path)
    case .incident(let review, let timeline, let folder):
      try incident(review: review, timeline: timeline, folder: folder)
    }
  }

  private func incident(
    review reviewPath: String?, timeline timelinePath: String?, folder: String?
  ) throws(FileError) -> ContentItem {
    let review = try reviewPath.map(document)
    let timeline = try timelinePath.map(document)
    let reading = incidents.read(review: review, timeline: timeline, folder: folder)
    let subject = IncidentUnderReview(
      incident: reading.incident, review: review, timeline: timeline, folder: folder,
      process: process, configuration: configuration
    )
    let documents = [review, timeline].compactMap { $0 }
    var diagnostics = reading.diagnostics.map { quoted($0, in: documents) }
    for rule in Rule.all { diagnostics += rule.diagnostics(in: subject) }
    var incident = reading.incident
    // The library keeps what lists and checks need; a page reads its entries again.
    incident.timeline?.letGo()
    return ContentItem(
      subject: .incident(incident), pages: documents.map { PageFacts(of: $0) },
      diagnostics: diagnostics)
  }

  private func runbook(_ path: String) throws(FileError) -> ContentItem {
    let document = MarkdownDocument(parsing: SourceFile(path: path, bytes: try readFile(path)))
    let runbook = Runbook(reading: document, below: runbooks)
    let reading = DocumentReading(of: document)
    let diagnostics = (reading.diagnostics + runbook.diagnostics).map { $0.quoting(reading.file) }
    return ContentItem(
      subject: .runbook(runbook), pages: [PageFacts(of: reading)], diagnostics: diagnostics)
  }

  private func document(_ path: String) throws(FileError) -> DocumentReading {
    DocumentReading(parsing: SourceFile(path: path, bytes: try readFile(path)))
  }

  private func quoted(_ diagnostic: Diagnostic, in documents: [DocumentReading]) -> Diagnostic {
    documents.first { $0.path == diagnostic.path }.map { diagnostic.quoting($0.file) } ?? diagnostic
  }
}
