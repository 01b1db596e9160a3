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

  package func write(_ bytes: [UInt8]) throws(FileError) {
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
