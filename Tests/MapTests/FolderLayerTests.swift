import Foundation
import Testing

/// The folders of the targets, lowest first, as `Sources/README.md` has them: each uses only those
/// before it.
struct FolderLayerTests {
  static let sources = URL(filePath: #filePath).deletingLastPathComponent()
    .appending(path: "../../Sources").standardized

  @Test func everyTargetWithFoldersIsInTheTable() throws {
    let targets = try FileManager.default.contentsOfDirectory(atPath: Self.sources.path())
      .filter { !$0.hasPrefix(".") && $0 != "README.md" }
    let divided = try targets.filter { target in
      try Self.words(of: target).keys.contains { $0.contains("/") }
    }
    #expect(Set(divided).subtracting(try Self.layers().keys) == [])
  }

  @Test(arguments: try layers().keys.sorted())
  func aFolderUsesOnlyThoseBelowIt(target: String) throws {
    let order = try #require(try Self.layers()[target])
    let files = try Self.words(of: target)
    #expect(Set(files.keys.map(FolderUses.folder(of:))) == Set(order))
    #expect(FolderUses(of: files).uses(against: order) == [])
  }

  /// The table of the map: a target and its folders in one row.
  static func layers() throws -> [String: [String]] {
    let map = try String(contentsOf: sources.appending(path: "README.md"), encoding: .utf8)
    let table = map.split(separator: "\n").drop { $0 != "## Layers in a target" }
      .dropFirst().prefix { !$0.hasPrefix("## ") }
    var layers: [String: [String]] = [:]
    for row in table where row.hasPrefix("| `") {
      let names = row.split(separator: "`").enumerated().filter { $0.offset % 2 == 1 }
        .map { String($0.element) }
      layers[names[0]] = Array(names.dropFirst())
    }
    return layers
  }

  static func words(of target: String) throws -> [String: [SwiftWord]] {
    let folder = sources.appending(path: target)
    let paths = try #require(FileManager.default.enumerator(atPath: folder.path()))
    var files: [String: [SwiftWord]] = [:]
    for case let path as String in paths where path.hasSuffix(".swift") {
      files[path] = SwiftWord.all(in: Array(try Data(contentsOf: folder.appending(path: path))))
    }
    return files
  }
}

struct FolderUsesTests {
  @Test(arguments: [
    // A type, a function and what an extension adds to a type from elsewhere.
    ("let thing = Upper()", ["Lower uses Upper: Upper (Lower/File.swift)"]),
    ("let thing = raise(1)", ["Lower uses Upper: raise (Lower/File.swift)"]),
    ("let thing = 1.raised", ["Lower uses Upper: raised (Lower/File.swift)"]),
    ("let text = \"\\(Upper()) more\"", ["Lower uses Upper: Upper (Lower/File.swift)"]),
    // Words that are something else.
    ("// Upper, \"raise\"", []),
    ("let text = \"Upper and \\\"raise\\\"\"", []),
    ("let text = \"\"\"\n  Upper \"raise\"\n  \"\"\"", []),
    ("struct Lower { struct Upper {}; let upper: Upper }", []),
    ("let thing = hidden(raise: 1)", []),
    ("let thing = Self.fixed", []),
  ])
  func aNameIsOfTheFolderThatDeclaresIt(source: String, uses: [String]) {
    let upper = """
      struct Upper { let inner = 1 }
      func raise(_ number: Int) -> Int { number }
      private func hidden() {}
      extension Int { var raised: Int { self + 1 }; static let fixed = 1 }
      """
    let files = [
      "Upper/File.swift": SwiftWord.all(in: Array(upper.utf8)),
      "Lower/File.swift": SwiftWord.all(in: Array(source.utf8)),
    ]
    #expect(FolderUses(of: files).uses(against: ["Lower", "Upper"]) == uses)
    #expect(FolderUses(of: files).uses(against: ["Upper", "Lower"]) == [])
  }
}
