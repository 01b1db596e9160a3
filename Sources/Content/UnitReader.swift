internal import Checklist
internal import CommonMark
internal import Diagnostics
internal import Incidents
internal import Learning
internal import Runbooks
internal import Screening

/// Makes a record of a unit: a pure function of the bytes of its files, the settings and the policy.
///
/// The rules that look at one incident run here, while its documents are at hand: kept until all is read
/// they would cost more memory than all the rest.
struct UnitReader: Sendable {
  var incidents: IncidentReader
  /// The folders of the runbooks, which their pages' paths leave out; none in a folder of no such layout.
  let runbooks: [String]
  /// The runbook that states the policy; `nil` while the runbooks themselves are read.
  var process: Runbook?
  let configuration: SiteConfiguration

  /// The record of a unit whose files are those of ``ContentUnit/paths``, in their order.
  func record(of unit: ContentUnit, _ files: [SourceFile]) -> UnitRecord {
    var record = UnitRecord()
    let files = screened(files, to: &record)
    guard record.withheld.isEmpty else {
      record.withheld = Set(unit.paths)
      return record
    }
    switch unit {
    case .runbook: for file in files { add(runbook: file, to: &record) }
    case .incident(let review, let timeline, let folder):
      let documents = files.map { DocumentReading(parsing: $0) }
      add(
        review: documents.first { $0.path == review },
        timeline: documents.first { $0.path == timeline }, folder: folder, to: &record)
      for incident in record.incidents {
        guard let file = files.first(where: { $0.path == incident.path }) else { continue }
        record.quotes += LineQuote.all(of: incident, in: file)
      }
    }
    return record
  }

  /// Looks for what must not be published, and withholds a file that cannot be read.
  private func screened(_ files: [SourceFile], to record: inout UnitRecord) -> [SourceFile] {
    files.map { original in
      let screened = ScreenedFile(original)
      record.findings += screened.findings(isMarkdown: true)
      if let mask = screened.mask { record.masks[original.path] = mask }
      let obstacles = screened.obstacles(isMarkdown: true)
      if !obstacles.isEmpty {
        record.findings += obstacles
        record.withheld.insert(original.path)
      }
      return screened.file
    }
  }

  private func add(
    review: DocumentReading?, timeline: DocumentReading?, folder: String?,
    to record: inout UnitRecord
  ) {
    let reading = incidents.read(review: review, timeline: timeline, folder: folder)
    let subject = IncidentUnderReview(
      incident: reading.incident, review: review, timeline: timeline, folder: folder,
      process: process, configuration: configuration, scale: incidents.scale
    )
    let log = timeline == nil && folder == nil ? review.map { self.log($0, reading) } ?? [] : []
    let subjects = log.isEmpty ? [subject] : log
    let documents = [review, timeline].compactMap { $0 }
    record.findings += reading.diagnostics.map { quoted($0, in: documents) }
    record.findings += documents.flatMap {
      LiteralLinks.findings(in: $0) + BrokenAddresses.findings(in: $0) + Self.emptiness(of: $0)
    }
    // The incidents of a log are checked one by one, and each is in the library.
    var findings: [Diagnostic] = []
    for subject in subjects {
      for check in Rule.incidentChecks { findings += check(subject) }
      var incident = subject.incident
      // The library keeps what lists and checks need; a page reads its entries again.
      incident.timeline?.letGo()
      incident.fit()
      record.incidents.append(incident)
    }
    findings = Rule.withoutConsequences(findings, in: documents)
    record.words += subjects.map { subject in
      PageWords(
        of: subject.incident, review: subject.review, timeline: subject.timeline,
        services: configuration.services.map { ($0.key, $0.name) })
    }
    record.findings += log.isEmpty ? findings : findings.eachOnce
    for document in documents {
      record.pages.append(PageFacts(of: document))
      record.suppressions.add(SuppressionReading(of: document))
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
        configuration: configuration, scale: self.incidents.scale)
      subject.logLines = lines
      subject.looseLines = loose
      return subject
    }
  }

  /// The innermost folder of runbooks that a page is in.
  private func folder(of path: String) -> String? {
    runbooks.filter { path.hasPrefix($0 + "/") }.max { $0.utf8.count < $1.utf8.count }
      ?? runbooks.first
  }

  private func add(runbook file: SourceFile, to record: inout UnitRecord) {
    let pasted = PastedPage.restored(file)
    let document = MarkdownDocument(parsing: pasted ?? file)
    let runbook = Runbook(
      reading: document, below: folder(of: file.path), pasted: pasted == nil ? nil : file)
    let reading = DocumentReading(of: document)
    let findings =
      runbook.diagnostics + [TemplateTags.finding(in: reading)].compactMap(\.self)
      + LiteralLinks.findings(in: reading) + BrokenAddresses.findings(in: reading)
      + Self.emptiness(of: reading)
    record.findings += (reading.diagnostics + Rule.withoutConsequences(findings, in: [reading])).map
    {
      $0.quoting(reading.file)
    }
    record.runbooks.append(runbook)
    record.words.append(PageWords(of: runbook, reading))
    record.pages.append(
      PageFacts(
        of: reading, named: runbook.leadsTo.map { ($0.destination, $0.destinationRange) }))
    record.suppressions.add(SuppressionReading(of: reading))
  }

  /// A document without a line of text.
  private static func emptiness(of document: DocumentReading) -> [Diagnostic] {
    guard document.blocks.isEmpty else { return [] }
    return [
      Diagnostic(
        code: "BS064", level: .warning, path: document.path,
        message: "the document has no text, so its page is empty",
        help: "write it, or remove the file")
    ]
  }

  private func quoted(_ diagnostic: Diagnostic, in documents: [DocumentReading]) -> Diagnostic {
    documents.first { $0.path == diagnostic.path }.map { diagnostic.quoting($0.file) } ?? diagnostic
  }
}
