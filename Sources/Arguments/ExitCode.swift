/// How the process ends: 0 and 1 are results, and 64 and above mean that it did not run.
///
/// The numbers from 64 are those of `sysexits.h`.
package enum ExitCode: Int32, Sendable {
  /// No errors; warnings are allowed.
  case clean = 0
  case findings = 1
  /// The command line is wrong.
  case usage = 64
  /// An input cannot be read.
  case unreadable = 65
  /// An internal error.
  case bug = 70
  /// The disk or standard output cannot be written.
  case io = 74
  /// Another build holds the lock, or the content changed during the build.
  case tryAgain = 75
}
