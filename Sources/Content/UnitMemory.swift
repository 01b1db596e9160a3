internal import Bytes
internal import Files
internal import Incidents
internal import Vocabulary

/// What units came to in earlier runs.
struct UnitMemory: Sendable {
  let store: RecordStore
  let key: ReadingKey

  /// The names of the records of some units.
  func names(of units: [ReadUnit]) -> [ContentHash] { units.map(name) }

  func name(of unit: ReadUnit) -> ContentHash { key.name(of: unit.unit, files: unit.hashes) }

  /// The bytes of the records with some names; `nil` for one that is not there.
  func known(_ names: [ContentHash]) -> [ArraySlice<UInt8>?] { store.records(named: names) }

  /// - Returns: `nil` when the record was made with other zone files, or the bytes are no record.
  func record(of unit: ReadUnit, from bytes: ArraySlice<UInt8>) -> UnitRecord? {
    var reader = RecordReader(bytes, known: unit.unit.paths)
    do throws(RecordError) {
      let zones: [ZoneFile] = try reader.read()
      guard zones.allSatisfy({ ZoneDatabase.systemHash(ofFile: $0.name) == $0.hash }) else {
        return nil
      }
      let record: UnitRecord = try reader.read()
      return reader.isAtEnd ? record : nil
    } catch {
      return nil
    }
  }

  /// Reads a unit, and adds its record to those that are kept, unless the unit holds a secret.
  func read(
    _ unit: ReadUnit, by reader: UnitReader, named name: ContentHash, into new: inout NewRecords
  ) -> UnitRecord {
    let (record, zones) = ZoneNotes.files(askedOf: reader.incidents.clock.database) { zones in
      var reader = reader
      reader.incidents.clock.database = zones
      return reader.record(of: unit.unit, unit.files)
    }
    guard record.masks.isEmpty else { return record }
    var writer = RecordWriter(known: unit.unit.paths)
    writer.write(
      zones.sorted().map { ZoneFile(name: $0, hash: ZoneDatabase.systemHash(ofFile: $0)) })
    writer.write(record)
    new.add(writer.bytes, named: name)
    return record
  }
}

/// A zone file that a unit asked for; without a hash when there was none.
private struct ZoneFile: Recordable {
  let name: String
  let hash: ContentHash?
}

extension ZoneFile {
  func write(to writer: inout RecordWriter) {
    writer.write(name)
    writer.write(hash)
  }

  init(from reader: inout RecordReader) throws(RecordError) {
    name = try reader.read()
    hash = try reader.read()
  }
}
