/// How the process ends: 0 and 1 are verdicts, 2 and above say that there is none.
///
/// The numbers from 64 are those of `sysexits.h`.
package enum ExitCode: Int32, Sendable {
  /// No errors; warnings are allowed.
  case clean = 0
  case findings = 1
  /// The command line is wrong.
  case usage = 64
  /// What is to be read cannot be read.
  case unreadable = 65
  /// A mistake of the program.
  case bug = 70
  /// The disk, or standard output, refused to take something.
  case io = 74
  /// Another build holds the lock.
  case locked = 75
}
