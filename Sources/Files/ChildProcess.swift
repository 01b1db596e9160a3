#if canImport(Glibc)
  internal import Glibc
#else
  internal import Darwin
#endif

/// Runs a program of the system with the arguments as they are, without a shell, and waits for its end.
///
/// Its input and output go through files that have no name, so that neither side waits for the other. What it
/// says on standard error is dropped.
///
/// - Parameters:
///   - program: a name that is looked up in `PATH`.
///   - arguments: those after the name.
///   - input: what it reads from standard input.
/// - Returns: the exit status, 128 and more for a signal, and standard output.
/// - Throws: `ENOENT` when there is no such program, or another error of the system.
func runProgram(
  _ program: String, _ arguments: [String], input: [UInt8] = []
) throws(FileError) -> (status: Int32, output: [UInt8]) {
  let source = try Descriptor(withoutNameFor: program)
  if !input.isEmpty {
    try source.write(input)
    guard lseek(source.number, 0, SEEK_SET) == 0 else {
      throw FileError(path: program, code: errno)
    }
  }
  let output = try Descriptor(withoutNameFor: program)
  let waste = try Descriptor(opening: "/dev/null", O_WRONLY)
  let status = try spawn(program, [program] + arguments, source.number, output.number, waste.number)
  guard lseek(output.number, 0, SEEK_SET) == 0 else { throw FileError(path: program, code: errno) }
  return (status, try output.allBytes(expecting: try output.status().size, limit: 1 << 31))
}

private func spawn(
  _ program: String, _ words: [String], _ input: Int32, _ output: Int32, _ errors: Int32
) throws(FileError) -> Int32 {
  #if canImport(Glibc)
    var actions = unsafe posix_spawn_file_actions_t()
  #else
    var actions: posix_spawn_file_actions_t?
  #endif
  unsafe posix_spawn_file_actions_init(&actions)
  defer { unsafe posix_spawn_file_actions_destroy(&actions) }
  for (from, to) in [(input, STDIN_FILENO), (output, STDOUT_FILENO), (errors, STDERR_FILENO)] {
    unsafe posix_spawn_file_actions_adddup2(&actions, from, to)
  }
  var vector: [UnsafeMutablePointer<CChar>?] = unsafe words.map { unsafe strdup($0) } + [nil]
  defer {
    for index in unsafe vector.indices { unsafe free(vector[index]) }
  }
  var child: pid_t = 0
  let code = unsafe posix_spawnp(&child, program, &actions, nil, &vector, environ)
  guard code == 0 else { throw FileError(path: program, code: code) }
  var status: Int32 = 0
  guard retrying({ unsafe waitpid(child, &status, 0) }) == child else {
    throw FileError(path: program, code: errno)
  }
  let signal = status & 0x7F
  return signal == 0 ? (status >> 8) & 0xFF : 128 + signal
}

extension Descriptor {
  /// An empty file without a name, which is gone when it is closed.
  fileprivate init(withoutNameFor program: String) throws(FileError) {
    var template = Array("/tmp/build-site.XXXXXX".utf8CString)
    let number = unsafe mkstemp(&template)
    guard number != -1 else { throw FileError(path: program, code: errno) }
    unsafe unlink(template)
    try self.init(copying: number, path: program)
    close(number)
  }
}
