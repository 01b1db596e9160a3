internal import Arguments
internal import Content
internal import Files
internal import Pipeline

extension ParsedArguments {
  /// Looks for the team's project and makes its folder the working directory.
  ///
  /// - Returns: The same arguments with what the project says in the place of the defaults, and paths that lead where
  ///   they led.
  func enteringProject() throws -> ParsedArguments {
    let start = Surroundings.startFolder
    guard declares(.content) else { return self }
    if has(.content) {
      return settled(by: try ProjectFolder(content: contentPath(self[.content]), in: .disk))
    }
    guard let project = try project(around: start) else { return self }
    guard project.path != start else { return settled(by: project) }
    try enterFolder(project.path)
    var arguments = self
    arguments.lead(from: start, to: project.path)
    return arguments.settled(by: project)
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

  private func settled(by project: ProjectFolder) -> ParsedArguments {
    var arguments = self
    arguments.settle(.content, as: project.content)
    arguments.settle(.site, as: project.site)
    if project.namesTemplates { arguments.give(.templates, project.templates) }
    return arguments
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
