package import Files

/// Where the records of a content folder are kept, and the program that they are of.
package struct RecordFolder: Sendable {
  package let path: String
  let program: ContentHash
  /// Whether it lies beside those of other folders of content, where nobody misses it when its content is gone.
  let isShared: Bool

  /// `program` is what the running program consists of, as ``Files/programIdentity`` says.
  package init(_ path: String, program: ContentHash, isShared: Bool = false) {
    self.path = path
    self.program = program
    self.isShared = isShared
  }

  /// The file that shows that records are kept there.
  package var lock: String { RecordStore.lock(in: path) }
}

/// The records of one run: those of earlier runs, and what is new.
struct RecordSession {
  private let store: RecordStore
  private let settings: ContentHash
  private let program: ContentHash
  /// `nil` when nothing is written.
  private var keeping: RecordKeeping?
  /// The records of this run.
  private var names: Set<ContentHash> = []

  /// - Parameters:
  ///   - folder: where they are.
  ///   - settings: the hash of the settings files.
  ///   - keeps: whether the run reads all units, so that a record it does not use is of no use any more. Other
  ///     runs write nothing.
  init(in folder: RecordFolder, settings: ContentHash, keeps: Bool) {
    store = RecordStore(at: folder.path)
    if folder.isShared { store.noteUse() }
    program = folder.program
    self.settings = settings
    keeping = keeps ? RecordKeeping(in: store) : nil
  }

  func memory(of reader: UnitReader) -> UnitMemory {
    UnitMemory(store: store, key: ReadingKey(of: reader, settings: settings, program: program))
  }

  mutating func take(_ batch: UnitBatch) {
    guard keeping != nil else { return }
    names.formUnion(batch.names)
    keeping?.add(batch.new)
  }

  /// Writes what is new.
  mutating func finish() { keeping?.finish(keeping: names) }

  /// Forgets what is new and not written.
  mutating func discard() { keeping?.discard() }
}
