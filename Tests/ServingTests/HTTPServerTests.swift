import Files
import Foundation
import TestSupport
import Testing

@testable import Serving

#if canImport(FoundationNetworking)
  import FoundationNetworking
#endif

/// The server with a client of another maker.
struct HTTPServerTests {
  private static func withServer(
    _ body: (_ server: HTTPServer, _ folder: URL) async throws -> Void
  ) async throws {
    try await withTemporaryFolder { folder in
      for path in ServedSiteTests.paths { try folder.write("<body>\(path)</body>", to: path) }
      let server = try HTTPServer(
        ServedSiteTests.site(), in: folder.path(), host: "127.0.0.1", port: 0)
      defer { server.stop() }
      try await body(server, folder)
    }
  }

  private static func get(_ path: String, _ server: HTTPServer) async throws -> (Int, String) {
    let url = try #require(URL(string: "http://127.0.0.1:\(server.port)\(path)"))
    let (data, response) = try await URLSession.shared.data(from: url)
    return ((response as? HTTPURLResponse)?.statusCode ?? 0, String(decoding: data, as: UTF8.self))
  }

  @Test func servesFilesAndPages() async throws {
    try await Self.withServer { server, folder in
      let (status, text) = try await Self.get("/archive.css", server)
      #expect(status == 200 && text == "<body>archive.css</body>")
      let page = try await Self.get("/incidents/", server)
      #expect(page.0 == 200 && page.1.hasPrefix("<body>incidents/index.html<link"))
      try folder.write("secret", to: "secret.txt")
      #expect(try await Self.get("/secret.txt", server).0 == 404)
      // Gone since the build, or a link in its place.
      try FileManager.default.removeItem(at: folder.appending(path: "archive.css"))
      #expect(try await Self.get("/archive.css", server).0 == 503)
      try FileManager.default.createSymbolicLink(
        at: folder.appending(path: "archive.css"),
        withDestinationURL: folder.appending(path: "secret.txt"))
      #expect(try await Self.get("/archive.css", server).0 == 503)
    }
  }

  @Test func aTakenPortIsSaid() async throws {
    try await Self.withServer { server, folder in
      #expect(throws: ListenError.taken(port: server.port)) {
        try HTTPServer(
          ServedSiteTests.site(), in: folder.path(), host: "127.0.0.1", port: server.port)
      }
      #expect(throws: ListenError.noAddress(host: "192.0.2.1")) {
        try HTTPServer(ServedSiteTests.site(), in: folder.path(), host: "192.0.2.1", port: 0)
      }
      #expect(throws: ListenError.noAddress(host: "no.such.name.invalid")) {
        try HTTPServer(
          ServedSiteTests.site(), in: folder.path(), host: "no.such.name.invalid", port: 0)
      }
    }
  }

  @Test(.timeLimit(.minutes(1))) func aPageHearsOfTheNextBuild() async throws {
    try await Self.withServer { server, _ in
      let url = try #require(
        URL(string: "http://127.0.0.1:\(server.port)/.build-site/events?page=%2Findex.html"))
      let process = Process()
      process.executableURL = URL(filePath: "/usr/bin/curl")
      process.arguments = ["-sN", url.absoluteString]
      let output = Pipe()
      process.standardOutput = output
      try process.run()
      while server.load.streams == 0 { try await Task.sleep(for: .milliseconds(5)) }
      var state = LiveState()
      state.problem = "x"
      server.serve(ServedSiteTests.site(state))
      server.stop()
      let text = String(
        decoding: try output.fileHandleForReading.readToEnd() ?? Data(), as: UTF8.self)
      process.waitUntilExit()
      #expect(text.contains(#""problem":null"#))
      #expect(server.load == (0, 0))
    }
  }
}
