internal import Files

/// The files of a plan beside what the last build wrote at their paths.
struct WriteJobs: Sendable {
  let files: [OutputFile]
  /// For each of ``files`` what the last build wrote there, if it did.
  let known: [Manifest.Entry?]
  /// What the last build wrote and the plan no longer has.
  let stale: [Manifest.Entry]
  /// The stale files by their folded paths: a page whose name only changes its case takes the place
  /// of one of these on some disks.
  let stalePaths: [FoldedPath: Manifest.Entry]

  /// `files` are sorted by the bytes of their paths.
  init(_ files: [OutputFile], _ manifest: Manifest) {
    self.files = files
    var known: [Manifest.Entry?] = []
    known.reserveCapacity(files.count)
    var stale: [Manifest.Entry] = []
    var entries = manifest.entries[...]
    for file in files {
      while let entry = entries.first, bytesPrecede(entry.path, file.path) {
        stale.append(entry)
        entries.removeFirst()
      }
      if let entry = entries.first, !bytesPrecede(file.path, entry.path) {
        known.append(entry)
        entries.removeFirst()
      } else {
        known.append(nil)
      }
    }
    stale.append(contentsOf: entries)
    // A path that no plan may have is not one of ours, whatever the manifest says.
    self.stale = stale.filter { fault(inPath: $0.path) == nil }
    self.known = known
    stalePaths = Dictionary(
      self.stale.map { (FoldedPath($0.path), $0) }, uniquingKeysWith: { first, _ in first })
  }

  /// The files in pieces of 48 or more, for one task each; files of one source follow one another in the order in which
  /// outputs name them, so that one which changes its document comes after those that only look at it.
  var chunks: [[Int]] {
    var groups: [String: Int] = [:]
    var pieces: [[Int]] = []
    for (index, file) in files.enumerated() {
      if let source = file.source, let group = groups[source] {
        pieces[group].append(index)
      } else {
        if let source = file.source { groups[source] = pieces.count }
        pieces.append([index])
      }
    }
    var chunks: [[Int]] = [[]]
    for var piece in pieces {
      if piece.count > 1 { piece.sort { files[$0].place < files[$1].place } }
      if chunks[chunks.count - 1].count >= Self.chunkSize { chunks.append([]) }
      chunks[chunks.count - 1] += piece
    }
    return chunks
  }

  /// Large enough that a task costs nothing beside its pages, small enough that the last one does
  /// not keep the others waiting.
  private static let chunkSize = 48
}
