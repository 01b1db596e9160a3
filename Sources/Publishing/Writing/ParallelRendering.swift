#if canImport(Glibc)
  internal import Glibc
#else
  internal import Darwin
#endif

/// Renders chunks of a plan on all processors, with at most two chunks per processor started at a time,
/// so that memory does not grow with the number of pages.
///
/// `tell` is called with the number of files that are done.
///
/// - Throws: The error of the first chunk that fails; the others are cancelled.
func renderInParallel(
  _ chunks: [[Int]], telling tell: (Int) -> Void,
  _ render: @escaping @Sendable ([Int]) throws -> RenderedChunk
) async throws -> RenderedChunk {
  let width = max(1, sysconf(Int32(_SC_NPROCESSORS_ONLN))) * 2
  return try await withThrowingTaskGroup(of: RenderedChunk.self) { group in
    var all = RenderedChunk()
    var waiting = chunks[...]
    for chunk in waiting.prefix(width) { group.addTask { try render(chunk) } }
    waiting = waiting.dropFirst(width)
    while let done = try await group.next() {
      all.files += done.files
      all.findings += done.findings
      tell(all.files.count)
      if let chunk = waiting.popFirst() { group.addTask { try render(chunk) } }
    }
    return all
  }
}
