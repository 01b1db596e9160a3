import Foundation
import TestSupport
import Testing

/// `check --online`, and that nothing else goes to the network.
struct OnlineCheckTests {
  private func page(_ server: LocalServer) -> String {
    """
    ---
    title: Links
    last_verified: 2026-01-10
    ---

    # Links

    See [the page](\(server.address("/ok"))), [the old page](\(server.address("/gone"))) and
    [the one that moved](\(server.address("/moved"))).

    """
  }

  @Test func asksTheAddressesOfLinks() async throws {
    try await withTemporaryFolder { folder in
      let work = folder.appending(path: "project")
      try await LocalServer.run { server in
        try work.write(page(server), to: "content/runbooks/links.md")
        let caches = ["XDG_CACHE_HOME": folder.appending(path: "cache").path()]
        let run = try Program.run(["check", "--online"], in: work, environment: caches)
        #expect(run.output.contains("content/runbooks/links.md:8:"), "\(run.output)\(run.errors)")
        #expect(run.output.contains("'\(server.address("/gone"))' is not there (404)"))
        #expect(
          run.output.contains(
            "'\(server.address("/moved"))' redirects to '\(server.address("/ok"))'"))
        let asked = try server.requests()
        #expect(Set(asked) == ["HEAD /ok", "HEAD /gone", "GET /gone", "HEAD /moved"])
        let again = try Program.run(["check", "--online"], in: work, environment: caches)
        #expect(again.output == run.output)
        #expect(try server.requests() == asked)
      }
    }
  }

  @Test(arguments: [
    ["check"], ["build", "--keep-going"], ["inspect", "content/runbooks/links.md"],
  ])
  func nothingIsAskedWithoutIt(arguments: [String]) async throws {
    try await withTemporaryFolder { folder in
      let work = folder.appending(path: "project")
      try await LocalServer.run { server in
        try work.write(page(server), to: "content/runbooks/links.md")
        _ = try Program.run(arguments, in: work)
        #expect(try server.requests() == [])
      }
    }
  }
}
