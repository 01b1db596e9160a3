#if canImport(Glibc)
  internal import Glibc
#else
  internal import Darwin
#endif

/// Records that earlier runs kept, by their names, in two files of a folder: `base`, which is written as a whole,
/// and `journal`, to which a run adds what is new.
///
/// A record is named by the hash of everything that it depends on, so one that is found is right, whoever
/// wrote it. It counts only when its bytes have the hash that stands before them: what is damaged, cut off or of
/// another kind is not there. A store saves time and nothing else, so none of it is ever an error.
package struct RecordStore: Sendable {
  package let folder: String
  private(set) var places: [ContentHash: RecordPlace] = [:]
  /// The bytes of the two files.
  private(set) var baseSize = 0
  private(set) var journalSize = 0
  /// Whether the journal ends in something that is no record, behind which nothing would be found.
  private(set) var isTorn = false

  /// Looks what there is.
  package init(at folder: String) {
    self.folder = folder
    openBase()
    openJournal()
  }

  /// The lock of a store's folder, which is there once something has been written to it.
  package static func lock(in folder: String) -> String { joinedPath(folder, "lock") }

  package var isEmpty: Bool { places.isEmpty }

  func path(of part: RecordPlace.Part) -> String {
    switch part {
    case .base: joinedPath(folder, "base")
    case .journal: joinedPath(folder, "journal")
    }
  }

  private mutating func openBase() {
    guard let file = try? Descriptor(opening: path(of: .base), Self.flags),
      let status = try? file.status(), status.kind == .file
    else { return }
    baseSize = status.size
    let lines = RecordIndex.lines(in: file, size: status.size) ?? []
    places.reserveCapacity(lines.count)
    for line in lines {
      places[line.name] = RecordPlace(part: .base, offset: line.offset, count: line.count)
    }
  }

  private mutating func openJournal() {
    guard let bytes = try? readFile(path(of: .journal), followingLinks: false) else { return }
    journalSize = bytes.count
    var offset = 0
    while let (name, record) = RecordEntry.reading(bytes[offset...]) {
      let count = RecordEntry.header + record.count
      places[name] = RecordPlace(part: .journal, offset: offset, count: count)
      offset += count
    }
    isTorn = offset < bytes.count
  }

  /// The records with some names, in their order; `nil` for one that is not there or damaged.
  package func records(named names: [ContentHash]) -> [ArraySlice<UInt8>?] {
    let places = names.map { self.places[$0] }
    var records: [ArraySlice<UInt8>?] = Array(repeating: nil, count: names.count)
    for part in [RecordPlace.Part.base, .journal] {
      guard places.contains(where: { $0?.part == part }),
        let file = try? Descriptor(opening: path(of: part), Self.flags)
      else { continue }
      for (index, place) in places.enumerated() where place?.part == part {
        guard let place, let bytes = file.bytes(at: place.offset, count: place.count),
          let (name, record) = RecordEntry.reading(bytes[...]), name == names[index]
        else { continue }
        records[index] = record
      }
    }
    return records
  }

  private static let flags = O_RDONLY | O_NONBLOCK | O_NOFOLLOW
}

extension Descriptor {
  /// - Returns: `nil` when the file has fewer bytes or cannot be read.
  func bytes(at offset: Int, count: Int) -> [UInt8]? {
    // A damaged index may ask for anything.
    guard count >= 0, count <= largestFile else { return nil }
    let bytes = unsafe [UInt8](unsafeUninitializedCapacity: count) { buffer, filled in
      while filled < count {
        let rest = unsafe UnsafeMutableBufferPointer(rebasing: buffer[filled...])
        let result = retrying {
          unsafe pread(number, rest.baseAddress, rest.count, off_t(offset + filled))
        }
        guard result > 0 else { break }
        filled += result
      }
    }
    return bytes.count == count ? bytes : nil
  }
}
