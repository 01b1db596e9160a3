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

  /// The files of incidents, each before its page, which changes the document that both are made from.
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
      .compactMap(\.self) + incident.services.map(serviceName)
    return "# \(incident.title)\n\n" + (facts.isEmpty ? "" : facts.joined(separator: ", ") + "\n\n")
  }

  private func markdown(
    of document: borrowing MarkdownDocument, omitting titleLine: Int?, on place: Place
  ) -> [UInt8] {
    let file = document.file
    let rewriter = LinkRewriter(site: self, path: file.path, place: place)
    var edits = SourceEdits()
    let defined = edit(document.definitions, of: file, rewriter, &edits)
    for block in document.blocks {
      let lines =
        file.start(ofLine: block.lines.lowerBound)..<file.start(ofLine: block.lines.upperBound)
      if case .heading = block.kind, block.lines.lowerBound == titleLine {
        edits.delete(lines)
        continue
      }
      for token in block.markup where token.kind == .comment {
        if let range = token.range { edits.delete(range) }
      }
      for link in block.links + block.cells.flatMap(\.links) {
        let change = rewriter.change(link.destination)
        guard change != .keep, !defined.contains(link.destination) else { continue }
        let range = file.offsets(of: link.range)
        if file.bytes[range].elementsEqual(link.destination.utf8) {
          edits.replace(range, with: change.address)
        } else {
          // An address that is written in another way may name what is not published.
          edits.delete(lines)
        }
      }
    }
    let body = file.start(ofLine: document.bodyLine)..<file.bytes.count
    return edits.spliced(into: file.bytes, in: body)
  }

  /// Makes the definitions of links lead to pages; those that lead nowhere go, and so do comments in the form of one.
  ///
  /// - Returns: Where they led, as they are written.
  private func edit(
    _ definitions: [Definition], of file: SourceFile, _ rewriter: LinkRewriter,
    _ edits: inout SourceEdits
  ) -> Set<String> {
    var destinations: Set<String> = []
    for target in definitions.compactMap(\.target) {
      var written = file.bytes[target.destination]
      if written.first == UInt8(ascii: "<") { written = written.dropFirst().dropLast() }
      let destination = String(decoding: written, as: UTF8.self)
      destinations.insert(destination)
      switch rewriter.change(destination) {
      case .keep where destination == "#": edits.delete(target.range)
      case .keep: break
      case .unlink: edits.delete(target.range)
      case .replace(let address): edits.replace(target.destination, with: address)
      }
    }
    return destinations
  }
}

extension LinkChange {
  /// The address that a link has afterwards; empty for one that leads nowhere.
  fileprivate var address: String {
    if case .replace(let address) = self { address } else { "" }
  }
}

extension SourceFile {
  fileprivate func offsets(of range: SourceRange) -> Range<Int> {
    func offset(_ place: SourceLocation) -> Int {
      min(self.start(ofLine: place.line) + place.column - 1, bytes.count)
    }
    let start = offset(range.lowerBound)
    return start..<max(start, offset(range.upperBound))
  }
}
