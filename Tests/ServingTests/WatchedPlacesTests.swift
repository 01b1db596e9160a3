import Files
import Testing

@testable import Serving

struct WatchedPlacesTests {
  private static let places = WatchedPlaces([
    Input(path: "docs/reviews", state: .present(.folder)),
    Input(path: "docs/reviews/a.md", state: .present(.file)),
    Input(path: "docs/site.yml", state: .present(nil)),
    Input(path: "/etc/timezones/x", state: .present(.file)),
    Input(path: "docs/../.gitignore", state: .present(nil), purpose: .git),
    Input(path: "/usr/lib/libc.so", state: .written(size: 1, modified: 1)),
  ])

  @Test func eachFolderOnTheWayIsWatched() {
    #expect(
      Set(Self.places.paths) == [
        ".", "docs", "docs/reviews", "docs/..", "/", "/etc", "/etc/timezones",
      ])
  }

  @Test(arguments: [
    (".", "docs", true), (".", "src", false), ("docs", "reviews", true), ("docs", "site.yml", true),
    ("docs", "other.yml", false),
    ("docs/reviews", "a.md", true), ("docs/reviews", "b.md", false),
    ("docs/..", ".gitignore", true), ("/", "etc", true),
    ("/usr/lib", "libc.so", false), ("elsewhere", "a.md", false),
  ])
  func namesMatter(folder: String, name: String, isMeant: Bool) {
    #expect(Self.places.isMeant(name, in: folder) == isMeant)
  }
}
