internal import CommonMark
package import Diagnostics
package import Incidents

/// Fixes documents: makes the edits of the fixes and keeps those that change nothing else.
///
/// Each edit is read back, and dropped when the readers understand anything differently than before, so that
/// a fix that is wrong about a text leaves it alone.
package struct Fixer: Sendable {
  /// A fix that still makes edits after this many rounds is wrong about the text.
  private static let mostRounds = 4
  /// The most edits of a file that are tried one by one when they do not work together.
  private static let mostAlone = 200

  private let fixes: [Fix]
  private let reader: IncidentReader
  private let vocabulary: HeadingVocabulary

  package init(_ fixes: [Fix], vocabulary: HeadingVocabulary = .standard) {
    self.fixes = fixes
    self.vocabulary = vocabulary
    reader = IncidentReader(vocabulary: vocabulary)
  }

  /// The fixed document and the number of edits.
  ///
  /// - Parameters:
  ///   - file: The document as it is on disk.
  ///   - role: What it is to its incident.
  ///   - hasOtherTimeline: Whether the incident has a timeline in another file.
  ///   - linkedAnchors: The headings that some page links to.
  /// - Returns: `nil` when there is nothing to fix.
  package func fixed(
    _ file: SourceFile, role: FixSubject.Role, hasOtherTimeline: Bool = false,
    linkedAnchors: Set<String> = []
  ) -> (file: SourceFile, edits: Int)? {
    var reading = read(
      file, role: role, hasOtherTimeline: hasOtherTimeline, linkedAnchors: linkedAnchors)
    // A file that cannot be read as text is left to its author; so is one written as MDX, in which other
    // lines stand in for some of its own.
    guard reading.subject.document.file.bytes == file.bytes,
      !reading.subject.document.diagnostics.contains(where: { $0.level == .error })
    else {
      return nil
    }
    var count = 0
    for fix in fixes {
      let (fixed, edits) = applying(fix, to: reading)
      reading = fixed
      count += edits
    }
    let result = reading.subject.document.file
    return result.bytes == file.bytes ? nil : (result, count)
  }

  private func applying(_ fix: Fix, to reading: Reading) -> (Reading, Int) {
    var current = reading
    var count = 0
    for _ in 0..<Self.mostRounds {
      let edits = fix.edits(current.subject)
      if edits.isEmpty { return (current, count) }
      let (next, kept) = keeping(edits, of: fix, in: current)
      // Edits that were dropped once would be dropped again.
      if kept == 0 { return (current, count) }
      current = next
      count += kept
    }
    return (reading, 0)
  }

  /// Makes all edits at once, or else those that can be made one after the other.
  private func keeping(
    _ edits: SourceEdits, of fix: Fix, in reading: Reading
  ) -> (Reading, Int) {
    if let next = reread(reading, after: edits, of: fix) { return (next, edits.edits.count) }
    guard edits.edits.count > 1, edits.edits.count <= Self.mostAlone else { return (reading, 0) }
    var kept: [SourceEdit] = []
    var result = reading
    for edit in edits.edits {
      guard let next = reread(reading, after: SourceEdits(kept + [edit]), of: fix) else { continue }
      kept.append(edit)
      result = next
    }
    return (result, kept.count)
  }

  private func reread(_ reading: Reading, after edits: SourceEdits, of fix: Fix) -> Reading? {
    let subject = reading.subject
    let file = subject.document.file
    let bytes = edits.spliced(into: file.bytes, in: 0..<file.bytes.count)
    let next = read(
      SourceFile(path: file.path, bytes: bytes), role: subject.role,
      hasOtherTimeline: subject.hasOtherTimeline, linkedAnchors: subject.linkedAnchors)
    let isKept = reading.understanding.isKept(in: next.understanding, after: fix.change)
    return isKept ? next : nil
  }

  private struct Reading {
    let subject: FixSubject
    let understanding: Understanding
  }

  private func read(
    _ file: SourceFile, role: FixSubject.Role, hasOtherTimeline: Bool, linkedAnchors: Set<String>
  ) -> Reading {
    let document = DocumentReading(parsing: file)
    let isReview = role == .review
    let reading = reader.read(
      review: isReview ? document : nil, timeline: isReview ? nil : document, folder: nil)
    let isLog = isReview && !reader.incidents(ofLog: document, reading).isEmpty
    let subject = FixSubject(
      document: document, role: role, incident: reading.incident, isLog: isLog,
      vocabulary: vocabulary, hasOtherTimeline: hasOtherTimeline, linkedAnchors: linkedAnchors)
    return Reading(
      subject: subject,
      understanding: Understanding(of: subject, diagnostics: reading.diagnostics))
  }
}
