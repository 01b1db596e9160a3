import Files
import Testing

@Suite struct PathTests {
  @Test(arguments: [
    ("a/b.md", "", "a/b.md"), ("./a//b/", "", "a/b"), ("a/../b", "", "b"), ("", "", ""),
    ("..", "a", ""), ("../c.png", "a/b", "a/c.png"), ("x", "a/", "a/x"), (".", "a/b", "a/b"),
    ("...", "", "..."), ("a\\b", "", "a\\b"),
  ])
  func folds(path: String, folder: String, expected: String) {
    #expect(foldedPath(path, from: folder) == expected)
  }

  @Test(arguments: [
    ("..", ""), ("../../x", "a"), ("a/../../a/b", ""), ("/etc/passwd", ""), ("/", "a"),
    ("a\0b", ""),
  ])
  func refuses(path: String, folder: String) {
    #expect(foldedPath(path, from: folder) == nil)
  }

  @Test(arguments: [
    ("index.html", "a.png", "a.png"), ("a/index.html", "a.png", "../a.png"),
    ("a/index.html", "a/b.png", "b.png"), ("a/b/index.html", "a/c/d.html", "../c/d.html"),
    ("a/index.html", "b/index.html", "../b/index.html"), ("a/index.html", "a", "."),
    ("a/b/index.html", "a", ".."), ("a/index.html", "a/", "."), ("index.html", "a:b", "./a:b"),
    ("a/index.html", "a:b", "../a:b"), ("a/b", "a/b", "b"),
  ])
  func relative(source: String, target: String, expected: String) {
    #expect(relativePath(from: source, to: target) == expected)
    let folder = folderPath(of: source)
    #expect(foldedPath(expected, from: folder) == foldedPath(target), "and it leads there")
  }

  @Test(arguments: [
    ("a", "b", "a/b"), ("a/", "b", "a/b"), ("", "b", "b"), (".", "b", "b"), ("a", "", "a"),
    ("/", "b", "/b"),
  ])
  func joins(folder: String, path: String, expected: String) {
    #expect(joinedPath(folder, path) == expected)
  }

  @Test(arguments: [
    ("a/b/c", "a/b", "c"), ("a", "", "a"), ("/a", "/", "a"), ("a/b/", "a", "b"), ("/", "/", "/"),
    ("", "", ""),
  ])
  func splits(path: String, folder: String, name: String) {
    #expect(folderPath(of: path) == folder)
    #expect(fileName(of: path) == name)
  }

  @Test(arguments: [
    ("", ""), (".", ""), ("a", "a/"), ("a/b", "a/b/"), ("a/", "a/"), ("/", "/"), ("/a", "/a/"),
  ])
  func prefixes(folder: String, expected: String) {
    #expect(folderPrefix(folder) == expected)
  }
}

@Suite struct ContentHashTests {
  /// The first is what `xxhsum -H2` prints for an empty file.
  @Test(arguments: [
    ("", "99aa06d3014798d86001c324468d497f"), ("a", "a96faf705af16834e6c632b61e964e1f"),
  ])
  func hex(text: String, expected: String) {
    let hash = ContentHash(of: Array(text.utf8))
    #expect(hash.hex == expected)
    #expect(hash.shortHex == expected.prefix(16))
    #expect(ContentHash(hexDigits: Array(expected.utf8)[...]) == hash)
  }

  @Test func differsWithTheBytes() {
    #expect(ContentHash(of: [0]) != ContentHash(of: [0, 0]))
  }

  @Test(arguments: [
    "", "99aa06d3014798d86001c324468d497", "99aa06d3014798d86001c324468d497f0",
    "99AA06D3014798D86001C324468D497F", "+9aa06d3014798d86001c324468d497f",
    "99aa06d3014798d8 001c324468d497f",
  ])
  func refuses(hex: String) {
    #expect(ContentHash(hexDigits: Array(hex.utf8)[...]) == nil)
  }
}
