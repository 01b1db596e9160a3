import Foundation
import Testing

/// What the list of incidents is narrowed by in place.
@Suite struct FacetTests {
  @Test func everyIncidentHasItsValuesAndItsRow() async throws {
    let archive = try await SampleArchive(SampleContent.reviews(250))
    let script = try archive.text("incidents/facets.js")
    let call = try #require(script.wholeMatch(of: /archiveFacets\(100,([\s\S]*)\);\n/))
    let arguments = try JSONSerialization.jsonObject(with: Data("[\(call.1)]".utf8))
    let lists = try #require(arguments as? [[[Any]]])
    let names = lists[0].compactMap { $0[0] as? String }
    #expect(names.prefix(2) == ["severity", "service"])
    #expect(names.contains("year") && names.contains("status"))
    #expect(lists[1].count == 250)
    for row in lists[1] { #expect(row.count == 1 + names.count) }

    // The open page has its rows itself.
    let rows = try archive.text("incidents/rows-1.js")
    #expect(rows.hasPrefix("archiveRows(1,["))
    #expect(rows.components(separatedBy: "class=\\\"when\\\"").count - 1 == 100)
    #expect(!archive.paths.contains("incidents/rows-2.js"))
  }

  @Test func aListWithoutChoiceHasNoFilters() async throws {
    let archive = try await SampleArchive([
      "runbooks/disk.md": "# Disk\n\nLook.\n", "runbooks/net.md": "# Net\n\nLook.\n",
    ])
    #expect(!(try archive.text("runbooks/index.html")).contains("data-facets"))
    #expect(!(try archive.text("incidents/index.html")).contains("data-facets"))
    #expect(!archive.paths.contains("incidents/facets.js"))
  }
}
