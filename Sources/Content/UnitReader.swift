internal import Checklist
internal import CommonMark
internal import Diagnostics
internal import Files
internal import Incidents
internal import Learning
internal import Runbooks

/// Reads one unit and judges it.
struct UnitReader: Sendable {
  let source: FileSource
  let incidents: IncidentReader
  /// The folder of the runbooks, which their pages' paths leave out; `nil` in a folder of no such layout.
  let runbooks: String?
  /// The runbook that states the policy; `nil` while the runbooks themselves are read.
  var process: Runbook?
  let configuration: SiteConfiguration

  /// Adds what a unit comes to.
  ///
  /// - Throws: when a file cannot be read; what is wrong with its text is among the findings.
  func read(_ unit: ContentUnit, into content: inout ReadContent) throws(FileError) {
    switch unit {
    case .runbook(let path): try runbook(path, into: &content)
    case .incident(let review, let timeline, let folder):
      try incident(review: review, timeline: timeline, folder: folder, into: &content)
    }
  }

  private func incident(
    review reviewPath: String?, timeline timelinePath: String?, folder: String?,
    into content: inout ReadContent
  ) throws(FileError) {
    let review = try reviewPath.map(document)
    let timeline = try timelinePath.map(document)
    let reading = incidents.read(review: review, timeline: timeline, folder: folder)
    let subject = IncidentUnderReview(
      incident: reading.incident, review: review, timeline: timeline, folder: folder,
      process: process, configuration: configuration
    )
    let log = timeline == nil && folder == nil ? review.map { self.log($0, reading) } ?? [] : []
    let subjects = log.isEmpty ? [subject] : log
    let documents = [review, timeline].compactMap { $0 }
    content.diagnostics += reading.diagnostics.map { quoted($0, in: documents) }
    // The incidents of a log are judged one by one, and each is one of the library.
    var findings: [Diagnostic] = []
    for subject in subjects {
      for rule in Rule.all { findings += rule.diagnostics(in: subject) }
      var incident = subject.incident
      // The library keeps what lists and checks need; a page reads its entries again.
      incident.timeline?.letGo()
      content.incidents.append(incident)
    }
    content.diagnostics += log.isEmpty ? findings : findings.eachOnce
    for document in documents {
      content.pages.append(PageFacts(of: document))
      content.suppressions.add(SuppressionReading(of: document))
    }
  }

  private func log(
    _ document: DocumentReading, _ whole: IncidentReading
  ) -> [IncidentUnderReview] {
    let incidents = incidents.incidents(ofLog: document, whole)
    let loose =
      incidents.isEmpty ? [] : document.looseLines(outside: incidents.map(\.reading.incident))
    let lines = incidents.map(\.document.lines.lowerBound)
    return incidents.map { part, reading in
      var subject = IncidentUnderReview(
        incident: reading.incident, review: part, timeline: nil, folder: nil, process: process,
        configuration: configuration)
      subject.logLines = lines
      subject.looseLines = loose
      return subject
    }
  }

  private func runbook(
    _ path: String, into content: inout ReadContent
  ) throws(FileError) {
    let document = MarkdownDocument(parsing: try source.file(path))
    let runbook = Runbook(reading: document, below: runbooks)
    let reading = DocumentReading(of: document)
    content.diagnostics += (reading.diagnostics + runbook.diagnostics).map {
      $0.quoting(reading.file)
    }
    content.runbooks.append(runbook)
    content.pages.append(PageFacts(of: reading))
    content.suppressions.add(SuppressionReading(of: reading))
  }

  private func document(_ path: String) throws(FileError) -> DocumentReading {
    DocumentReading(parsing: try source.file(path))
  }

  private func quoted(_ diagnostic: Diagnostic, in documents: [DocumentReading]) -> Diagnostic {
    documents.first { $0.path == diagnostic.path }.map { diagnostic.quoting($0.file) } ?? diagnostic
  }
}
