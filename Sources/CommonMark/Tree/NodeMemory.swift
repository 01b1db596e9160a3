internal import CCmark

#if canImport(Glibc)
  internal import Glibc
#else
  internal import Darwin
#endif

/// The memory of the nodes of one tree: a few large chunks, which are freed together.
///
/// libcmark allocates each node and each text by itself, and does not say for which tree. What it asks for
/// while a thread has entered a memory comes from there; at any other time it comes from the C library. A
/// word before each piece tells which it was, so a piece can be freed at any time and on any thread.
@safe struct NodeMemory: ~Copyable {
  private let chunks: UnsafeMutablePointer<NodeChunks>

  /// - Parameter length: How many bytes of text will be parsed into it.
  init(forText length: Int) {
    unsafe chunks = .allocate(capacity: 1)
    // The nodes of a review take about six bytes for each byte of its text.
    unsafe chunks.initialize(to: NodeChunks(firstChunk: 6 * length))
  }

  deinit {
    unsafe chunks.pointee.freeAll()
    unsafe chunks.deallocate()
  }

  /// The memory that a thread had entered before.
  @safe struct Entered {
    fileprivate let chunks: UnsafeMutableRawPointer?
  }

  /// Makes this the memory of what the thread allocates until it leaves.
  func enter() -> Entered {
    let outer = unsafe Entered(chunks: pthread_getspecific(enteredKey))
    _ = unsafe pthread_setspecific(enteredKey, chunks)
    return outer
  }

  static func leave(to outer: Entered) {
    _ = unsafe pthread_setspecific(enteredKey, outer.chunks)
  }

  /// Takes what another memory holds, for nodes that were moved from its tree to the tree of this one.
  func absorb(_ other: borrowing NodeMemory) {
    unsafe chunks.pointee.absorb(&other.chunks.pointee)
  }

  /// What libcmark calls to allocate and to free.
  static var allocator: UnsafeMutablePointer<cmark_mem> { unsafe table }

  /// Frees a text that libcmark has handed over.
  static func free(_ text: UnsafeMutablePointer<CChar>) { unsafe release(text) }
}

/// Chunks of memory from which pieces are cut. A chunk begins with the address of the one before it.
private struct NodeChunks {
  /// The address of the last chunk; 0 before there is one.
  private var last: UInt = 0
  /// The free part of the last chunk.
  private var next: UInt = 0
  private var end: UInt = 0
  private var size: Int

  private static let smallest = 2048
  private static let largest = 1 << 15

  init(firstChunk size: Int) { self.size = min(max(size, Self.smallest), Self.largest) }

  /// The address of a new piece, whose length is a multiple of that of a word.
  mutating func take(_ length: Int) -> UInt {
    if end - next < UInt(length) { add(atLeast: length) }
    defer { next += UInt(length) }
    return next
  }

  /// Makes the piece that was cut last longer or shorter, where it is.
  ///
  /// - Returns: Whether there is room, and the piece that ends at `end` is the last one.
  mutating func resizeLast(endingAt end: UInt, by length: Int) -> Bool {
    guard end == next, length <= Int(self.end - next) else { return false }
    next = UInt(Int(next) + length)
    return true
  }

  private mutating func add(atLeast length: Int) {
    let bytes = max(size, length + wordSize)
    guard let chunk = unsafe malloc(bytes) else { abort() }
    unsafe chunk.storeBytes(of: last, as: UInt.self)
    last = UInt(bitPattern: chunk)
    next = last + UInt(wordSize)
    end = last + UInt(bytes)
    size = min(2 * size, Self.largest)
  }

  /// The chunks of the other go behind the last one, so that its free part stays in use.
  mutating func absorb(_ other: inout NodeChunks) {
    guard other.last != 0 else { return }
    var oldest = other.last
    while let chunk = unsafe UnsafeMutableRawPointer(bitPattern: oldest) {
      let earlier = unsafe chunk.load(as: UInt.self)
      guard earlier != 0 else { break }
      oldest = earlier
    }
    if let chunk = unsafe UnsafeMutableRawPointer(bitPattern: last) {
      unsafe UnsafeMutableRawPointer(bitPattern: oldest)?.storeBytes(
        of: chunk.load(as: UInt.self), as: UInt.self)
      unsafe chunk.storeBytes(of: other.last, as: UInt.self)
    } else {
      last = other.last
      next = other.next
      end = other.end
    }
    other = NodeChunks(firstChunk: 0)
  }

  mutating func freeAll() {
    while let chunk = unsafe UnsafeMutableRawPointer(bitPattern: last) {
      last = unsafe chunk.load(as: UInt.self)
      unsafe free(chunk)
    }
  }
}

private let wordSize = MemoryLayout<UInt>.size

/// The memory that each thread has entered.
private let enteredKey: pthread_key_t = {
  var key = pthread_key_t()
  guard unsafe pthread_key_create(&key, nil) == 0 else { abort() }
  return key
}()

private nonisolated(unsafe) let table: UnsafeMutablePointer<cmark_mem> = {
  let table = UnsafeMutablePointer<cmark_mem>.allocate(capacity: 1)
  unsafe table.initialize(
    to: cmark_mem(
      calloc: { unsafe allocateCleared($0, $1) }, realloc: { unsafe reallocate($0, $1) },
      free: { unsafe release($0) }))
  return unsafe table
}()

/// What glibc overwrites freed memory with when `MALLOC_PERTURB_` is set, as it is in the tests of the memory; a piece
/// of a chunk is overwritten here.
private let perturbation: Int32 = {
  guard let text = unsafe getenv("MALLOC_PERTURB_") else { return 0 }
  return unsafe atoi(text) & 0xFF
}()

/// The word before a piece: its length in bytes, a multiple of the length of a word, and in the lowest bit whether
/// it is part of a chunk.
private func header(of piece: UnsafeMutableRawPointer) -> UInt {
  unsafe UnsafeRawPointer(piece - wordSize).load(as: UInt.self)
}

private func entered() -> UnsafeMutablePointer<NodeChunks>? {
  unsafe pthread_getspecific(enteredKey)?.assumingMemoryBound(to: NodeChunks.self)
}

private func rounded(_ length: Int) -> Int { (length + wordSize - 1) & ~(wordSize - 1) }

private func allocateCleared(_ count: Int, _ size: Int) -> UnsafeMutableRawPointer? {
  let (length, overflows) = count.multipliedReportingOverflow(by: size)
  guard !overflows else { abort() }
  let piece = unsafe allocate(length)
  unsafe memset(piece, 0, length)
  return unsafe piece
}

private func allocate(_ length: Int) -> UnsafeMutableRawPointer {
  guard length < Int.max / 2 else { abort() }
  let bytes = rounded(length)
  guard let chunks = unsafe entered() else {
    guard let start = unsafe malloc(bytes + wordSize) else { abort() }
    unsafe start.storeBytes(of: UInt(bytes), as: UInt.self)
    return unsafe start + wordSize
  }
  let address = unsafe chunks.pointee.take(bytes + wordSize)
  guard let start = unsafe UnsafeMutableRawPointer(bitPattern: address) else { abort() }
  unsafe start.storeBytes(of: UInt(bytes) | 1, as: UInt.self)
  return unsafe start + wordSize
}

private func reallocate(
  _ piece: UnsafeMutableRawPointer?, _ length: Int
) -> UnsafeMutableRawPointer? {
  guard let piece = unsafe piece else { return unsafe allocate(length) }
  guard length < Int.max / 2 else { abort() }
  let bytes = rounded(length)
  let word = unsafe header(of: piece)
  guard word & 1 == 1 else {
    guard let start = unsafe realloc(piece - wordSize, bytes + wordSize) else { abort() }
    unsafe start.storeBytes(of: UInt(bytes), as: UInt.self)
    return unsafe start + wordSize
  }
  let held = Int(word & ~1)
  let end = UInt(bitPattern: piece) + UInt(held)
  if unsafe entered()?.pointee.resizeLast(endingAt: end, by: bytes - held) ?? false {
    unsafe (piece - wordSize).storeBytes(of: UInt(bytes) | 1, as: UInt.self)
    return unsafe piece
  }
  if bytes <= held { return unsafe piece }
  let moved = unsafe allocate(bytes)
  unsafe moved.copyMemory(from: piece, byteCount: held)
  unsafe release(piece)
  return unsafe moved
}

private func release(_ piece: UnsafeMutableRawPointer?) {
  guard let piece = unsafe piece else { return }
  let word = unsafe header(of: piece)
  guard word & 1 == 1 else { return unsafe free(piece - wordSize) }
  let held = Int(word & ~1)
  if perturbation != 0 { unsafe memset(piece, perturbation, held) }
  let end = UInt(bitPattern: piece) + UInt(held)
  _ = unsafe entered()?.pointee.resizeLast(endingAt: end, by: -held - wordSize)
}
