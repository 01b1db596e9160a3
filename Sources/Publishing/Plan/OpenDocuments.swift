package import CommonMark
package import Diagnostics
package import Files
package import Incidents
package import Learning
internal import Runbooks
internal import Screening

/// The documents of the content as a task that renders pages reads them. Those that it parsed last stay
/// open, so that the next page of the same source need not parse them again.
///
/// An incident has two documents at most, so two are kept.
package struct OpenDocuments: ~Copyable {
  private let files: FileSource
  /// The errors that were found in the documents.
  package let errors: PageErrors
  /// Whether the page that is rendered followed a link that its inputs do not name. It then has to be rendered in every
  /// build.
  package var isBeyondInputs = false
  private var latest: Open?
  private var earlier: Open?
  /// The log that the latest part is of.
  private var log: LogText?

  private struct Open: ~Copyable {
    let name: DocumentPart
    let document: MarkdownDocument

    consuming func release() -> MarkdownDocument { document }
  }

  package init(from files: FileSource, errors: PageErrors = PageErrors()) {
    self.files = files
    self.errors = errors
  }

  /// - Throws: Errors from reading; the file may have changed or gone since the library was collected.
  package func file(_ path: String) throws(FileError) -> SourceFile { try files.file(path) }

  /// The bytes of a file that is copied; those of a picture without its metadata, with `stripsMetadata`.
  ///
  /// - Throws: Errors from reading the file.
  package func copy(of path: String, stripsMetadata: Bool) throws(FileError) -> [UInt8] {
    let bytes = try files.read(path)
    return stripsMetadata ? PictureMetadata(of: bytes, at: path).stripped : bytes
  }

  /// Lends the document that represents an incident; for an incident in a log, only its part.
  ///
  /// - Throws: Errors from reading the file, and those from `body`.
  package mutating func read<Result>(
    _ incident: Incident, _ body: (borrowing MarkdownDocument) throws -> Result
  ) throws -> Result {
    let document = try take(incident)
    let result = try body(document)
    keep(document, as: incident.document)
    return result
  }

  /// Hands over the document that represents an incident; for an incident in a log, only its part.
  ///
  /// - Throws: Errors from reading the file.
  package mutating func take(_ incident: Incident) throws -> MarkdownDocument {
    guard incident.part != nil else { return try take(incident.path) }
    if let document = open(incident.document) { return document }
    let log =
      if let log, log.file.path == incident.path { log } else {
        LogText(of: try file(incident.path))
      }
    self.log = log
    return MarkdownDocument(parsing: log.text(of: incident), as: .body)
  }

  /// Lends a document, which stays open.
  ///
  /// - Throws: Errors from reading the file, and those from `body`.
  package mutating func read<Result>(
    _ path: String, _ body: (borrowing MarkdownDocument) throws -> Result
  ) throws -> Result {
    let document = try take(path)
    let result = try body(document)
    keep(document, as: DocumentPart(path: path))
    return result
  }

  /// Hands a document over, for a page that changes its links.
  ///
  /// - Throws: Errors from reading the file.
  package mutating func take(_ path: String) throws -> MarkdownDocument {
    try open(DocumentPart(path: path)) ?? MarkdownDocument(parsing: file(path), as: .body)
  }

  /// Lends the document of a runbook, which stays open; a pasted process has its marks again.
  ///
  /// - Throws: Errors from reading the file, and those from `body`.
  package mutating func read<Result>(
    runbook path: String, _ body: (borrowing MarkdownDocument) throws -> Result
  ) throws -> Result {
    let document = try take(runbook: path)
    let result = try body(document)
    keep(document, as: DocumentPart(path: path))
    return result
  }

  /// Hands the document of a runbook over, for a page that changes its links.
  ///
  /// - Throws: Errors from reading the file.
  package mutating func take(runbook path: String) throws -> MarkdownDocument {
    if let document = open(DocumentPart(path: path)) { return document }
    let file = try file(path)
    return MarkdownDocument(parsing: PastedPage.restored(file) ?? file, as: .body)
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
