#if canImport(Glibc)
  internal import Glibc
#else
  internal import Darwin
#endif

/// Keeps what a run made: a little of it in the journal of its store, much of it in a new base.
///
/// Of two processes that want to write at once, one does not: it only made work that is made again.
package struct RecordKeeping: Sendable {
  private let store: RecordStore
  private var new = NewRecords()
  private var base: NewBase?
  /// Whether the disk would not take it.
  private var hasFailed = false

  /// The bytes that are kept in memory; above that they go to the disk as they come.
  private static let most = 1 << 20
  /// The bytes of a journal that are too few for a new base, whatever the size of that.
  private static let least = 1 << 18

  package init(in store: RecordStore) { self.store = store }

  package mutating func add(_ records: NewRecords) {
    guard !hasFailed else { return }
    new += records
    guard new.count > Self.most else { return }
    do throws(FileError) {
      try spill()
    } catch {
      hasFailed = true
    }
  }

  private mutating func spill() throws(FileError) {
    if base == nil {
      try makeFolders(store.folder)
      base = try NewBase(in: store.folder)
    }
    for (name, entry) in new.entries { try base?.add(entry[...], named: name) }
    new = NewRecords()
  }

  /// Writes what was added.
  ///
  /// - Parameter names: the records that the run used or made; a new base has no others.
  package mutating func finish(keeping names: Set<ContentHash>) {
    if !hasFailed, needsWriting(names) { try? write(keeping: names) }
    discard()
  }

  /// Forgets what was added.
  package mutating func discard() {
    if let base { _ = try? removeFile(base.path) }
    base = nil
    new = NewRecords()
  }

  private func needsWriting(_ names: Set<ContentHash>) -> Bool {
    !new.isEmpty || base != nil || store.isTorn || store.isWasteful(keeping: names)
  }

  private mutating func write(keeping names: Set<ContentHash>) throws(FileError) {
    try makeFolders(store.folder)
    let lock = try FileLock(RecordStore.lock(in: store.folder))
    // Another process may have written since.
    let current = RecordStore(at: store.folder)
    let room = max(Self.least, current.baseSize / 8) - current.journalSize
    if base == nil, new.count <= room, !current.isTorn, !current.isWasteful(keeping: names) {
      try appendFile(new.entries.flatMap(\.bytes), to: current.path(of: .journal))
    } else {
      try spill()
      try rewrite(current, keeping: names)
    }
    lock.release()
  }

  private mutating func rewrite(
    _ current: RecordStore, keeping names: Set<ContentHash>
  ) throws(FileError) {
    let old = current.places.filter { names.contains($0.key) }.sorted {
      ($0.value.part == .base ? 0 : 1, $0.value.offset)
        < ($1.value.part == .base ? 0 : 1, $1.value.offset)
    }
    for start in stride(from: 0, to: old.count, by: Self.batch) {
      let some = old[start..<min(start + Self.batch, old.count)].map(\.key)
      for (name, record) in zip(some, current.records(named: some)) where base?.holds(name) == false
      {
        guard let record else { continue }
        try base?.add(RecordEntry.bytes(of: Array(record), named: name)[...], named: name)
      }
    }
    try base?.finish(as: current.path(of: .base))
    base = nil
    try removeFile(current.path(of: .journal))
    try removeRemains(in: current.folder)
  }

  /// Records that are read at a time.
  private static let batch = 256

  /// Removes what killed processes left. Of one that is still at work, nothing is so old.
  private func removeRemains(in folder: String) throws(FileError) {
    guard let now = try fileStatus(of: joinedPath(folder, "base"))?.modified else { return }
    for entry in try OpenFolder(folder).entries() where entry.name.hasSuffix(".tmp") {
      let path = joinedPath(folder, entry.name)
      guard let status = try fileStatus(of: path, followingLinks: false),
        now - status.modified > Self.hour
      else { continue }
      try removeFile(path)
    }
  }

  /// In nanoseconds.
  private static let hour: Int64 = 3_600_000_000_000
}

extension RecordStore {
  /// Whether more than half of the store is of records that are not used any more.
  fileprivate func isWasteful(keeping names: Set<ContentHash>) -> Bool {
    let used = names.reduce(0) { $0 + (places[$1]?.count ?? 0) }
    return baseSize + journalSize > 2 * used + 1 << 18
  }
}

extension RecordStore {
  /// Moves a store to another folder, where it takes the place of what is there.
  package static func move(from source: String, to target: String) {
    try? moving(from: source, to: target)
  }

  private static func moving(from source: String, to target: String) throws(FileError) {
    let names = ["base", "journal"].filter { name in
      (try? fileStatus(of: joinedPath(source, name), followingLinks: false)?.kind) == .file
    }
    guard !names.isEmpty else { return }
    try makeFolders(target)
    for name in names {
      let (old, new) = (joinedPath(source, name), joinedPath(target, name))
      do throws(FileError) {
        try moveFile(from: old, to: new)
      } catch {
        guard error.isOfAnotherDisk else { throw error }
        try copy(old, to: new)
        try removeFile(old)
      }
    }
  }

  private static func copy(_ old: String, to new: String) throws(FileError) {
    let file = try Descriptor(opening: old, O_RDONLY | O_NOFOLLOW)
    let size = try file.status().size
    let temporary = joinedPath(folderPath(of: new), temporaryName())
    try createFile([], at: temporary)
    for offset in stride(from: 0, to: size, by: 1 << 20) {
      guard let piece = file.bytes(at: offset, count: min(1 << 20, size - offset)) else {
        throw FileError(path: old, reason: .changed)
      }
      try appendFile(piece, to: temporary)
    }
    try moveFile(from: temporary, to: new)
  }
}
