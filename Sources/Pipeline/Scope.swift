internal import Content
internal import Files

/// A folder to load, and the part of it that was asked for.
struct Scope: Sendable {
  let root: String
  /// Whether `root` is the project's content: a link out of it is then wrong, and otherwise just unknown.
  let isContent: Bool
  /// The only documents to read; `nil` for the whole folder.
  private(set) var pages: Set<String>?
  /// The paths as they were asked for.
  private(set) var paths: [String]

  func covers(_ path: String) -> Bool {
    paths.contains { $0 == path || $0 == root || $0 == "." || path.hasPrefix($0 + "/") }
  }

  /// The whole content.
  static func whole(_ content: String) -> Scope {
    Scope(root: content, isContent: true, pages: nil, paths: [content])
  }

  /// A folder is checked with everything in it, and a folder inside the content folder with the whole
  /// content. A file is checked with what it needs: the timeline or review beside it, the pages it links
  /// to, the policy.
  ///
  /// - Throws: ``ContentError/unreadable(_:)`` with every path that does not exist.
  static func scopes(of settings: Build.Settings, in files: FileSource) throws -> [Scope] {
    var scopes: [Scope] = []
    var failures: [FileError] = []
    let places: PagePlaces
    do {
      places = try PagePlaces(statedIn: settings.content, files)
    } catch {
      throw ContentError.unreadable([error])
    }
    for path in settings.paths {
      do throws(FileError) {
        guard let kind = try files.kind(path) else {
          throw FileError(path: path, code: missingFile)
        }
        let isInContent = isInside(path, settings.content) && isPlace(path, places, of: settings)
        add(
          scope(
            of: path, isFolder: kind == .folder, content: isInContent ? settings.content : nil),
          to: &scopes)
      } catch {
        failures.append(error)
      }
    }
    if !failures.isEmpty { throw ContentError.unreadable(failures) }
    return scopes
  }

  /// Whether a path in the content folder is one of pages or settings, as far as the settings say which are.
  private static func isPlace(
    _ path: String, _ places: PagePlaces, of settings: Build.Settings
  ) -> Bool {
    if places.isEmpty || path == settings.content { return true }
    let inner = String(path.dropFirst(folderPrefix(settings.content).count))
    return places.touches(inner) || ContentLoader.settings.contains(inner)
  }

  /// `content` is the content folder where the path belongs to it.
  private static func scope(of path: String, isFolder: Bool, content: String?) -> Scope {
    if let content {
      let isPage = !isFolder && ContentLayout.isMarkdown(path)
      return Scope(
        root: content, isContent: true, pages: isPage ? [path] : nil, paths: [path])
    }
    if isFolder { return Scope(root: path, isContent: false, pages: nil, paths: [path]) }
    let folder = folderPath(of: path)
    return Scope(
      root: folder.isEmpty ? "." : folder, isContent: false, pages: [path], paths: [path])
  }

  private static func isInside(_ path: String, _ folder: String) -> Bool {
    if folder == "." { return !path.hasPrefix("/") && path != ".." && !path.hasPrefix("../") }
    return path == folder || path.hasPrefix(folder + "/")
  }

  private static func add(_ scope: Scope, to scopes: inout [Scope]) {
    guard let index = scopes.firstIndex(where: { $0.root == scope.root }) else {
      return scopes.append(scope)
    }
    scopes[index].paths += scope.paths
    if let pages = scope.pages {
      scopes[index].pages?.formUnion(pages)
    } else {
      scopes[index].pages = nil
    }
  }
}
