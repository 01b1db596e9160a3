import Files
import Foundation
import Pipeline
import Publishing
import TestSupport
import Testing

/// Whatever is edited: a site that is built again is, byte for byte, the site that is built from nothing.
struct EditTests {
  /// `EDIT_STEPS` steps instead of a few, from `EDIT_SEED`, over `EDIT_REVIEWS` generated reviews.
  private static func number(_ name: String, _ standard: Int) -> Int {
    ProcessInfo.processInfo.environment[name].flatMap { Int($0) } ?? standard
  }

  @Test func aSiteBuiltAgainIsTheSiteBuiltFromNothing() async throws {
    let seed = Self.number("EDIT_SEED", 1)
    let steps = Self.number("EDIT_STEPS", 12)
    var series = try EditSeries(seed: UInt64(seed), reviews: Self.number("EDIT_REVIEWS", 12))
    try await withTemporaryFolder { folder in
      let site = folder.appending(path: "site").path()
      for step in 0...steps {
        if step > 0 { series.step() }
        let differences = try await Self.differences(of: series, in: site)
        #expect(
          differences.isEmpty,
          "seed \(seed), step \(step), \(series.last): \(differences.prefix(8).joined(separator: ", "))"
        )
        if !differences.isEmpty || Task.isCancelled { break }
      }
    }
  }

  /// Builds the site again, and returns the paths of the files that a build from nothing makes otherwise.
  private static func differences(of series: EditSeries, in site: String) async throws -> [String] {
    let files = FileSource.memory(series.files)
    var settings = Build.Settings()
    settings.isWriting = true
    settings.withDrafts = series.withDrafts
    settings.site = site
    let built = try await Build(settings, files: files).checked()
    do {
      _ = try await built.write()
    } catch WriteError.refused {
      // Two pages at one path, for example: there is no such site.
      return []
    }
    let clean = try await Build(settings, files: files).checked()
    return try differences(of: site, from: clean, files)
  }

  private static func differences(
    of site: String, from clean: CheckedContent, _ files: FileSource
  ) throws -> [String] {
    var documents = OpenDocuments(from: files, errors: clean.judgement.errors)
    var extra = try Set(
      FileSource.disk.list(site, true).map(\.path).filter { !$0.hasPrefix(".build-site/") })
    var differences: [String] = []
    for file in clean.plan.files {
      let bytes = try file.render(with: &documents)
      extra.remove(file.path)
      if (try? readFile("\(site)/\(file.path)")) != bytes { differences.append(file.path) }
    }
    return differences + extra.sorted().map { "\($0) is too many" }
  }
}
