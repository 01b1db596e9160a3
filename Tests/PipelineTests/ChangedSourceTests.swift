import Files
import Foundation
import Pipeline
import Publishing
import TestSupport
import Testing

/// What is published is what was checked: a file that changes between the two ends the build.
struct ChangedSourceTests {
  private static let review = """
    ---
    date: 2026-01-10
    severity: P2
    ---
    # Checkout down

    ## Timeline

    - 10:05 UTC - Error rate at 25%, see ![graph](graph.png) and [the log](relay.log)

    """
  private static let runbook = "# Restart the relay\n\n## Steps\n\n1. Restart it.\n"

  private static let files = [
    "content/incidents/a.md": review, "content/runbooks/relay.md": runbook,
    "content/incidents/graph.png": "a picture", "content/incidents/relay.log": "10:05 lost\n",
    "outside/secret.md": "# Secret\n", "outside/secret.png": "secret",
  ]

  /// Checks a project, lets something happen to it, and tries to write the site.
  private func write(
    _ files: [String: String] = files, after change: (URL) throws -> Void
  ) async throws -> (error: WriteError?, site: [String]) {
    try await withTemporaryFolder { folder in
      for (path, text) in files { try folder.write(text, to: path) }
      let project = URL(filePath: #filePath).appending(path: "../../..").standardized
      var settings = Build.Settings()
      settings.content = folder.appending(path: "content").path()
      settings.site = folder.appending(path: "site").path()
      settings.templates = project.appending(path: "templates").path()
      settings.isWriting = true
      let checked = try await Build(settings).checked()
      try change(folder)
      var failure: WriteError?
      do throws(WriteError) {
        _ = try await checked.write()
      } catch {
        failure = error
      }
      let site = FileManager.default.enumerator(atPath: settings.site)
      let names = site?.compactMap { $0 as? String } ?? []
      return (failure, names.filter { !$0.hasPrefix(".build-site") })
    }
  }

  @Test func withoutChangeTheSiteIsWritten() async throws {
    let (error, site) = try await write { _ in }
    #expect(error == nil, "\(String(describing: error))")
    #expect(site.contains { $0.hasSuffix("graph.png") })
    #expect(site.contains { $0.hasSuffix("relay.log") })
  }

  @Test(arguments: [
    "content/incidents/a.md", "content/runbooks/relay.md", "content/incidents/graph.png",
    "content/incidents/relay.log",
  ])
  func anotherTextEndsTheBuild(path: String) async throws {
    let text = try #require(Self.files[path])
    let changes: [(URL) throws -> Void] = [
      { try Data((text + " ").utf8).write(to: $0) },
      { try Data(text.uppercased().utf8).write(to: $0) },
      { try Data([0xFF, 0xFE, 0x00]).write(to: $0) }, { try Data().write(to: $0) },
      { try FileManager.default.removeItem(at: $0) },
      { file in
        try FileManager.default.removeItem(at: file)
        try FileManager.default.createDirectory(at: file, withIntermediateDirectories: false)
      },
    ]
    for (number, change) in changes.enumerated() {
      let (error, site) = try await write { try change($0.appending(path: path)) }
      #expect(error?.isChanged == true, "\(number): \(String(describing: error))")
      #expect(error?.description.contains("\(path): changed while") == true)
      #expect(site == [])
    }
  }

  /// Even one to the same bytes: what it leads to can change at any time.
  @Test(arguments: [
    ("content/incidents/a.md", "../../outside/secret.md"),
    ("content/runbooks/relay.md", "../../outside/secret.md"),
    ("content/incidents/graph.png", "../../outside/secret.png"),
    ("content/incidents/relay.log", "/dev/zero"), ("content/incidents", "../kept"),
    ("content/runbooks", "../kept"),
  ])
  func aLinkInItsPlaceEndsTheBuild(path: String, target: String) async throws {
    let (error, site) = try await write { folder in
      let place = folder.appending(path: path)
      try FileManager.default.moveItem(at: place, to: folder.appending(path: "kept"))
      try FileManager.default.createSymbolicLink(
        atPath: place.path(), withDestinationPath: target)
    }
    #expect(error?.isChanged == true, "\(String(describing: error))")
    #expect(site == [])
  }

  /// The content folder itself may be a link: its owner put it there.
  @Test func aContentFolderBehindALinkIsRead() async throws {
    let (error, _) = try await write { folder in
      let content = folder.appending(path: "content")
      try FileManager.default.moveItem(at: content, to: folder.appending(path: "kept"))
      try FileManager.default.createSymbolicLink(
        atPath: content.path(), withDestinationPath: "kept")
    }
    #expect(error == nil)
  }
}

extension WriteError {
  fileprivate var isChanged: Bool { if case .changed = self { true } else { false } }
}
