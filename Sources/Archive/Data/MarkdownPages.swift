internal import CommonMark
internal import Diagnostics
internal import Incidents
internal import Learning
internal import Publishing
internal import Runbooks
internal import Vocabulary

/// The text of each incident and runbook as Markdown beside its page, for programs that read and people who grep: the
/// author's words, without front matter and comments, with links that lead to pages of the archive.
///
/// A document of MDX has none: its components are no Markdown.
extension ArchiveSite {
  /// The address of the Markdown of a page, beside it.
  static func markdownURL(beside page: String) -> String {
    page.dropLast("html".utf8.count) + "md"
  }

  /// The files of incidents, each to be made before its page, which then finds the document open.
  var markdownPages: [OutputFile] {
    let incident: @Sendable (Int, inout PageInputs) -> OutputFile.Rendering = incidentMarkdown
    let runbook: @Sendable (Int, inout PageInputs) -> OutputFile.Rendering = runbookMarkdown
    let incidents = library.incidents.indices.filter { hasMarkdown(library.incidents[$0]) }
    let runbooks = library.runbooks.indices.filter {
      !library.runbooks[$0].path.hasSuffix(Self.mdx)
    }
    return incidents.map { index in
      let document = library.incidents[index].document
      return OutputFile(
        path: Self.folder + Self.markdownURL(beside: url(ofIncident: index)),
        origin: document.path, source: document.name, prepare: { incident(index, &$0) })
    }
      + runbooks.map { index in
        let path = library.runbooks[index].path
        return OutputFile(
          path: Self.folder + Self.markdownURL(beside: url(ofRunbook: index)), origin: path,
          source: path, prepare: { runbook(index, &$0) })
      }
  }

  func hasMarkdown(_ incident: Incident) -> Bool {
    !incident.documents.contains { $0.path.hasSuffix(Self.mdx) }
  }

  private static let mdx = ".mdx"

  private func incidentMarkdown(
    _ index: Int, _ inputs: inout PageInputs
  ) -> OutputFile.Rendering {
    let incident = library.incidents[index]
    let place = Place(url(ofIncident: index))
    let heading = heading(of: incident)
    inputs.add(incident)
    inputs.addLinks(of: incident, on: place, in: self)
    inputs.add(heading)
    return { documents in
      var bytes = Array(heading.utf8)
      bytes += try documents.read(incident) {
        markdown(of: $0, omitting: incident.titleHeading?.line, on: place)
      }
      if let path = incident.timelinePath, path != incident.path {
        bytes += "\n## \(path.split(separator: "/").last ?? "")\n\n".utf8
        bytes += try documents.read(path) { markdown(of: $0, omitting: nil, on: place) }
      }
      return bytes
    }
  }

  private func runbookMarkdown(
    _ index: Int, _ inputs: inout PageInputs
  ) -> OutputFile.Rendering {
    let runbook = library.runbooks[index]
    let place = Place(url(ofRunbook: index))
    inputs.add(source: runbook.path)
    inputs.add(
      library.pages[runbook.path]?.links ?? [],
      with: LinkRewriter(site: self, path: runbook.path, place: place))
    return { documents in
      let text = try documents.read(runbook: runbook.path) {
        markdown(of: $0, omitting: runbook.titleHeading?.line, on: place)
      }
      return Array("# \(runbook.title)\n\n".utf8) + text
    }
  }

  /// The title, and what the record says in one line.
  private func heading(of incident: Incident) -> String {
    let facts =
      [incident.id?.description, incident.day?.description, incident.severityLabel]
      .compactMap(\.self) + incident.services.map { facets.entry(.service, $0)?.name ?? $0 }
    return "# \(incident.title)\n\n" + (facts.isEmpty ? "" : facts.joined(separator: ", ") + "\n\n")
  }

  private func markdown(
    of document: borrowing MarkdownDocument, omitting titleLine: Int?, on place: Place
  ) -> [UInt8] {
    let file = document.file
    let rewriter = LinkRewriter(site: self, path: file.path, place: place)
    var edits = SourceEdits()
    for block in document.blocks {
      if case .heading = block.kind, block.lines.lowerBound == titleLine {
        edits.delete(
          file.start(ofLine: block.lines.lowerBound)..<file.start(ofLine: block.lines.upperBound))
        continue
      }
      for token in block.markup where token.kind == .comment {
        if let range = token.range { edits.delete(range) }
      }
      for link in block.links + block.cells.flatMap(\.links) {
        guard case .replace(let address) = rewriter.change(link.destination) else { continue }
        let start =
          file.start(ofLine: link.range.lowerBound.line) + link.range.lowerBound.column - 1
        let end = file.start(ofLine: link.range.upperBound.line) + link.range.upperBound.column - 1
        // A link by reference has its text there; its definition has the address.
        guard start < end, end <= file.bytes.count,
          file.bytes[start..<end].elementsEqual(link.destination.utf8)
        else { continue }
        edits.replace(start..<end, with: address)
      }
    }
    let body = file.start(ofLine: document.bodyLine)..<file.bytes.count
    return edits.spliced(into: file.bytes, in: body)
  }
}
