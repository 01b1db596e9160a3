internal import Diagnostics
internal import Files

/// A unit with what its files hold.
struct ReadUnit {
  let unit: ContentUnit
  private(set) var files: [SourceFile] = []
  /// Those of the files, in the order of the unit's paths.
  private(set) var hashes: [ContentHash] = []
  /// Why one of them could not be read.
  private(set) var error: FileError?

  init(_ unit: ContentUnit, file: (_ path: String) throws(FileError) -> SourceFile) {
    self.unit = unit
    do throws(FileError) {
      for path in unit.paths {
        let file = try file(path)
        files.append(file)
        hashes.append(ContentHash(of: file.bytes))
      }
    } catch {
      self.error = error
    }
  }

  /// A unit whose files are as an earlier run read them, so that none is read again; `nil` when one is not.
  init?(_ unit: ContentUnit, knownHash: (_ path: String) -> ContentHash?) {
    self.unit = unit
    for path in unit.paths {
      guard let hash = knownHash(path) else { return nil }
      hashes.append(hash)
    }
  }
}

/// What some units come to, read one after another.
struct UnitBatch: Sendable {
  private(set) var record = UnitRecord()
  /// The files that could not be read.
  private(set) var failures: [FileError] = []
  /// The names of the units' records; empty without a memory.
  private(set) var names: [ContentHash] = []
  /// The records that had to be made.
  private(set) var new = NewRecords()

  /// - Parameters:
  ///   - units: in the order in which their records are put together.
  ///   - reader: reads those that have no record.
  ///   - memory: what units came to in earlier runs; `nil` to read all of them.
  ///   - source: tells the hash of a file that is as an earlier run read it.
  ///   - file: reads a file.
  init(
    of units: ArraySlice<ContentUnit>, by reader: UnitReader, _ memory: UnitMemory?,
    in source: FileSource, file: (_ path: String) throws(FileError) -> SourceFile
  ) {
    guard let memory else {
      for unit in units {
        let read = ReadUnit(unit, file: file)
        if let error = read.error {
          add(error)
        } else {
          add(reader.record(of: unit, read.files), of: read)
        }
      }
      return
    }
    let read = units.map { unit in
      ReadUnit(unit, knownHash: source.knownHash) ?? ReadUnit(unit, file: file)
    }
    names = memory.names(of: read)
    let known = memory.known(names)
    for (index, unit) in read.enumerated() {
      if let error = unit.error {
        add(error)
      } else if let old = known[index].flatMap({ memory.record(of: unit, from: $0) }) {
        add(old, of: unit)
      } else {
        make(unit, by: reader, memory, at: index, file: file)
      }
    }
  }

  /// Makes the record of a unit of which there is none; its files are read now if they have not been.
  private mutating func make(
    _ known: ReadUnit, by reader: UnitReader, _ memory: UnitMemory, at index: Int,
    file: (_ path: String) throws(FileError) -> SourceFile
  ) {
    let unit = known.files.isEmpty ? ReadUnit(known.unit, file: file) : known
    if let error = unit.error { return add(error) }
    // A file may have changed since its hash was told.
    names[index] = memory.name(of: unit)
    add(memory.read(unit, by: reader, named: names[index], into: &new), of: unit)
  }

  private mutating func add(_ error: FileError) {
    if let finding = error.closedFinding {
      record.findings.append(finding)
    } else {
      failures.append(error)
    }
  }

  private mutating func add(_ other: UnitRecord, of unit: ReadUnit) {
    record += other
    for (path, hash) in zip(unit.unit.paths, unit.hashes) { record.hashes[path] = hash }
  }
}
