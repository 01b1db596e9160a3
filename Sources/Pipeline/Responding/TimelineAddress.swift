internal import Content
internal import Diagnostics
internal import Files
package import Incidents
package import Learning
internal import Vocabulary

/// Which timeline a person means: the file that has it and, in a log, the incident.
package struct TimelineAddress: Hashable, Sendable {
  enum Part: Hashable {
    /// The only incident of the file.
    case only
    /// The one with this heading, by its anchor, or with this ID.
    case named(String)
    /// The one whose part begins at this line.
    case line(Int)
  }

  let path: String
  let part: Part

  /// `text` is a file, `FILE#HEADING` or `FILE#ID` for an incident of a log, or else what
  /// ``Library/incident(named:)`` takes.
  ///
  /// - Throws: ``RespondingError``.
  package init(_ text: String, in library: Library) throws {
    let pieces = text.split(separator: "#", maxSplits: 1, omittingEmptySubsequences: false)
    let file = contentPath(String(pieces.first ?? ""))
    if DocumentName(file) != nil {
      path = file
      part = pieces.count > 1 && !pieces[1].isEmpty ? .named(String(pieces[1])) : .only
      return
    }
    let incident = try library.incident(named: text)
    path = incident.timelinePath ?? incident.path
    part = incident.part == nil ? .only : .line(incident.line)
  }
}

extension Library {
  /// The incident that a name means: its ID, the name of its page or folder, or the path of its folder or of one of its
  /// files.
  ///
  /// - Throws: ``RespondingError``.
  package func incident(named name: String) throws -> Incident {
    let path = contentPath(name)
    let word = name.split(separator: "/").last.map { $0.lowercased() } ?? ""
    let found = incidents.first { incident in
      incident.documents.contains { document in
        document.path == path
          || document.path.split(separator: "/").dropLast().joined(separator: "/") == path
            && DocumentName(document.path)?.role != nil
      } || incident.id?.description.lowercased() == word || incident.pageName == word
    }
    if let found { return found }
    let names = incidents.flatMap { [$0.id?.description, $0.pageName].compactMap(\.self) }
    throw RespondingError.noIncident(name: name, near: nearestName(to: word, among: names))
  }
}
