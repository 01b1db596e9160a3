internal import Synchronization

#if canImport(Glibc)
  internal import Glibc
#else
  internal import Darwin
#endif

/// Standard output or standard error, with writes that can fail.
///
/// `print` ignores a full disk or a closed pipe; a report must not.
package struct StandardStream: Sendable {
  private let number: Int32
  package let name: String

  /// The result of a command, and nothing else.
  package static let output = StandardStream(number: STDOUT_FILENO, name: "standard output")
  /// Progress, summaries and error messages.
  package static let error = StandardStream(number: STDERR_FILENO, name: "standard error")

  /// Whether a line is on the terminal that the next write takes away.
  private static let showsLine = Mutex(false)

  /// Back to the start of the line, and away with what follows (ECMA-48, erase in line).
  private static let erasure = "\r\u{1B}[K"

  /// Shows a line on the terminal until anything is written to either stream, or another line is shown. An empty one
  /// takes it away.
  package func show(_ line: String) {
    Self.showsLine.withLock { showsLine in
      // The cursor returns to the start, so that the prompt after a run that is stopped stands there.
      let text = (showsLine ? Self.erasure : "") + (line.isEmpty ? "" : "\(line)\r")
      if !text.isEmpty { try? writeAll(Array(text.utf8), to: number, path: name) }
      showsLine = !line.isEmpty
    }
  }

  package func write(_ bytes: [UInt8]) throws(FileError) {
    Self.error.show("")
    try writeAll(bytes, to: number, path: name)
  }

  package func write(_ text: String) throws(FileError) {
    try write(Array(text.utf8))
  }

  /// Writes what may get lost: when standard error is closed or full there is nobody left to tell, and the
  /// verdict stands all the same.
  package func tell(_ text: String) {
    try? write(text)
  }

  /// Whether it is a terminal, so that colours make sense.
  package var isTerminal: Bool { isatty(number) == 1 }

  /// Whether somebody can type on standard input.
  package static var isInputTerminal: Bool { isatty(STDIN_FILENO) == 1 }

  /// Prepares the streams; to be called first in `main`.
  ///
  /// A reader that goes away, as `head` does, becomes an error of the write instead of the death of
  /// the process. A stream that is closed is opened for reading only: its writes fail as before, and
  /// no file that is opened later can take its number and receive the report.
  package static func prepare() {
    _ = signal(SIGPIPE, SIG_IGN)
    for number in STDIN_FILENO...STDERR_FILENO where fcntl(number, F_GETFD) == -1 {
      _ = unsafe open("/dev/null", O_RDONLY)
    }
  }
}

/// The next line of standard input without its end; `nil` when there is none.
package func readInputLine() -> String? { readLine(strippingNewline: true) }
