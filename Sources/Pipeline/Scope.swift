internal import Content
internal import Files

/// A folder to load for a check, and the part of it that is asked about.
struct CheckScope {
  let root: String
  /// Whether `root` is the project's content: then a link out of it is wrong, and else just unknown.
  let isContent: Bool
  /// The only documents to read; `nil` for all of the folder.
  private(set) var pages: Set<String>?
  /// As they were asked for.
  private(set) var paths: [String]

  func covers(_ path: String) -> Bool {
    paths.contains { $0 == path || $0 == root || $0 == "." || path.hasPrefix($0 + "/") }
  }

  /// All of the content.
  static func whole(_ content: String) -> CheckScope {
    CheckScope(root: content, isContent: true, pages: nil, paths: [content])
  }

  /// A folder is judged with all that is in it, and one in the content with all of the content; a file
  /// with what it needs: the timeline or review beside it, the pages it links to, the policy.
  ///
  /// `unsaved` is the path of a file that need not be there.
  ///
  /// - Throws: ``ContentError/unreadable(_:)`` with every path where nothing is.
  static func scopes(
    of operands: [String], content: String, unsaved: String?
  ) throws -> [CheckScope] {
    var scopes: [CheckScope] = []
    var failures: [FileError] = []
    for path in operands {
      do throws(FileError) {
        let kind = path == unsaved ? .file : try fileStatus(of: path)?.kind
        guard let kind else { throw FileError(path: path, code: missingFile) }
        add(scope(of: path, isFolder: kind == .folder, content: content), to: &scopes)
      } catch {
        failures.append(error)
      }
    }
    if !failures.isEmpty { throw ContentError.unreadable(failures) }
    return scopes
  }

  private static func scope(of path: String, isFolder: Bool, content: String) -> CheckScope {
    if path == content || path.hasPrefix(content + "/") {
      let isPage = !isFolder && ContentLayout.isMarkdown(path)
      return CheckScope(
        root: content, isContent: true, pages: isPage ? [path] : nil, paths: [path])
    }
    if isFolder { return CheckScope(root: path, isContent: false, pages: nil, paths: [path]) }
    let folder = folderPath(of: path)
    return CheckScope(
      root: folder.isEmpty ? "." : folder, isContent: false, pages: [path], paths: [path])
  }

  private static func add(_ scope: CheckScope, to scopes: inout [CheckScope]) {
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
