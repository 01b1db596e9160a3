import Foundation
import Testing

/// `Package.swift`, `Sources/README.md` and the imports of the sources agree.
struct HouseTests {
  private static let sources = FolderLayerTests.sources
  private static let project = sources.deletingLastPathComponent()

  private static func readImports() throws -> [String: Set<String>] {
    var found: [String: Set<String>] = [:]
    for root in ["Sources", "Tests"] {
      let folder = project.appending(path: root)
      let files = FileManager.default.enumerator(atPath: folder.path())
      for case let path as String in files ?? .init() where path.hasSuffix(".swift") {
        let text = try String(contentsOf: folder.appending(path: path), encoding: .utf8)
        let target = String(path.prefix { $0 != "/" })
        found[target, default: []].formUnion(
          text.split(separator: "\n").compactMap(House.module(importedBy:)))
      }
    }
    return found
  }

  @Test func theHouseIsAsTheMapSays() throws {
    let manifest = try String(
      contentsOf: Self.project.appending(path: "Package.swift"), encoding: .utf8)
    let map = try String(contentsOf: Self.sources.appending(path: "README.md"), encoding: .utf8)
    let house = House(
      manifest: Manifest(manifest), map: HouseMap(map), imports: try Self.readImports(),
      exists: { FileManager.default.fileExists(atPath: Self.sources.appending(path: $0).path()) })
    #expect(house.lies.sorted() == [])
    let folders = try FileManager.default.contentsOfDirectory(atPath: Self.sources.path())
      .filter { !$0.hasPrefix(".") && $0 != "README.md" }
    #expect(house.map.rooms.map(\.name).sorted() == folders.sorted())
  }

  // MARK: A small house in which one thing is changed

  private static let manifest = """
    func stage(_ name: String, knows dependencies: [Target.Dependency] = []) -> Target {
      .target(name: name, dependencies: dependencies)
    }
    let package = Package(
      name: "house",
      products: [.executable(name: "roof", targets: ["roof"])],
      targets: [
        .systemLibrary(
          name: "CStone", pkgConfig: "stone", providers: [.apt(["libstone-dev"])]),
        stage("Cellar", knows: ["CStone"]),
        // stage("Attic", knows: ["Cellar"]),
        stage("Hall", knows: ["Cellar"]),
        stage(
          "Stairs",
          knows: [
            "Cellar", "Hall",
          ]),
        .executableTarget(name: "roof", dependencies: ["Stairs"], swiftSettings: settings),
        tests(of: "Hall", with: ["Cellar"]),
        .testTarget(
          name: "AllTests", dependencies: ["roof"], path: "Tests/All", exclude: ["Cases"]),
      ]
    )
    """

  private static let map = """
    Only `Hall/Doors` has doors; add one as `Hall/Doors/<Name>.swift`, and see `cellar.h`.

    | target | holds | knows |
    |---|---|---|
    | `CStone` | stone | – |
    | `Cellar` | wine | `CStone` |
    | `Hall` | one door a file in `Doors/` | Cellar |
    | `Stairs` | steps | Hall |
    | `roof` | tiles | Stairs |
    """

  private static let imports: [String: Set<String>] = [
    "Cellar": ["CStone", "Foundation"], "Hall": ["Cellar"], "Stairs": ["Hall", "Cellar"],
    "roof": ["Stairs"], "HallTests": ["Hall", "Cellar", "Testing"], "All": ["Testing"],
  ]

  private func lies(
    manifest: String = manifest, map: String = map, imports: [String: Set<String>] = imports
  ) -> [String] {
    House(
      manifest: Manifest(manifest), map: HouseMap(map), imports: imports,
      exists: { ["Hall/Doors"].contains($0) }
    ).lies
  }

  @Test func anHonestHouseHasNoLies() { #expect(lies() == []) }

  @Test(arguments: [
    ("Hall", "CStone", "Hall imports CStone undeclared"),
    ("Stairs", "roof", "Stairs imports roof undeclared"),
    ("HallTests", "Stairs", "HallTests imports Stairs undeclared"),
    ("Attic", "Hall", "'Attic' is not in the manifest"),
  ])
  func anUndeclaredImportIsSeen(_ target: String, _ module: String, _ lie: String) {
    var imports = Self.imports
    imports[target, default: []].insert(module)
    #expect(lies(imports: imports) == [lie])
  }

  @Test(arguments: ["Cellar", "Hall"])
  func anUnusedDependencyIsSeen(_ module: String) {
    var imports = Self.imports
    imports["Stairs"]?.remove(module)
    #expect(lies(imports: imports) == ["Stairs does not import \(module)"])
  }

  @Test(arguments: [
    ("| steps | Hall |", "| steps | Cellar |", #"Stairs knows ["Hall"], not ["Cellar"]"#),
    ("| Cellar |", "| – |", #"Hall knows ["Cellar"], not []"#),
    ("| Stairs |", "| Stairs, Hall |", #"roof knows ["Stairs"], not ["Hall", "Stairs"]"#),
    ("`Doors/`", "`Windows/`", "'Hall/Windows' is not there"),
    ("`Hall/Doors`", "`Hall/Panes.swift`", "'Hall/Panes.swift' is not there"),
    ("| `roof`", "| `Attic` | dust | – |\n| `roof`", "room 'Attic', the manifest has not"),
  ])
  func aWrongRowIsSeen(_ row: String, _ replacement: String, _ lie: String) {
    let found = lies(map: Self.map.replacing(row, with: replacement))
    #expect(found.count == 1 && found[0].hasSuffix(lie), "\(found)")
  }

  @Test func anArrowUpIsSeen() {
    let cellar = "| `Cellar` | wine | `CStone` |\n"
    let map = Self.map.replacing(cellar, with: "") + "\n" + cellar
    #expect(
      lies(map: map) == [
        "Hall knows Cellar, which is not above it", "Stairs knows Cellar, which is not above it",
      ])
  }

  @Test(arguments: [
    ("import YAML", "YAML"), ("package import Files", "Files"),
    ("  internal import Glibc", "Glibc"),
    ("@testable import Docusaurus", "Docusaurus"), ("import struct Foundation.URL", "Foundation"),
    ("@preconcurrency public import A", "A"), ("/// import Files", nil), ("let import = 1", nil),
    ("important Files", nil), ("import", nil),
  ])
  func aLineImports(_ line: String, _ module: String?) {
    #expect(House.module(importedBy: line) == module)
  }
}
