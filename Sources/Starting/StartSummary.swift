package import Files

/// What writing a start did.
package struct StartSummary: Sendable {
  /// A line each.
  package private(set) var lines: [String] = []
  /// Whether anything was written.
  package private(set) var isChanged = false

  /// Writes the files that are not there yet, and adds to `.gitignore` what is missing in it.
  ///
  /// - Throws: When the disk refuses; what was written until then stays, and the next call goes on.
  package init(writing plan: StartPlan) throws(FileError) {
    var groups: [(purpose: String, paths: [String])] = []
    var kept = 0
    for file in plan.files {
      guard try fileStatus(of: file.path, followingLinks: false) == nil else {
        kept += 1
        continue
      }
      try makeFolders(folderPath(of: file.path))
      try createFile(file.bytes, at: file.path)
      if groups.last?.purpose == file.purpose {
        groups[groups.count - 1].paths.append(file.path)
      } else {
        groups.append((file.purpose, [file.path]))
      }
    }
    for (purpose, paths) in groups {
      let name =
        paths.count == 1 ? paths[0] : "\(paths[0].prefix { $0 != "/" })/ (\(paths.count) files)"
      lines.append("wrote \(name): \(purpose)")
    }
    if kept > 0 {
      lines.append(kept == 1 ? "kept 1 file that was there" : "kept \(kept) files that were there")
    }
    let added = try Self.ignore(plan.ignored)
    if added > 0 { lines.append("added \(added) lines to .gitignore: what is generated") }
    isChanged = !groups.isEmpty || added > 0
    lines += plan.notes.map { "note: \($0)" }
  }

  /// Adds lines that are not there to `.gitignore`; returns how many.
  private static func ignore(_ lines: [String]) throws(FileError) -> Int {
    let path = ".gitignore"
    let old = try fileStatus(of: path) == nil ? [] : try readFile(path)
    let known = Set(
      String(decoding: old, as: UTF8.self).split { $0.isNewline }.map { name(ofIgnored: $0) })
    let missing = lines.filter { !known.contains(name(ofIgnored: $0[...])) }
    guard !missing.isEmpty else { return 0 }
    var text = old.isEmpty || old.last == 0x0A ? "" : "\n"
    text += "# What build-site and Docusaurus write.\n" + missing.map { $0 + "\n" }.joined()
    try writeFile(old + Array(text.utf8), to: path)
    return missing.count
  }

  private static func name(ofIgnored line: Substring) -> Substring {
    var name = line.drop { $0 == "/" || $0 == " " }
    while let last = name.last, last == "/" || last == " " { name.removeLast() }
    return name
  }
}
