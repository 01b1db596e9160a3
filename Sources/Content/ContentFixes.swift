package import Checklist
package import Diagnostics
package import Files
internal import Incidents
internal import Learning
internal import Runbooks

/// A document as it is and as it should be.
package struct FixedDocument: Sendable {
  package let before: SourceFile
  package let after: [UInt8]
  /// How many places differ.
  package let edits: Int

  package init(before: SourceFile, after: [UInt8], edits: Int) {
    self.before = before
    self.after = after
    self.edits = edits
  }

  package var path: String { before.path }
}

extension Content {
  /// The documents after fixes, by path: only those that differ. They are read again from
  /// `source`, and only those for which `covering` is true. Throws ``ContentError/unreadable(_:)``.
  package func fixed(
    by fixes: [Fix], source: FileSource = .disk, covering: (_ path: String) -> Bool
  ) throws -> [FixedDocument] {
    let fixer = Fixer(
      fixes, vocabulary: HeadingVocabulary(adding: library.configuration.headings))
    let anchors = linkedAnchors
    var documents: [FixedDocument] = []
    // The incidents of a log share one.
    var seen: Set<String> = []
    for incident in library.incidents {
      for (path, role) in [
        (incident.reviewPath, FixSubject.Role.review), (incident.timelinePath, .timeline),
      ] {
        guard let path, covering(path), seen.insert(path).inserted else { continue }
        let file = SourceFile(path: path, bytes: try Self.read(path, source))
        let fixed = fixer.fixed(
          file, role: role, hasOtherTimeline: role == .review && incident.timelinePath != nil,
          linkedAnchors: anchors[path] ?? [])
        guard let fixed else { continue }
        documents.append(
          FixedDocument(before: file, after: fixed.file.bytes, edits: fixed.edits))
      }
    }
    for runbook in library.runbooks where covering(runbook.path) {
      let file = SourceFile(path: runbook.path, bytes: try Self.read(runbook.path, source))
      guard let fixed = PastedMarks.fixed(file) else { continue }
      documents.append(FixedDocument(before: file, after: fixed.file.bytes, edits: fixed.edits))
    }
    return documents.sorted { bytesPrecede($0.path, $1.path) }
  }

  private static func read(_ path: String, _ source: FileSource) throws -> [UInt8] {
    do {
      return try source.read(path)
    } catch {
      throw ContentError.unreadable([error])
    }
  }

  /// The headings that links name, by the path of their document.
  private var linkedAnchors: [String: Set<String>] {
    var anchors: [String: Set<String>] = [:]
    for page in library.pages.values {
      for link in page.links {
        switch library.links.target(of: link.destination, from: page.path) {
        case .heading(let anchor): anchors[page.path, default: []].insert(anchor)
        case .page(_, let path, let anchor?): anchors[path, default: []].insert(anchor)
        case .page, .folder, .asset, .missing, .outside, .external: continue
        }
      }
    }
    return anchors
  }
}
