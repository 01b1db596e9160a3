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
/// On disk one line each, `hash size modified inputs path`, between a first line with the version and a
/// last line with the count, so that a file cut short is seen to be broken. `inputs` is `-` for a file whose inputs
/// are not known. Version 1 has no inputs.
struct Manifest: Hashable, Sendable {
  struct Entry: Hashable, Sendable {
    let path: String
    let stamp: Stamp
    /// The hash of what the bytes were made from, when all of it was known (``PageInputs/hash``).
    var inputs: ContentHash?
  }

  let entries: [Entry]

  private static let firstLine = "build-site manifest 2"
  private static let firstLineWithoutInputs = "build-site manifest 1"

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
    guard let first = lines.next() else { return nil }
    let hasInputs = first.elementsEqual(Self.firstLine.utf8)
    guard hasInputs || first.elementsEqual(Self.firstLineWithoutInputs.utf8) else { return nil }
    var entries: [Entry] = []
    while let line = lines.next() {
      if line.elementsEqual("end \(entries.count)".utf8) {
        guard let rest = lines.next(), rest.isEmpty, lines.next() == nil else { return nil }
        self.entries = entries
        return
      }
      guard let entry = Entry(parsing: line, hasInputs: hasInputs) else { return nil }
      if let last = entries.last, !bytesPrecede(last.path, entry.path) { return nil }
      entries.append(entry)
    }
    return nil
  }

  var bytes: [UInt8] {
    var bytes = Array(Self.firstLine.utf8)
    bytes.reserveCapacity(entries.count * 160 + 64)
    bytes.append(0x0A)
    for entry in entries {
      let stamp = entry.stamp
      stamp.hash.appendHex(to: &bytes)
      bytes.append(contentsOf: " \(stamp.size) \(stamp.modified) ".utf8)
      if let inputs = entry.inputs {
        inputs.appendHex(to: &bytes)
      } else {
        bytes.append(UInt8(ascii: "-"))
      }
      bytes.append(0x20)
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
  fileprivate init?(parsing line: ArraySlice<UInt8>, hasInputs: Bool) {
    let last = hasInputs ? 4 : 3
    let fields = line.split(separator: 0x20, maxSplits: last, omittingEmptySubsequences: false)
    guard fields.count == last + 1,
      let hash = ContentHash(hexDigits: fields[0]),
      let size: Int = number(fields[1]), let modified: Int64 = number(fields[2]),
      !fields[last].isEmpty
    else { return nil }
    var inputs: ContentHash?
    if hasInputs, !fields[3].elementsEqual("-".utf8) {
      guard let known = ContentHash(hexDigits: fields[3]) else { return nil }
      inputs = known
    }
    let path = String(decoding: fields[last], as: UTF8.self)
    // Bytes that are not UTF-8 would come back as another path.
    guard path.utf8.elementsEqual(fields[last]) else { return nil }
    self.init(
      path: path, stamp: Stamp(hash: hash, size: size, modified: modified), inputs: inputs)
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
