import Diagnostics
import Files
import Foundation
import TestSupport
import Testing

@testable import Content

/// What `check --online` learns from a server.
struct LinkCheckTests {
  private func findings(
    _ paths: [String], of server: LocalServer, cache: String? = nil, limit: Int = 20
  ) -> [String] {
    let places = paths.enumerated().map { line, path in
      let start = SourceLocation(line: line + 1, column: 1)
      return LinkCheck.Place(
        address: server.address(path), path: "a.md", range: start..<start)
    }
    var check = LinkCheck(run: FileSource.disk.run, cache: cache)
    check.limit = limit
    return check.findings(for: places).map { finding in
      let message = finding.message.replacing("http://127.0.0.1:\(server.port)", with: "")
      return "\(finding.range?.lowerBound.line ?? 0) \(finding.level) \(message)"
    }
  }

  @Test(.timeLimit(.minutes(1)))
  func eachAnswerIsTold() async throws {
    try await LocalServer.run { server in
      let found = findings(
        ["/ok", "/moved", "/gone", "/get", "/silent", "/loop", "/broken", "/login"], of: server,
        limit: 4)
      #expect(
        found == [
          "2 note '/moved' redirects to '/ok'",
          "3 warning '/gone' is not there (404)",
          "5 warning '/silent' cannot be reached: it did not answer in time",
          "6 warning '/loop' cannot be reached: its redirects do not end",
          "7 warning '/broken' answers with an error (500)",
        ])
      // GET follows HEAD where that was refused, and nowhere else.
      let requests = try server.requests()
      #expect(requests.contains("HEAD /get") && requests.contains("GET /get"))
      #expect(!requests.contains("GET /ok") && !requests.contains("GET /moved"))
    }
  }

  @Test func tenAreAskedAtOnce() async throws {
    try await LocalServer.run { server in
      #expect(findings((0..<30).map { "/slow/\($0)" }, of: server) == [])
      let most = try server.mostAtOnce()
      #expect((5...10).contains(most), "\(most)")
      #expect(try server.requests().count == 30)
    }
  }

  @Test func anAddressIsAskedOnceADay() async throws {
    try await withTemporaryFolder { folder in
      let cache = folder.appending(path: "kept/links")
      let paths = ["/ok", "/gone", "/gone", "/moved"]
      try await LocalServer.run { server in
        let first = findings(paths, of: server, cache: cache.path())
        let asked = try server.requests().count
        #expect(first.count == 3)
        #expect(findings(paths, of: server, cache: cache.path()) == first)
        #expect(try server.requests().count == asked)
        // As if it had been yesterday.
        let kept = try String(contentsOf: cache, encoding: .utf8).split(separator: "\n")
        let old = kept.map { line -> String in
          let words = line.split(separator: " ", maxSplits: 1)
          return "\((Int(words[0]) ?? 0) - 86_401) \(words[1])\n"
        }
        try old.joined().write(to: cache, atomically: true, encoding: .utf8)
        #expect(findings(paths, of: server, cache: cache.path()) == first)
        #expect(try server.requests().count == 2 * asked)
      }
    }
  }

  @Test func aHostThatIsGoneRefuses() async throws {
    let server = try await LocalServer.run { $0 }
    #expect(
      findings(["/ok"], of: server) == ["1 warning '/ok' cannot be reached: its host refuses"])
  }
}
