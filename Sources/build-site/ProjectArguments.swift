internal import Arguments
internal import Content
internal import Files
internal import Pipeline

extension ParsedArguments {
  /// Looks for the team's project and makes its folder the working directory.
  ///
  /// - Returns: The same arguments with the project's content folder as the default, and paths that lead where they led.
  func enteringProject() throws -> ParsedArguments {
    let start = Surroundings.startFolder
    guard declares(.content), !has(.content), let project = try project(around: start) else {
      return self
    }
    var arguments = self
    if project.path != start {
      try enterFolder(project.path)
      arguments.lead(from: start, to: project.path)
    }
    arguments.settle(.content, as: project.content)
    return arguments
  }

  /// The same arguments with what `site.yml` says of other folders in the place of the defaults.
  func withSettings() throws -> ParsedArguments {
    let places = try ProjectPlaces(statedIn: contentPath(self[.content]), in: .disk)
    var arguments = self
    arguments.settle(.site, as: places.site)
    if let templates = places.templates { arguments.give(.templates, templates) }
    return arguments
  }

  /// The project whose content holds the first path of the command line, or else that of the working directory.
  private func project(around start: String) throws -> ProjectFolder? {
    if let path = operands.first(where: { $0 != "-" }) {
      let full = absolute(path, from: start)
      let folder =
        switch try fileStatus(of: full)?.kind {
        case nil: String?.none
        case .folder: full
        default: folderPath(of: full)
        }
      if let folder, let project = try ProjectFolder(around: folder, in: .disk), project.holds(full)
      {
        return project
      }
    }
    return try ProjectFolder(around: start, in: .disk)
  }

  /// Rewrites the paths of a command line that was written in one folder for another.
  private mutating func lead(from start: String, to folder: String) {
    func path(_ path: String) -> String {
      let full = absolute(path, from: start)
      if full == folder { return "." }
      let prefix = folderPrefix(folder)
      return full.hasPrefix(prefix) ? String(full.dropFirst(prefix.count)) : full
    }
    // An ID, a title and the like are no paths.
    func existing(_ word: String) -> String {
      let name = String(word.prefix { $0 != "#" })
      let isPath = name.contains("/") || exists(absolute(name, from: start))
      guard isPath, name != "-" else { return word }
      return path(name) + word.dropFirst(name.count)
    }
    operands = operands.map { $0 == "-" ? $0 : existing($0) }
    change(.site, path)
    change(.templates, path)
    change(.stdinPath, path)
    change(.baseline) { $0.map(path) }
    change(.writeBaseline) { $0.map(path) }
    change(.append) { $0.map(existing) }
  }
}

private func exists(_ path: String) -> Bool { (try? fileStatus(of: path)) != nil }

/// A path from a folder as an absolute one, without `.` and `..`.
private func absolute(_ path: String, from folder: String) -> String {
  let full = path.hasPrefix("/") ? path : joinedPath(folder, path)
  return foldedPath(String(full.drop { $0 == "/" })).map { "/" + $0 } ?? full
}
