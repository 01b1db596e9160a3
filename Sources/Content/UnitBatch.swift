internal import Diagnostics
internal import Files

/// A unit with what its files hold.
struct ReadUnit {
  let unit: ContentUnit
  private(set) var files: [SourceFile] = []
  /// Those of the files, in their order.
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
  ///   - file: reads a file.
  init(
    of units: ArraySlice<ContentUnit>, by reader: UnitReader, _ memory: UnitMemory?,
    file: (_ path: String) throws(FileError) -> SourceFile
  ) {
    let read = units.map { ReadUnit($0, file: file) }
    names = memory?.names(of: read) ?? []
    let known = memory?.known(names) ?? []
    for (index, unit) in read.enumerated() {
      if let error = unit.error {
        add(error)
      } else if let memory {
        let old = known[index].flatMap { memory.record(of: unit, from: $0) }
        add(old ?? memory.read(unit, by: reader, named: names[index], into: &new), of: unit)
      } else {
        add(reader.record(of: unit.unit, unit.files), of: unit)
      }
    }
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
    for (file, hash) in zip(unit.files, unit.hashes) { record.hashes[file.path] = hash }
  }
}
