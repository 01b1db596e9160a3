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
/// A script calls `archiveIndex(number, count, folder, documents)`, where the first one alone knows the count; the
/// addresses of its documents begin with the folder. A document is a row as ``SearchEntry`` says.
/// Incidents are cut from the oldest on, so that a full script stays as it is when newer ones come.
struct SearchIndex {
  /// Documents of one script; a script stays below about 256 KB.
  private static let documents = 200
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

  /// Adds what a script is made of, and returns what makes it: the code of the documents is read only then.
  func script(
    _ number: Int, of shards: [[Subject]], _ inputs: inout PageInputs
  ) -> OutputFile.Rendering {
    let entries = shards[number].map(entry)
    let count = number == 0 ? shards.count : 0
    let isOfIncidents = if case .incident = shards[number].first { true } else { false }
    let folder = isOfIncidents ? "incidents/" : ""
    inputs.add(count)
    for entry in entries { entry.add(to: &inputs) }
    return { documents in
      var writer = JSONWriter()
      var log: SourceFile?
      try writer.array { list in
        for entry in entries {
          list.newline()
          list.values(try entry.values(below: folder, documents, &log))
        }
      }
      let call = "archiveIndex(\(number),\(count),\"\(folder)\","
      return Array(call.utf8) + writer.bytes + Array(");\n".utf8)
    }
  }

  private func entry(of subject: Subject) -> SearchEntry {
    switch subject {
    case .incident(let index): incident(index)
    case .tree(let index):
      SearchEntry(
        address: site.trees[index].url, title: site.trees[index].tree.title, words: [],
        text: [site.trees[index].tree.questions.map(\.text).joined(separator: " ")])
    case .runbook(let index): runbook(index)
    }
  }

  private func incident(_ index: Int) -> SearchEntry {
    let incident = site.library.incidents[index]
    var words = [incident.id?.description ?? ""]
    words += names(.service, incident.services) + names(.factor, incident.factors) + incident.tags
    for runbook in site.library.runbooks(of: index).map({ site.library.runbooks[$0] }) {
      words.append(runbook.alert ?? runbook.title)
    }
    let actions = incident.actionItems.map(\.title).joined(separator: ". ")
    let label = incident.severityLabel ?? ""
    return SearchEntry(
      address: site.url(ofIncident: index), title: incident.title, severity: label,
      day: incident.day?.description ?? "", words: words,
      text: [incident.summary, incident.lesson, incident.fix, String(actions.prefix(200))],
      tone: incident.severityTone.flatMap { $0 == label.lowercased() ? nil : $0 },
      documents: incident.documents.map(\.path), part: incident.part)
  }

  private func runbook(_ index: Int) -> SearchEntry {
    let runbook = site.library.runbooks[index]
    return SearchEntry(
      address: site.url(ofRunbook: index), title: runbook.title,
      words: [runbook.alert ?? "", runbook.slugPath] + names(.service, runbook.services)
        + runbook.tags,
      text: [runbook.description, runbook.sections.map(\.heading).joined(separator: ", ")],
      documents: [runbook.path])
  }

  /// Keys with the names that people know them by.
  private func names(_ kind: Facet.Kind, _ keys: [String]) -> [String] {
    keys.map { key in
      guard let name = site.facets.entry(kind, key)?.name, name != key else { return key }
      return "\(key) \(name)"
    }
  }
}
