internal import Bytes
package import Diagnostics
internal import Incidents
internal import Learning
internal import Runbooks

/// The findings of a run by the pages of the archive that they concern. They are looked up when a page asks, because
/// there may be very many of them and few pages are open.
package struct PageFindings: Sendable {
  /// Sorted, so that those of one file are beside each other.
  package let all: [Diagnostic]
  /// The numbers of errors, warnings and notes.
  package let counts: [Level: Int]
  /// The documents of each page, by its path below the archive.
  private let documents: [String: [Place]]

  /// A document, or the lines of one.
  private struct Place {
    let path: String
    var lines: Range<Int>?
  }

  /// The findings of a run that found nothing.
  package init() {
    all = []
    counts = [:]
    documents = [:]
  }

  init(_ all: [Diagnostic], in library: Library) {
    self.all = all
    counts = all.levelCounts
    var documents: [String: [Place]] = [:]
    for incident in library.incidents {
      var places: [Place] = []
      if let path = incident.reviewPath { places.append(Place(path: path, lines: incident.part)) }
      if let path = incident.timelinePath { places.append(Place(path: path)) }
      documents[incident.archivePage] = places
    }
    for runbook in library.runbooks {
      documents[runbook.archivePage] = [Place(path: runbook.path)]
    }
    self.documents = documents
  }

  /// Those of the documents of a page. In a log those outside all lines concern each of its incidents.
  package func of(_ page: String) -> [Diagnostic] {
    (documents[page] ?? []).flatMap { place in
      range(of: place.path).map { all[$0] }.filter { finding in
        guard let lines = place.lines, let line = finding.range?.lowerBound.line else {
          return true
        }
        return lines.contains(line)
      }
    }
  }

  /// The first errors.
  package func errors(atMost count: Int) -> [Diagnostic] {
    all.indices.lazy.filter { all[$0].level == .error }.prefix(count).map { all[$0] }
  }

  private func range(of path: String) -> Range<Int> {
    all.partition { $0.path >= path }..<all.partition { $0.path > path }
  }
}

extension CheckedContent {
  /// What was found, by the pages that it concerns.
  package var pageFindings: PageFindings { PageFindings(judgement.findings, in: library) }
}
