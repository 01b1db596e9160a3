package import CommonMark
internal import Diagnostics

/// The documents that a task has parsed last, so that the next page of the same source need not
/// parse them again.
///
/// An incident has two documents at most, so two are kept.
package struct OpenDocuments: ~Copyable {
  private var latest: MarkdownDocument?
  private var earlier: MarkdownDocument?

  package init() {}

  /// Lends a document, which stays open.
  ///
  /// - Throws: what reading the file or `body` threw.
  package mutating func read<Result>(
    _ path: String, from sources: Sources,
    _ body: (borrowing MarkdownDocument) throws -> Result
  ) throws -> Result {
    let document = try take(path, from: sources)
    let result = try body(document)
    keep(document)
    return result
  }

  /// Hands a document over, for a page that changes its links.
  ///
  /// - Throws: what reading the file threw.
  package mutating func take(_ path: String, from sources: Sources) throws -> MarkdownDocument {
    if latest?.file.path == path, let document = latest.take() { return document }
    if earlier?.file.path == path, let document = earlier.take() { return document }
    return MarkdownDocument(bodyOf: try sources.file(path))
  }

  private mutating func keep(_ document: consuming MarkdownDocument) {
    if latest != nil { earlier = latest.take() }
    latest = consume document
  }
}
