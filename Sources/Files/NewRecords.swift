/// Records that a run made, to be kept for the next one.
package struct NewRecords: Sendable {
  private(set) var entries: [(name: ContentHash, bytes: [UInt8])] = []
  /// The bytes of all entries.
  private(set) var count = 0

  package init() {}

  package var isEmpty: Bool { entries.isEmpty }

  package mutating func add(_ record: [UInt8], named name: ContentHash) {
    let bytes = RecordEntry.bytes(of: record, named: name)
    entries.append((name, bytes))
    count += bytes.count
  }

  package static func += (left: inout Self, right: Self) {
    left.entries += right.entries
    left.count += right.count
  }
}

/// A base on its way: a hidden file beside the one whose place it takes when it is whole.
struct NewBase {
  let path: String
  private var lines: [RecordIndex.Line] = []
  private var names: Set<ContentHash> = []
  private var waiting: [UInt8] = RecordIndex.opening
  private var size = RecordIndex.opening.count

  /// The bytes that one call writes.
  private static let piece = 1 << 20

  init(in folder: String) throws(FileError) {
    path = joinedPath(folder, temporaryName())
    try createFile([], at: path)
  }

  mutating func add(_ entry: ArraySlice<UInt8>, named name: ContentHash) throws(FileError) {
    guard names.insert(name).inserted else { return }
    lines.append(RecordIndex.Line(name: name, offset: size, count: entry.count))
    waiting += entry
    size += entry.count
    if waiting.count >= Self.piece { try flush() }
  }

  func holds(_ name: ContentHash) -> Bool { names.contains(name) }

  private mutating func flush() throws(FileError) {
    try appendFile(waiting, to: path)
    waiting.removeAll(keepingCapacity: true)
  }

  /// Takes the place of the base.
  mutating func finish(as base: String) throws(FileError) {
    waiting += RecordIndex.bytes(of: lines, at: size)
    try flush()
    try moveFile(from: path, to: base)
  }
}
