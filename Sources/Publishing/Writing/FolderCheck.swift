internal import Files

/// Checks whether the folders of a file are folders of the site; each is looked at once.
///
/// A symbolic link is not, wherever it leads: it was not put there for the build to write through.
struct FolderCheck {
  enum State: Hashable {
    case folder
    case absent
    /// Something else is at this path, which may be that of an outer folder.
    case obstacle(String, FileStatus.Kind)
  }

  private let site: SiteFolder
  private var states: [String: State] = [:]

  init(_ site: SiteFolder) { self.site = site }

  mutating func state(ofFolder folder: String) throws(FileError) -> State {
    if folder.isEmpty { return .folder }
    if let known = states[folder] { return known }
    var state = try state(ofFolder: folderPath(of: folder))
    if state == .folder {
      let status = try fileStatus(of: site.path(folder), followingLinks: false)
      switch status?.kind {
      case .folder: break
      case nil: state = .absent
      case .some(let kind): state = .obstacle(folder, kind)
      }
    }
    states[folder] = state
    return state
  }
}
