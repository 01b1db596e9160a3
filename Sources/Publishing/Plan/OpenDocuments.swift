package import CommonMark
internal import Diagnostics
package import Incidents

/// The documents that a task has parsed last, so that the next page of the same source need not
/// parse them again.
///
/// An incident has two documents at most, so two are kept.
package struct OpenDocuments: ~Copyable {
  private var latest: Open?
  private var earlier: Open?
  /// The log that the latest part is of.
  private var log: LogText?

  private struct Open: ~Copyable {
    let name: DocumentPart
    let document: MarkdownDocument

    consuming func release() -> MarkdownDocument { document }
  }

  package init() {}

  /// Lends the document that stands for an incident, of a log its part alone.
  ///
  /// - Throws: what reading the file or `body` threw.
  package mutating func read<Result>(
    _ incident: Incident, from sources: Sources,
    _ body: (borrowing MarkdownDocument) throws -> Result
  ) throws -> Result {
    let document = try take(incident, from: sources)
    let result = try body(document)
    keep(document, as: incident.document)
    return result
  }

  /// Hands over the document that stands for an incident, of a log its part alone.
  ///
  /// - Throws: what reading the file threw.
  package mutating func take(
    _ incident: Incident, from sources: Sources
  ) throws -> MarkdownDocument {
    guard incident.part != nil else { return try take(incident.path, from: sources) }
    if let document = open(incident.document) { return document }
    let log =
      if let log, log.file.path == incident.path { log } else {
        LogText(of: try sources.file(incident.path))
      }
    self.log = log
    return MarkdownDocument(bodyOf: log.text(of: incident))
  }

  /// Lends a document, which stays open.
  ///
  /// - Throws: what reading the file or `body` threw.
  package mutating func read<Result>(
    _ path: String, from sources: Sources,
    _ body: (borrowing MarkdownDocument) throws -> Result
  ) throws -> Result {
    let document = try take(path, from: sources)
    let result = try body(document)
    keep(document, as: DocumentPart(path: path))
    return result
  }

  /// Hands a document over, for a page that changes its links.
  ///
  /// - Throws: what reading the file threw.
  package mutating func take(_ path: String, from sources: Sources) throws -> MarkdownDocument {
    try open(DocumentPart(path: path)) ?? MarkdownDocument(bodyOf: sources.file(path))
  }

  private mutating func open(_ name: DocumentPart) -> MarkdownDocument? {
    if latest?.name == name, let open = latest.take() { return open.release() }
    if earlier?.name == name, let open = earlier.take() { return open.release() }
    return nil
  }

  private mutating func keep(_ document: consuming MarkdownDocument, as name: DocumentPart) {
    if latest != nil { earlier = latest.take() }
    latest = Open(name: name, document: document)
  }
}
