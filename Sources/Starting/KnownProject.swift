internal import Content
package import Files
internal import Incidents
package import Learning
internal import Runbooks
package import Vocabulary

/// What a new document needs to know of the project that it is for.
package struct KnownProject: Sendable {
  /// The content folder.
  package let root: String
  package let configuration: SiteConfiguration
  package let scale: SeverityScale
  /// `nil` when there is no document yet.
  package let library: Library?
  /// Where new incidents and new runbooks go.
  package let incidents: String
  package let runbooks: String

  /// - Throws: ``ContentError``, or what reading threw.
  package init(content root: String, in source: FileSource = .disk) async throws {
    self.root = root
    let loader = ContentLoader(root: root, today: nil, source: source)
    guard try source.kind(root) == .folder else {
      (library, configuration, scale) = (nil, SiteConfiguration(), .standard)
      (incidents, runbooks) = (joinedPath(root, "incidents"), joinedPath(root, "runbooks"))
      return
    }
    do {
      let library = try await loader.load().library
      self.library = library
      configuration = library.configuration
      scale = library.scale
    } catch ContentError.nothing {
      let guide = try await loader.guide()
      library = nil
      configuration = guide.configuration
      scale = Library.scale(guide.configuration, guide.process)
    }
    let folders = try PagePlaces(statedIn: root, source).newPages(below: root, in: source)
    (incidents, runbooks) = (folders.incidents, folders.runbooks)
  }

  /// The number of the next incident of a day.
  func nextNumber(on day: CalendarDay, in source: FileSource) throws -> Int {
    var names = library?.incidents.compactMap { $0.id?.description } ?? []
    if try source.kind(incidents) == .folder {
      names += try source.list(incidents, true).flatMap {
        $0.path.split(separator: "/").map(String.init)
      }
    }
    let numbers = names.compactMap { IncidentID($0) }.filter { $0.day == day }.map(\.number)
    return (numbers.max() ?? 0) + 1
  }
}
