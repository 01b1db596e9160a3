import Foundation
import Testing

@testable import Arguments

/// The manual page.
struct ManualTests {
  private let page = printed("manual") ?? ""

  @Test func saysWhatTheHelpSays() {
    #expect(page.hasPrefix(".TH BUILD\\-SITE 1 \"\" \"build\\-site"))
    for line in [
      ".SS check [PATH…] [OPTION…]", ".TP\n.B \\-\\-strict\nexit with 1 on warnings too",
      ".B build\\-site check [PATH…] [OPTION…]",
      "leave out a rule (may be repeated)", ".SH EXIT STATUS",
    ] {
      #expect(page.contains(line), "\(line)")
    }
  }

  /// By a formatter that others wrote.
  @Test(
    .enabled(
      if: FileManager.default.isExecutableFile(atPath: "/usr/bin/groff"), "groff is not installed"))
  func isSetWithoutAWarning() throws {
    let file = FileManager.default.temporaryDirectory.appending(path: "\(UUID().uuidString).1")
    try Data(page.utf8).write(to: file)
    defer { try? FileManager.default.removeItem(at: file) }
    let process = Process()
    process.executableURL = URL(filePath: "/usr/bin/groff")
    process.arguments = ["-man", "-ww", "-z", "-Kutf8", "-Tutf8", file.path()]
    let errors = Pipe()
    process.standardError = errors
    try process.run()
    process.waitUntilExit()
    let told = String(decoding: errors.fileHandleForReading.readDataToEndOfFile(), as: UTF8.self)
    #expect(process.terminationStatus == 0 && told.isEmpty, "\(told)")
  }
}
