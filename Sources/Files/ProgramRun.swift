#if canImport(Glibc)
  internal import Glibc
#else
  internal import Darwin
#endif

/// Replaces this process by a program, which keeps the terminal.
///
/// - Parameter words: the name, which is looked up in `PATH`, and the arguments.
/// - Throws: When there is no such program.
package func become(_ words: [String]) throws(FileError) {
  var pointers = unsafe words.map { unsafe strdup($0) }
  unsafe pointers.append(nil)
  defer { while unsafe !pointers.isEmpty { unsafe free(pointers.removeLast()) } }
  guard let name = words.first else { return }
  unsafe execvp(name, pointers)
  throw FileError(path: name, code: errno)
}

/// A program of the system with the arguments as they are. It is started without a shell.
package struct ProgramRun: Sendable {
  /// A name that is looked up in `PATH`.
  package var program: String
  /// Those after the name.
  package var arguments: [String]
  /// What it reads from standard input.
  package var input: [UInt8] = []
  /// `NAME=value`; `nil` for the environment of this process.
  package var environment: [String]?
  /// Whether what it says on standard error comes with its output; otherwise it is dropped.
  package var takesErrors = false
  /// After so many seconds it is ended; `nil` to wait for its end.
  package var limit: Int?

  package init(_ program: String, _ arguments: [String], input: [UInt8] = []) {
    self.program = program
    self.arguments = arguments
    self.input = input
  }

  /// Runs it and waits for its end.
  ///
  /// Its input and output go through files that have no name, so that neither side waits for the other.
  ///
  /// - Returns: the exit status, 128 and more for a signal, and its output.
  /// - Throws: `ENOENT` when there is no such program, or another error of the system.
  package func answer() throws(FileError) -> (status: Int32, output: [UInt8]) {
    let source = try Descriptor(withoutNameFor: program)
    if !input.isEmpty {
      try source.write(input)
      guard lseek(source.number, 0, SEEK_SET) == 0 else {
        throw FileError(path: program, code: errno)
      }
    }
    let output = try Descriptor(withoutNameFor: program)
    let waste = try Descriptor(opening: "/dev/null", O_WRONLY)
    let errors = takesErrors ? output.number : waste.number
    let status = try ended(try started(source.number, output.number, errors))
    guard lseek(output.number, 0, SEEK_SET) == 0 else {
      throw FileError(path: program, code: errno)
    }
    return (status, try output.allBytes(expecting: try output.status().size, limit: 1 << 31))
  }

  /// Starts it and does not wait for its end. What it says is dropped, and Ctrl-C does not reach it.
  ///
  /// - Throws: `ENOENT` when there is no such program, or another error of the system.
  package func start() throws(FileError) {
    let waste = try Descriptor(opening: "/dev/null", O_RDWR)
    _ = try started(waste.number, waste.number, waste.number, isApart: true)
  }

  /// The number of the new process. With `isApart` signals reach it as they reach a program of its own.
  private func started(
    _ input: Int32, _ output: Int32, _ errors: Int32, isApart: Bool = false
  ) throws(FileError) -> pid_t {
    #if canImport(Glibc)
      var actions = unsafe posix_spawn_file_actions_t()
      var attributes = posix_spawnattr_t()
    #else
      var actions: posix_spawn_file_actions_t?
      var attributes: posix_spawnattr_t?
    #endif
    unsafe posix_spawn_file_actions_init(&actions)
    defer { unsafe posix_spawn_file_actions_destroy(&actions) }
    unsafe posix_spawnattr_init(&attributes)
    defer { unsafe posix_spawnattr_destroy(&attributes) }
    if isApart {
      // The signals that this process waits for are blocked in all of its threads.
      var none = sigset_t()
      unsafe sigemptyset(&none)
      unsafe posix_spawnattr_setsigmask(&attributes, &none)
      unsafe posix_spawnattr_setpgroup(&attributes, 0)
      unsafe posix_spawnattr_setflags(
        &attributes, Int16(POSIX_SPAWN_SETSIGMASK) | Int16(POSIX_SPAWN_SETPGROUP))
    }
    for (from, to) in [(input, STDIN_FILENO), (output, STDOUT_FILENO), (errors, STDERR_FILENO)] {
      unsafe posix_spawn_file_actions_adddup2(&actions, from, to)
    }
    let vector = unsafe CStrings([program] + arguments)
    defer { unsafe vector.free() }
    var child: pid_t = 0
    let code: Int32
    if let environment {
      let variables = unsafe CStrings(environment)
      defer { unsafe variables.free() }
      code = unsafe posix_spawnp(
        &child, program, &actions, &attributes, vector.pointers, variables.pointers)
    } else {
      code = unsafe posix_spawnp(&child, program, &actions, &attributes, vector.pointers, environ)
    }
    guard code == 0 else { throw FileError(path: program, code: code) }
    return child
  }

  private func ended(_ child: pid_t) throws(FileError) -> Int32 {
    var status: Int32 = 0
    if let limit {
      // In microseconds. Most programs end soon, so the first pauses are short.
      var (waited, pause) = (0, 250)
      while waited < limit * 1_000_000 {
        let result = retrying { unsafe waitpid(child, &status, WNOHANG) }
        if result == child { return Self.exitStatus(status) }
        if result == -1 { throw FileError(path: program, code: errno) }
        usleep(UInt32(pause))
        waited += pause
        pause = min(2 * pause, 10_000)
      }
      kill(child, SIGKILL)
    }
    guard retrying({ unsafe waitpid(child, &status, 0) }) == child else {
      throw FileError(path: program, code: errno)
    }
    return Self.exitStatus(status)
  }

  private static func exitStatus(_ status: Int32) -> Int32 {
    let signal = status & 0x7F
    return signal == 0 ? (status >> 8) & 0xFF : 128 + signal
  }
}

/// Texts in the form of `argv`.
@unsafe private struct CStrings {
  let pointers: UnsafeMutablePointer<UnsafeMutablePointer<CChar>?>
  private let count: Int

  init(_ texts: [String]) {
    unsafe count = texts.count
    unsafe pointers = .allocate(capacity: count + 1)
    for (index, text) in texts.enumerated() { unsafe pointers[index] = strdup(text) }
    unsafe pointers[count] = nil
  }

  func free() {
    for index in unsafe 0..<count { unsafe release(pointers[index]) }
    unsafe pointers.deallocate()
  }
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

private func release(_ pointer: UnsafeMutablePointer<CChar>?) { unsafe free(pointer) }
