/// A row of an ``InputTable``.
struct InputRow {
  enum Kind: UInt8 {
    case read = 1
    case listed, written, seen, present
  }

  /// `nil` when the number is none.
  let kind: Kind?
  let purpose: Input.Purpose?
  let followsLinks: Bool
  /// Whether a later change could have left size and times as they are.
  let isRacy: Bool
  /// The kind of what was there; 0 for nothing.
  let thing: UInt8
  /// Where the path starts, after the rows.
  let path: Int
  let size: Int64
  let modified: Int64
  let changed: Int64
  let inode: UInt64
  /// Of a file the hash of its bytes, of a folder the sum of its names.
  let hash: ContentHash

  var isKnown: Bool { kind != nil && purpose != nil && thing <= FileStatus.Kind.other.rawValue }

  init(_ input: Input, path: Int, readAt start: Int64) {
    var status: FileStatus?
    var hash = ContentHash(high: 0, low: 0)
    var thing: FileStatus.Kind?
    var stamp: (size: Int, modified: Int64) = (0, 0)
    switch input.state {
    case .read(let found, let bytes): (kind, status, hash) = (.read, found, bytes)
    case .listed(let found, let names):
      (kind, status, hash) = (.listed, found, ContentHash(high: names, low: 0))
    case .written(let size, let modified):
      (kind, stamp, thing) = (.written, (size, modified), .file)
    case .seen(let found): (kind, status) = (.seen, found)
    case .present(let found): (kind, thing) = (.present, found)
    }
    purpose = input.purpose
    followsLinks = input.followsLinks
    // The manifest is younger than what the run read, and tells only whether it is still the one of that run.
    isRacy = input.purpose != .gate && status?.isRacy(at: start) ?? false
    self.thing = (status?.kind ?? thing)?.rawValue ?? 0
    self.path = path
    size = Int64(status?.size ?? stamp.size)
    modified = status?.modified ?? stamp.modified
    changed = status?.changed ?? 0
    inode = status?.inode ?? 0
    self.hash = hash
  }

  init(of bytes: [UInt8], at index: Int) {
    let start = InputTable.headerSize + index * InputTable.rowSize
    kind = Kind(rawValue: bytes[start])
    purpose = Input.Purpose(rawValue: bytes[start + 1])
    followsLinks = bytes[start + 2] & 1 != 0
    isRacy = bytes[start + 2] & 2 != 0
    thing = bytes[start + 3]
    path = Int(bytes.number(at: start + 4) as UInt32)
    size = bytes.number(at: start + 8)
    modified = bytes.number(at: start + 16)
    changed = bytes.number(at: start + 24)
    inode = bytes.number(at: start + 32)
    hash = ContentHash(high: bytes.number(at: start + 40), low: bytes.number(at: start + 48))
  }

  func append(to bytes: inout [UInt8]) {
    bytes.append(kind?.rawValue ?? 0)
    bytes.append(purpose?.rawValue ?? 0)
    bytes.append((followsLinks ? 1 : 0) | (isRacy ? 2 : 0))
    bytes.append(thing)
    bytes.append(bytesOf: UInt32(path))
    bytes.append(bytesOf: size)
    bytes.append(bytesOf: modified)
    bytes.append(bytesOf: changed)
    bytes.append(bytesOf: inode)
    bytes.append(bytesOf: hash.high)
    bytes.append(bytesOf: hash.low)
  }

  /// Whether a status is the one that was found.
  func fits(_ status: FileStatus) -> Bool {
    thing == status.kind.rawValue && size == Int64(status.size) && modified == status.modified
      && changed == status.changed && inode == status.inode
  }
}

extension [UInt8] {
  /// In the byte order of the machine.
  mutating func append<Number: FixedWidthInteger & BitwiseCopyable>(bytesOf number: Number) {
    unsafe Swift.withUnsafeBytes(of: number) { unsafe append(contentsOf: $0) }
  }

  func number<Number: FixedWidthInteger & BitwiseCopyable>(at offset: Int) -> Number {
    precondition(offset >= 0 && offset <= count - MemoryLayout<Number>.size)
    return unsafe withUnsafeBytes {
      unsafe $0.loadUnaligned(fromByteOffset: offset, as: Number.self)
    }
  }
}
