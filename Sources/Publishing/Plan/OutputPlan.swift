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
    for place in order {
      var file = files[place]
      file.place = place
      if let last = unique.last, !bytesPrecede(last.path, file.path) {
        duplicates.append(file)
      } else {
        unique.append(file)
      }
    }
    self.files = unique
    self.duplicates = duplicates
    findings = (clashes() + unsafePaths()).sorted()
  }

  /// What prevents this plan from being written: ``clashes()`` and ``unsafePaths()``, sorted.
  package private(set) var findings: [Diagnostic] = []

  /// The plan without the files that findings speak against for which `isWaived` holds.
  package func leavingOut(_ isWaived: (_ finding: Diagnostic) -> Bool) -> OutputPlan {
    let dropped = Set(
      (clashingFiles().map(\.fault) + unsafeFiles()).filter { isWaived($0.finding) }.map(\.index))
    if dropped.isEmpty { return self }
    let all = files + duplicates
    return OutputPlan(all.indices.filter { !dropped.contains($0) }.map { all[$0] })
  }

  /// `BS040` for every file whose path another file has, or would have on a disk that does not tell
  /// upper from lower case or one spelling of an accent from the other, as on macOS; for every file
  /// where another one needs a folder; and for every page whose address another page has. Two documents
  /// clash once, however many of their pages do. Sorted.
  package func clashes() -> [Diagnostic] {
    var told: Set<Pair> = []
    return clashingFiles().compactMap { clash in
      clash.pair.map { told.insert($0).inserted } ?? true ? clash.fault.finding : nil
    }.sorted()
  }

  /// `BS041` for every path that leaves the site folder or that some disk or server cannot hold.
  package func unsafePaths() -> [Diagnostic] { unsafeFiles().map(\.finding).sorted() }

  /// A finding and the file that it speaks against, by its place in ``files`` and the duplicates after them.
  private typealias Fault = (index: Int, finding: Diagnostic)

  /// The document that a clashing file is made from, and the one that it clashes with.
  private struct Pair: Hashable {
    let origin: String
    let first: String
  }

  /// Every file that clashes. Those of one pair of documents share the finding of the first of them, so
  /// that whoever allows it allows them all; a document that clashes with itself is not a pair.
  private func clashingFiles() -> [(fault: Fault, pair: Pair?)] {
    var findings: [Pair: Diagnostic] = [:]
    return eachClash().map { index, file, first, message in
      let pair = file.origin == first.origin ? nil : Pair(origin: file.origin, first: first.origin)
      let finding =
        pair.flatMap { findings[$0] }
        ?? Diagnostic(
          code: "BS040", level: .error, path: file.origin, message: message,
          help: "give one of the two another slug, date or file name")
      if let pair { findings[pair] = finding }
      return ((index, finding), pair)
    }
  }

  private typealias Clash = (index: Int, file: OutputFile, first: OutputFile, message: String)

  private func eachClash() -> [Clash] {
    let all = files + duplicates
    // By number: a file is large to copy.
    var firsts: [FoldedPath: Int] = [:]
    firsts.reserveCapacity(all.count)
    var addresses: [FoldedPath: Int] = [:]
    var found: [Clash] = []
    for index in all.indices {
      let key = FoldedPath(all[index].path)
      if let first = firsts[key].map({ all[$0] }) {
        found.append((index, all[index], first, clash(of: all[index], with: first)))
        continue
      }
      firsts[key] = index
      guard let address = all[index].address else { continue }
      if let first = addresses[FoldedPath(address)].map({ all[$0] }) {
        found.append((index, all[index], first, clash(ofAddressOf: all[index], with: first)))
      } else {
        addresses[FoldedPath(address)] = index
      }
    }
    var folders: Set<FoldedPath> = []
    for index in files.indices {
      // From the innermost folder out, until one that is known: its parents are known as well.
      for folder in FoldedPath(files[index].path).folders {
        guard folders.insert(folder).inserted else { break }
        guard let inTheWay = firsts[folder].map({ all[$0] }) else { continue }
        let file = files[index]
        found.append((index, file, inTheWay, clash(ofFolderOf: file, with: inTheWay)))
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

  private func clash(of file: OutputFile, with first: OutputFile) -> String {
    let path = printable(file.path)
    let other = printable(first.path)
    let spelling =
      file.path.utf8.elementsEqual(first.path.utf8)
      ? "" : " (the same as '\(other)' on some file systems)"
    let rival = first.origin == file.origin ? "a second time" : "for '\(printable(first.origin))'"
    return "'\(path)'\(spelling) is also written \(rival)"
  }

  private func clash(ofAddressOf file: OutputFile, with first: OutputFile) -> String {
    "'\(printable(file.address ?? ""))' is the address of '\(printable(first.origin))' too"
  }

  private func clash(ofFolderOf file: OutputFile, with other: OutputFile) -> String {
    "'\(printable(file.path))' needs a folder where '\(printable(other.origin))' "
      + "writes the file '\(printable(other.path))'"
  }

  /// A path as a message can show it: control characters become U+FFFD.
  private func printable(_ path: String) -> String {
    String(
      String.UnicodeScalarView(
        path.unicodeScalars.map { $0.properties.generalCategory == .control ? "\u{FFFD}" : $0 }))
  }
}
