import Foundation
import Testing

/// The built program while it runs, with what it has printed so far.
final class RunningProgram {
  private let process = Process()
  private let folder: URL
  private let name = UUID().uuidString

  /// Starts it in a folder; what it prints goes to files beside that.
  init(_ arguments: [String], in folder: URL) throws {
    self.folder = folder.deletingLastPathComponent()
    process.executableURL = Program.binary
    process.arguments = arguments
    process.currentDirectoryURL = folder
    process.environment = ["PATH": "/usr/bin:/bin", "NO_COLOR": "1", "TZ": "UTC"]
    process.standardInput = FileHandle.nullDevice
    for file in [outputFile, errorFile] {
      _ = FileManager.default.createFile(atPath: file.path(), contents: nil)
    }
    process.standardOutput = try FileHandle(forWritingTo: outputFile)
    process.standardError = try FileHandle(forWritingTo: errorFile)
    try process.run()
  }

  private var outputFile: URL { folder.appending(path: "\(name).out") }
  private var errorFile: URL { folder.appending(path: "\(name).err") }

  var output: String { text(of: outputFile) }
  var errors: String { text(of: errorFile) }

  private func text(of file: URL) -> String {
    Program.withName((try? String(contentsOf: file, encoding: .utf8)) ?? "")
  }

  /// Waits until something holds.
  func wait(
    _ what: Comment, sourceLocation: SourceLocation = #_sourceLocation,
    until holds: () throws -> Bool
  ) async throws {
    for _ in 0..<3_000 where process.isRunning {
      if try holds() { return }
      try await Task.sleep(for: .milliseconds(10))
    }
    Issue.record("\(what): not within 30 s; \(output)\(errors)", sourceLocation: sourceLocation)
    throw CancellationError()
  }

  /// Sends Ctrl-C.
  ///
  /// - Returns: the exit code; negative for a signal.
  func interrupt() async throws -> Int32 {
    process.interrupt()
    for _ in 0..<1_000 where process.isRunning { try await Task.sleep(for: .milliseconds(10)) }
    if process.isRunning {
      Issue.record("Ctrl-C does not end it")
      process.terminate()
    }
    process.waitUntilExit()
    return process.terminationReason == .exit
      ? process.terminationStatus : -process.terminationStatus
  }

  deinit { if process.isRunning { process.terminate() } }
}
