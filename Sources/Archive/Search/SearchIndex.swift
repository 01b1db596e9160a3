internal import CommonMark
internal import Diagnostics
internal import Incidents
internal import Learning
internal import Publishing
internal import Runbooks
internal import Vocabulary

/// What the search of the archive knows, cut into classic scripts: they work from a disk, under a
/// strict Content-Security-Policy, and have the same bytes every time.
///
/// A script calls `archiveIndex(number, count, documents)`, where the first one alone knows the count; a document is
/// `[address, title, kind, severity, day, words, text]`, and the style of the severity where its name does not say it.
/// Incidents are cut from the oldest on, so that a full script stays as it is when newer ones come.
struct SearchIndex {
  /// Documents of one script; a script stays below about 256 KB.
  private static let documents = 200
  /// Of the code in a document: error messages, metric names, commands.
  private static let mostCode = 700

  private let site: ArchiveSite

  enum Subject {
    case runbook(Int)
    case tree(Int)
    case incident(Int)
  }

  init(of site: ArchiveSite) { self.site = site }

  /// What each script has, the first one first: runbooks, then trees, then incidents from the oldest script on, in each
  /// the newest first. There is at least one, so that the page finds an index.
  var shards: [[Subject]] {
    let others =
      site.library.listedRunbooks.indices.map { Subject.runbook($0) }
      + site.trees.indices.map { Subject.tree($0) }
    let starts = stride(from: 0, to: max(1, others.count), by: Self.documents)
    let first = starts.map { Array(others[$0..<min(others.count, $0 + Self.documents)]) }
    let count = site.library.listed.count
    return first
      + stride(from: count, to: 0, by: -Self.documents).map { end in
        (max(0, end - Self.documents)..<end).map { Subject.incident($0) }
      }
  }

  /// - Throws: Errors from reading a document.
  func script(
    _ number: Int, of shards: [[Subject]], _ documents: borrowing OpenDocuments
  ) throws -> [UInt8] {
    var writer = JSONWriter()
    var log: SourceFile?
    try writer.array { list in
      for subject in shards[number] {
        list.newline()
        try write(subject, to: &list, documents, &log)
      }
    }
    let count = number == 0 ? shards.count : 0
    return Array("archiveIndex(\(number),\(count),".utf8) + writer.bytes + Array(");\n".utf8)
  }

  /// `log` stays open for the next incident of it.
  private func write(
    _ subject: Subject, to writer: inout JSONWriter, _ documents: borrowing OpenDocuments,
    _ log: inout SourceFile?
  ) throws {
    switch subject {
    case .incident(let index): try writeIncident(index, to: &writer, documents, &log)
    case .tree(let index): writeTree(site.trees[index], to: &writer)
    case .runbook(let index): try writeRunbook(index, to: &writer, documents)
    }
  }

  private func writeIncident(
    _ index: Int, to writer: inout JSONWriter, _ documents: borrowing OpenDocuments,
    _ log: inout SourceFile?
  ) throws {
    let incident = site.library.incidents[index]
    var words = [incident.id?.description ?? "", incident.pageName]
    words += names(.service, incident.services) + names(.factor, incident.factors) + incident.tags
    for runbook in site.library.runbooks(of: index).map({ site.library.runbooks[$0] }) {
      words.append(runbook.alert ?? runbook.title)
    }
    if let part = incident.part {
      let file =
        try log.flatMap { $0.path == incident.path ? $0 : nil } ?? documents.file(incident.path)
      log = file
      words.append(code(in: file.part(part)))
    } else {
      for document in incident.documents {
        words.append(code(in: try documents.file(document.path)))
      }
    }
    let actions = incident.actionItems.map(\.title).joined(separator: ". ")
    let text = [incident.summary, incident.lesson, incident.fix, String(actions.prefix(200))]
    let label = incident.severityLabel ?? ""
    let tone = incident.severityTone.flatMap { $0 == label.lowercased() ? nil : $0 }
    writer.values(
      [
        site.url(ofIncident: index), incident.title, "Incident", label,
        incident.day?.description ?? "", Self.joined(words), Self.joined(text),
      ] + [tone].compactMap(\.self))
  }

  private func writeRunbook(
    _ index: Int, to writer: inout JSONWriter, _ documents: borrowing OpenDocuments
  ) throws {
    let runbook = site.library.runbooks[index]
    let words =
      [runbook.alert ?? "", runbook.slugPath] + names(.service, runbook.services) + runbook.tags
    let text = [runbook.description, runbook.sections.map(\.heading).joined(separator: ", ")]
    writer.values([
      site.url(ofRunbook: index), runbook.title, "Runbook", "", "",
      Self.joined(words + [code(in: try documents.file(runbook.path))]), Self.joined(text),
    ])
  }

  private func writeTree(_ page: TreePage, to writer: inout JSONWriter) {
    let questions = page.tree.questions.map(\.text).joined(separator: " ")
    writer.values([page.url, page.tree.title, "Decision", "", "", "", questions])
  }

  /// Keys with the names that people know them by.
  private func names(_ kind: Facet.Kind, _ keys: [String]) -> [String] {
    keys.map { key in
      guard let name = site.facets.entry(kind, key)?.name, name != key else { return key }
      return "\(key) \(name)"
    }
  }

  private func code(in file: SourceFile) -> String {
    CodeText(in: file, limit: Self.mostCode).text
  }

  private static func joined(_ texts: [String]) -> String {
    texts.filter { !$0.isEmpty }.joined(separator: " ")
  }
}

extension SourceFile {
  /// Some of its lines alone.
  fileprivate func part(_ lines: LineRange) -> SourceFile {
    let start = self.start(ofLine: lines.lowerBound)
    let end = self.start(ofLine: lines.upperBound)
    return SourceFile(path: path, bytes: Array(bytes[start..<max(start, end)]))
  }
}
