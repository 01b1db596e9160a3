import Foundation

/// The built program, run as a user runs it.
struct Program {
  struct Run {
    let exitCode: Int32
    let output: String
    /// Without the seconds that a build took.
    let errors: String
  }

  static let project = URL(filePath: #filePath).appending(path: "../../..").standardized

  /// The program stands beside the test bundle, where the package manager builds both.
  static var binary: URL {
    URL(filePath: CommandLine.arguments[0]).deletingLastPathComponent().appending(
      path: "build-site")
  }

  /// Runs in `folder`, with the project's own templates and an environment that does not depend on the machine.
  static func run(
    _ arguments: [String], in folder: URL, environment: [String: String] = [:], input: String? = nil
  ) throws -> Run {
    let process = Process()
    process.executableURL = binary
    process.arguments = arguments
    process.currentDirectoryURL = folder
    process.environment = ["PATH": "/usr/bin:/bin", "NO_COLOR": "1"].merging(environment) { $1 }
    process.standardInput = FileHandle.nullDevice
    if let input {
      let file = folder.deletingLastPathComponent().appending(path: "\(UUID().uuidString).in")
      try Data(input.utf8).write(to: file)
      process.standardInput = try FileHandle(forReadingFrom: file)
    }
    // Files, not pipes: a report larger than a pipe's buffer would wait for a reader.
    let output = folder.deletingLastPathComponent().appending(path: "\(UUID().uuidString).out")
    let errors = folder.deletingLastPathComponent().appending(path: "\(UUID().uuidString).err")
    for file in [output, errors] {
      _ = FileManager.default.createFile(atPath: file.path(), contents: nil)
    }
    defer { for file in [output, errors] { try? FileManager.default.removeItem(at: file) } }
    process.standardOutput = try FileHandle(forWritingTo: output)
    process.standardError = try FileHandle(forWritingTo: errors)
    try process.run()
    process.waitUntilExit()
    return Run(
      exitCode: process.terminationReason == .exit
        ? process.terminationStatus : -process.terminationStatus,
      output: withName(String(decoding: try Data(contentsOf: output), as: UTF8.self)),
      errors: withoutSeconds(
        withName(String(decoding: try Data(contentsOf: errors), as: UTF8.self))))
  }

  /// Runs the program by a shell, for what is done to its streams; the result is the exit code.
  static func shell(_ command: String, in folder: URL) throws -> Int32 {
    let process = Process()
    process.executableURL = URL(filePath: "/bin/sh")
    process.arguments = ["-c", "exec \"$0\" \(command)", binary.path()]
    process.currentDirectoryURL = folder
    process.standardError = FileHandle.nullDevice
    process.standardInput = FileHandle.nullDevice
    try process.run()
    process.waitUntilExit()
    return process.terminationStatus
  }

  /// Runs the program and returns the commands that were started by it and by what it started, each as `strace` shows
  /// it.
  static func started(by arguments: [String], in folder: URL) throws -> [String] {
    try traced("trace=execve", arguments, in: folder).filter {
      $0.contains("execve(") && $0.contains(" = 0")
    }
  }

  /// Runs the program and returns its calls that open files, each as `strace` shows it.
  static func opened(by arguments: [String], in folder: URL) throws -> [String] {
    try traced("trace=open,openat,openat2,creat", arguments, in: folder)
  }

  private static func traced(
    _ calls: String, _ arguments: [String], in folder: URL
  ) throws -> [String] {
    let trace = folder.deletingLastPathComponent().appending(path: "\(UUID().uuidString).trace")
    let process = Process()
    process.executableURL = URL(filePath: "/usr/bin/strace")
    process.arguments =
      ["-f", "-s", "1000", "-e", calls, "-o", trace.path(), binary.path()] + arguments
    process.currentDirectoryURL = folder
    process.environment = ["PATH": "/usr/bin:/bin", "NO_COLOR": "1"]
    process.standardInput = FileHandle.nullDevice
    process.standardOutput = FileHandle.nullDevice
    process.standardError = FileHandle.nullDevice
    try process.run()
    process.waitUntilExit()
    return String(decoding: try Data(contentsOf: trace), as: UTF8.self).split(separator: "\n").map(
      String.init)
  }

  /// The program names the commands that it tells about as it was started.
  static func withName(_ text: String) -> String {
    text.replacing(binary.path() + " ", with: "build-site ")
  }

  /// "in 0.4 s" becomes "in … s".
  private static func withoutSeconds(_ text: String) -> String {
    text.replacing(#/ in [0-9]+\.[0-9] s/#, with: " in … s")
  }

  /// `build` with the project's templates.
  static func build(_ options: [String] = [], in folder: URL) throws -> Run {
    try run(
      ["build", "--templates", project.appending(path: "templates").path()] + options, in: folder)
  }
}

extension URL {
  /// Every file below this folder with its bytes, by its path.
  func tree(_ path: String = "") throws -> [String: Data] {
    let root = path.isEmpty ? self : appending(path: path)
    var files: [String: Data] = [:]
    let names = FileManager.default.enumerator(atPath: root.path())
    for case let name as String in names ?? .init() {
      let file = root.appending(path: name)
      let kind = try FileManager.default.attributesOfItem(atPath: file.path())[.type]
      guard kind as? FileAttributeType == .typeRegular else { continue }
      files[name] = try Data(contentsOf: file)
    }
    return files
  }

  /// The files of the folder `site`, without what the build remembers for itself.
  func site() throws -> [String: Data] {
    try tree("site").filter { !$0.key.hasPrefix(".build-site/") }
  }
}
