import Foundation
import TestSupport
import Testing

@testable import Supplies

struct SuppliesTests {
  private static let project = URL(filePath: #filePath).appending(path: "../../..").standardized

  /// The paths of the files that the program brings with it, sorted by their bytes.
  private static func files() throws -> [String] {
    let templates = try paths(in: "templates").filter { !$0.hasSuffix(".DS_Store") }
    let site = try FileManager.default.contentsOfDirectory(
      atPath: project.appending(path: "site").path()
    ).filter { $0 == ".npmrc" || $0.hasSuffix(".js") || $0.hasSuffix(".json") }.map { "site/\($0)" }
    let pictures = try paths(in: "site/static/img").filter { $0.hasSuffix(".svg") }
    return (templates + site + (try paths(in: "site/src")) + pictures).sorted {
      $0.utf8.lexicographicallyPrecedes($1.utf8)
    }
  }

  private static func paths(in folder: String) throws -> [String] {
    let root = project.appending(path: folder)
    return try FileManager.default.subpathsOfDirectory(atPath: root.path()).filter { name in
      try root.appending(path: name).resourceValues(forKeys: [.isRegularFileKey]).isRegularFile
        == true
    }.map { "\(folder)/\($0)" }
  }

  /// `UPDATE_GOLDEN=1` writes the list again when a template has come or gone. The bytes are those of the files:
  /// the compiler reads them.
  @Test func theListIsThatOfTheFolders() throws {
    let entries = try Self.files().map { path in
      """
          {"\(path)", (const char[]){
      #embed "../../\(path)" suffix(, 0) if_empty(0)
          }},

      """
    }
    let source = """
      #include "supplies.h"

      // This list is written by SuppliesTests.
      static const struct {
        const char *path;
        const char *text;
      } supplies[] = {
      \(entries.joined())};

      size_t supplies_count(void) { return sizeof supplies / sizeof supplies[0]; }
      const char *supplies_path(size_t index) { return supplies[index].path; }
      const char *supplies_text(size_t index) { return supplies[index].text; }

      """
    try expectGolden(
      source, at: Self.project.appending(path: "Sources/CSupplies/supplies.c"))
  }

  @Test func theBytesAreThoseOfTheFiles() throws {
    #expect(Supplies.all.map(\.path) == (try Self.files()))
    for supply in Supplies.all {
      let bytes = try Data(contentsOf: Self.project.appending(path: supply.path))
      #expect(supply.bytes == Array(bytes), "\(supply.path)")
    }
  }

  @Test func aFolderHasItsFilesByTheirPathsInIt() {
    let paths = Supplies.files(in: "templates/archive").map(\.path)
    #expect(paths.contains("home.mustache") && paths.contains("partials/pager.mustache"))
    #expect(!paths.contains { $0.hasPrefix("templates") })
    #expect(Supplies.files(in: "templates/arch") == [])
  }
}
