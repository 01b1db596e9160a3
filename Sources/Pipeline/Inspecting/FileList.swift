internal import Content
internal import Files
internal import Publishing

/// The files that a run looks at, what each is taken for, and those that are left out.
package struct FileList: Sendable {
  /// Sorted by path.
  let files: [(path: String, role: String)]

  /// - Throws: ``ContentError``.
  package init(of build: Build) throws {
    var files: [(path: String, role: String)] = []
    for scope in build.scopes {
      let layout = try build.loader(of: scope).layout()
      for unit in layout.incidents {
        guard case .incident(let review, let timeline, _) = unit else { continue }
        if let review { files.append((review, "review")) }
        if let timeline { files.append((timeline, "timeline")) }
      }
      files += layout.runbooks.flatMap(\.paths).map { ($0, "runbook") }
      files += layout.settings.map { ($0, "settings") }
      files += layout.leftOut.map { ($0.path, "left out: \($0.reason.rawValue)") }
    }
    self.files = files.sorted { bytesPrecede($0.path, $1.path) }
  }

  /// One line for each file.
  package func text(as format: InspectionFormat) -> [UInt8] {
    guard format.name == InspectionFormat.json.name else {
      return files.flatMap { Array("\($0.path): \($0.role)\n".utf8) }
    }
    return files.flatMap { file in
      var writer = JSONWriter()
      writer.object { writer in
        writer.member("path", file.path)
        writer.member("role", file.role)
      }
      return writer.file()
    }
  }
}
