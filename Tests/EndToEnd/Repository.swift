import Foundation

/// A git repository in a temporary folder.
struct Repository {
  let folder: URL

  init(in folder: URL) throws {
    self.folder = folder
    try git(["init", "-q", "-b", "main"])
  }

  func commit() throws {
    try git(["add", "-A"])
    try git([
      "-c", "user.name=Ada", "-c", "user.email=ada@example.com", "commit", "-q", "--no-gpg-sign",
      "--allow-empty", "-m", "x",
    ])
  }

  struct Failure: Error { let status: Int32 }

  func git(_ arguments: [String]) throws {
    let process = Process()
    process.executableURL = URL(filePath: "/usr/bin/git")
    process.arguments = arguments
    process.currentDirectoryURL = folder
    process.environment = [
      "PATH": "/usr/bin:/bin", "GIT_CONFIG_GLOBAL": "/dev/null", "GIT_CONFIG_NOSYSTEM": "1",
    ]
    process.standardOutput = FileHandle.nullDevice
    process.standardError = FileHandle.nullDevice
    try process.run()
    process.waitUntilExit()
    guard process.terminationStatus == 0 else { throw Failure(status: process.terminationStatus) }
  }
}
