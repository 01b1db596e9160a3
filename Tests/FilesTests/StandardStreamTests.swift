import Testing

@testable import Files

#if canImport(Glibc)
  import Glibc
#else
  import Darwin
#endif

@Suite struct StandardStreamTests {
  /// The two ends of a pipe.
  private func makePipe() throws -> (reader: Int32, writer: Int32) {
    var ends: [Int32] = [-1, -1]
    try #require(unsafe pipe(&ends) == 0)
    return (ends[0], ends[1])
  }

  #if canImport(Glibc)
    @Test func aFullDiskIsAnError() throws {
      let number = unsafe open("/dev/full", O_WRONLY)
      defer { close(number) }
      #expect(throws: FileError(path: "standard output", code: ENOSPC)) {
        try writeAll([0x61], to: number, path: "standard output")
      }
    }
  #endif

  @Test func aReaderThatWentAwayIsAnError() throws {
    StandardStream.prepare()
    let ends = try makePipe()
    close(ends.reader)
    defer { close(ends.writer) }
    #expect(throws: FileError(path: "standard output", code: EPIPE)) {
      try writeAll([0x61], to: ends.writer, path: "standard output")
    }
  }

  @Test func aClosedStreamIsAnError() {
    #expect(throws: FileError(path: "x", code: EBADF)) {
      try writeAll([0x61], to: -1, path: "x")
    }
  }

  @Test func waitsForAPipeThatDoesNotBlock() async throws {
    let ends = try makePipe()
    try #require(fcntl(ends.writer, F_SETFL, O_NONBLOCK) == 0)
    let bytes = [UInt8](repeating: 0x61, count: 1 << 20)
    let writing = Task.detached {
      defer { close(ends.writer) }
      try writeAll(bytes, to: ends.writer, path: "pipe")
    }
    let reading = Task.detached {
      var count = 0
      var buffer = [UInt8](repeating: 0, count: 1 << 16)
      while case let result = unsafe read(ends.reader, &buffer, buffer.count), result > 0 {
        count += result
      }
      return count
    }
    try await writing.value
    #expect(await reading.value == bytes.count)
    close(ends.reader)
  }

  @Test(arguments: [
    (ENOENT, "no such file or directory"), (ENOSPC, "no space left on device"),
    (EIO, "input/output error"), (EACCES, "permission denied"),
  ])
  func words(code: Int32, words: String) {
    #expect(message(ofErrno: code) == words)
  }
}
