internal import Bytes
internal import Files

/// What the build last wrote of one file. Size and time are those of the disk, so that a file
/// nobody touched need not be read again.
struct Stamp: Hashable, Sendable {
  let hash: ContentHash
  let size: Int
  /// Nanoseconds since 1970.
  let modified: Int64
}

/// The files this build wrote into the site, sorted by the bytes of their paths.
///
/// On disk one line each, `hash size modified path`, between a first line with the version and a
/// last line with the count, so that a file cut short is seen to be broken.
struct Manifest: Hashable, Sendable {
  struct Entry: Hashable, Sendable {
    let path: String
    let stamp: Stamp
  }

  let entries: [Entry]

  private static let firstLine = "build-site manifest 1"

  /// - Precondition: no path is there twice.
  init(_ entries: [Entry]) {
    // Sorting a sorted list takes one comparison per entry.
    self.entries = entries.sorted { bytesPrecede($0.path, $1.path) }
  }

  static let empty = Manifest([])

  /// - Returns: `nil` when any of it is not as ``bytes`` writes it: half a manifest would make our
  ///   own files foreign one by one, and a wrong one foreign files our own.
  init?(parsing bytes: [UInt8]) {
    var lines = bytes.split(separator: 0x0A, omittingEmptySubsequences: false).makeIterator()
    guard let first = lines.next(), first.elementsEqual(Self.firstLine.utf8) else { return nil }
    var entries: [Entry] = []
    while let line = lines.next() {
      if line.elementsEqual("end \(entries.count)".utf8) {
        guard let rest = lines.next(), rest.isEmpty, lines.next() == nil else { return nil }
        self.entries = entries
        return
      }
      guard let entry = Entry(parsing: line) else { return nil }
      if let last = entries.last, !bytesPrecede(last.path, entry.path) { return nil }
      entries.append(entry)
    }
    return nil
  }

  var bytes: [UInt8] {
    var bytes = Array(Self.firstLine.utf8)
    bytes.reserveCapacity(entries.count * 128 + 64)
    bytes.append(0x0A)
    for entry in entries {
      let stamp = entry.stamp
      bytes.append(contentsOf: stamp.hash.hex.utf8)
      bytes.append(contentsOf: " \(stamp.size) \(stamp.modified) ".utf8)
      bytes.append(contentsOf: entry.path.utf8)
      bytes.append(0x0A)
    }
    bytes.append(contentsOf: "end \(entries.count)\n".utf8)
    return bytes
  }
}

extension SiteFolder {
  /// Writes a manifest so that it survives a power failure, and whole. It is made on the stage,
  /// which is where a killed build may leave half of it.
  func write(_ manifest: Manifest, to path: String) throws(FileError) {
    try makeFolders(stage)
    let staged = joinedPath(stage, fileName(of: path))
    try writeFile(manifest.bytes, to: staged, flushing: true)
    try moveFile(from: staged, to: path)
    try flushFolder(folderPath(of: path))
  }
}

extension Manifest.Entry {
  fileprivate init?(parsing line: ArraySlice<UInt8>) {
    let fields = line.split(separator: 0x20, maxSplits: 3, omittingEmptySubsequences: false)
    guard fields.count == 4,
      let hash = ContentHash(hex: String(decoding: fields[0], as: UTF8.self)),
      let size: Int = number(fields[1]), let modified: Int64 = number(fields[2]), !fields[3].isEmpty
    else { return nil }
    let path = String(decoding: fields[3], as: UTF8.self)
    // Bytes that are not UTF-8 would come back as another path.
    guard path.utf8.elementsEqual(fields[3]) else { return nil }
    self.init(path: path, stamp: Stamp(hash: hash, size: size, modified: modified))
  }
}

/// Decimal digits and nothing else; `nil` when they are too many.
private func number<Number: FixedWidthInteger>(_ digits: ArraySlice<UInt8>) -> Number? {
  guard (1...19).contains(digits.count) else { return nil }
  var value: Number = 0
  for digit in digits {
    guard digit.isDigit else { return nil }
    let (tens, overflow) = value.multipliedReportingOverflow(by: 10)
    let (sum, carry) = tens.addingReportingOverflow(Number(digit - 0x30))
    if overflow || carry { return nil }
    value = sum
  }
  return value
}
