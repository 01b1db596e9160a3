package import Diagnostics
internal import Files

/// Every file of a site, sorted by the bytes of its path, each path once.
package struct OutputPlan: Sendable {
  package let files: [OutputFile]
  /// Files whose path, byte by byte, another file has already.
  private let duplicates: [OutputFile]

  package init(_ files: [OutputFile]) {
    // By position as well, so that of two files on one path the first is kept, the second reported.
    let order = files.indices.sorted { left, right in
      if bytesPrecede(files[left].path, files[right].path) { return true }
      if bytesPrecede(files[right].path, files[left].path) { return false }
      return left < right
    }
    var unique: [OutputFile] = []
    var duplicates: [OutputFile] = []
    unique.reserveCapacity(files.count)
    for file in order.lazy.map({ files[$0] }) {
      if let last = unique.last, !bytesPrecede(last.path, file.path) {
        duplicates.append(file)
      } else {
        unique.append(file)
      }
    }
    self.files = unique
    self.duplicates = duplicates
  }

  /// What prevents this plan from being written: ``clashes()`` and ``unsafePaths()``, sorted.
  package func findings() -> [Diagnostic] { (clashes() + unsafePaths()).sorted() }

  /// The plan without the files that findings speak against for which `isWaived` holds.
  package func leavingOut(_ isWaived: (_ finding: Diagnostic) -> Bool) -> OutputPlan {
    let dropped = Set(
      (clashingFiles() + unsafeFiles()).filter { isWaived($0.finding) }.map(\.index))
    if dropped.isEmpty { return self }
    let all = files + duplicates
    return OutputPlan(all.indices.filter { !dropped.contains($0) }.map { all[$0] })
  }

  /// `BS040` for every file whose path another file has, or would have on a disk that does not tell
  /// upper from lower case or one spelling of an accent from the other, as on macOS; for every file
  /// where another one needs a folder; and for every page whose address another page has. Sorted.
  package func clashes() -> [Diagnostic] { clashingFiles().map(\.finding).sorted() }

  /// `BS041` for every path that leaves the site folder or that some disk or server cannot hold.
  package func unsafePaths() -> [Diagnostic] { unsafeFiles().map(\.finding).sorted() }

  /// A finding and the file that it speaks against, by its place in ``files`` and the duplicates after them.
  private typealias Fault = (index: Int, finding: Diagnostic)

  private func clashingFiles() -> [Fault] {
    var firsts: [FoldedPath: OutputFile] = [:]
    firsts.reserveCapacity(files.count)
    var addresses: [FoldedPath: OutputFile] = [:]
    var found: [Fault] = []
    for (index, file) in (files + duplicates).enumerated() {
      let key = FoldedPath(file.path)
      if let first = firsts[key] {
        found.append((index, clash(of: file, with: first)))
        continue
      }
      firsts[key] = file
      guard let address = file.address else { continue }
      if let first = addresses[FoldedPath(address)] {
        found.append((index, clash(ofAddressOf: file, with: first)))
      } else {
        addresses[FoldedPath(address)] = file
      }
    }
    var folders: Set<FoldedPath> = []
    for (index, file) in files.enumerated() {
      // From the innermost folder out, until one that is known: its parents are known as well.
      for folder in FoldedPath(file.path).folders {
        guard folders.insert(folder).inserted else { break }
        guard let inTheWay = firsts[folder] else { continue }
        found.append((index, clash(ofFolderOf: file, with: inTheWay)))
      }
    }
    return found
  }

  private func unsafeFiles() -> [Fault] {
    files.enumerated().compactMap { index, file in
      guard let fault = fault(inPath: file.path) else { return nil }
      let finding = Diagnostic(
        code: "BS041", level: .error, path: file.origin,
        message: "the page's path '\(printable(file.path))' \(fault)",
        help: "change the slug, the title or the file name that the path is made from")
      return (index, finding)
    }
  }

  private func clash(of file: OutputFile, with first: OutputFile) -> Diagnostic {
    let path = printable(file.path)
    let other = printable(first.path)
    let spelling =
      file.path.utf8.elementsEqual(first.path.utf8)
      ? "" : " (the same as '\(other)' on some file systems)"
    let rival = first.origin == file.origin ? "a second time" : "for '\(printable(first.origin))'"
    return Diagnostic(
      code: "BS040", level: .error, path: file.origin,
      message: "'\(path)'\(spelling) is also written \(rival)",
      help: "give one of the two another slug, date or file name")
  }

  private func clash(ofAddressOf file: OutputFile, with first: OutputFile) -> Diagnostic {
    Diagnostic(
      code: "BS040", level: .error, path: file.origin,
      message: "'\(printable(file.address ?? ""))' is the address of "
        + "'\(printable(first.origin))' too",
      help: "give one of the two another file name")
  }

  private func clash(ofFolderOf file: OutputFile, with other: OutputFile) -> Diagnostic {
    Diagnostic(
      code: "BS040", level: .error, path: file.origin,
      message: "'\(printable(file.path))' needs a folder where '\(printable(other.origin))' "
        + "writes the file '\(printable(other.path))'",
      help: "give one of the two another slug, date or file name")
  }

  /// A path as a message can show it: control characters become U+FFFD.
  private func printable(_ path: String) -> String {
    String(
      String.UnicodeScalarView(
        path.unicodeScalars.map { $0.properties.generalCategory == .control ? "\u{FFFD}" : $0 }))
  }
}
