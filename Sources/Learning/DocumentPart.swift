package import Incidents

/// Names the document that a page is made from: a file or, in a log, the part about one incident.
package struct DocumentPart: Hashable, Sendable {
  package let path: String
  /// The line of the part's heading; `nil` for a whole file.
  package let line: Int?

  package init(path: String, line: Int? = nil) {
    self.path = path
    self.line = line
  }

  /// The name as one word, unique among all documents.
  package var name: String { line.map { "\(path):\($0)" } ?? path }
}

extension Incident {
  /// The review, or its part of a log, and the timeline file.
  package var documents: [DocumentPart] {
    [
      reviewPath.map { DocumentPart(path: $0, line: part?.lowerBound) },
      timelinePath.map { DocumentPart(path: $0) },
    ]
    .compactMap { $0 }
  }

  /// The document that represents the incident.
  package var document: DocumentPart { DocumentPart(path: path, line: part?.lowerBound) }
}
