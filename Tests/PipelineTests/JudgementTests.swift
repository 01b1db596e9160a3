import Checklist
import Diagnostics
import Files
import Learning
import Publishing
import Testing

@testable import Pipeline

/// What an output finds is judged as what a rule finds.
struct JudgementTests {
  private static let path = "content/incidents/2026-01-10-pool.md"
  private static let refused = "last_update: nonsense"

  /// The findings of an output, and those about suppressions.
  private func codes(
    _ review: String, settings: String = "", baseline: Baseline? = nil
  ) async throws -> [String] {
    let texts = try Texts([Self.path: review, "content/site.yml": settings])
    let checked = try await texts.checked { $0.baseline = baseline }
    return checked.judgement.findings.filter { $0.code.hasPrefix("BS0") }
      .map { "\($0.code) \($0.level.rawValue)" }
  }

  @Test(arguments: [
    (refused, ["BS045 error"]),
    ("\(refused)\nallow:\n  - BS045: we know", []),
    ("\(refused)\nallow: {BS045: we know}", []),
    ("\(refused)\nallow:\n  - BS045", ["BS070 warning", "BS045 error"]),
    ("\(refused)\nallow:\n  - BS040: we know", ["BS045 error", "BS071 warning"]),
    ("\(refused)\ndraft: maybe\nallow:\n  - BS045: we know", []),
    ("draft: true\nallow:\n  - BS045: we know", ["BS071 warning"]),
  ])
  func isSuppressed(lines: String, expected: [String]) async throws {
    #expect(try await codes(review(lines)).sorted() == expected.sorted())
  }

  /// A comment covers a line, and this finding is in the front matter.
  @Test func isNotInTheLineOfAComment() async throws {
    let text = review(Self.refused) + "\n<!-- build-site allow BS045: we know -->\nText.\n"
    #expect(try await codes(text) == ["BS045 error", "BS071 warning"])
  }

  @Test(arguments: [
    ("checklist: {BS045: note}", ["BS045 note"]), ("checklist: {BS045: off}", []),
    ("checklist: {BS045: {P3: warning, default: off}}", ["BS045 warning"]),
    ("checklist: {BS045: {P1: warning}}", ["BS045 error"]),
    ("checklist: {BS045: {P1: warning, default: note}}", ["BS045 note"]),
  ])
  func isLevelled(settings: String, expected: [String]) async throws {
    #expect(try await codes(review(Self.refused), settings: settings + "\n") == expected)
  }

  @Test func isInABaseline() async throws {
    let texts = try Texts([Self.path: review(Self.refused)])
    let before = try await texts.checked().judgement
    let finding = try #require(before.findings.first { $0.code == "BS045" })
    #expect(finding.excerpt != nil)
    let baseline = before.baseline
    let after = try await texts.checked { $0.baseline = baseline }.judgement
    #expect(after.findings == [])
    #expect(after.known == before.findings.count)
    let fixed = try await Texts([Self.path: review()]).checked { $0.baseline = baseline }.judgement
    #expect(fixed.fixed.map(\.code) == ["BS045"])
  }

  @Test func marksThePage() async throws {
    let texts = try Texts([Self.path: review(Self.refused)])
    let checked = try await texts.checked()
    let errors = checked.judgement.findings.count { $0.level == .error }
    #expect(checked.judgement.errors[checked.library.incidents[0]].count == errors)
  }

  @Test(arguments: [[String](), [path]])
  func everyOutputChecks(paths: [String]) async throws {
    let texts = try Texts([Self.path: review()])
    var settings = Build.Settings()
    settings.paths = paths
    let build = try Build(settings, files: texts.files)
    let all = try Outputs(for: build, rules: [])
    var folders: [PlannedContent] = []
    for (scope, content) in try await build.load() {
      let outputs = all.all(for: scope).map { output in
        Output(
          name: output.name,
          check: { _ in
            [Diagnostic(code: "BS045", level: .error, path: Self.path, message: output.name)]
          }, plan: output.plan)
      }
      folders.append(await PlannedContent(scope: scope, content: content, outputs: outputs))
    }
    let found = Judgement(of: folders).findings.filter { $0.code == "BS045" }
    #expect(found.map(\.message) == ["archive", "docusaurus"])
  }

  // MARK: Check and build

  private static let mixed = [
    path: review("\(refused)\nallow:\n  - PM004: we know"),
    "content/incidents/2026-02-11-disk.md": "# Disk\n\nSee [it](gone.md).\n",
    "content/runbooks/module.md": "# Module\n\n1. Look\n",
    "content/runbooks/module/index.md": "# Module\n\n1. Look\n",
    "content/runbooks/con.md": "# Con\n\n1. Look\n",
    "content/site.yml": "titel: Sample\n",
  ]

  @Test(arguments: ["content", "content/", "./content", "content/."])
  func checkAndBuildSayTheSame(content: String) async throws {
    for broken in [nil, "templates/archive/home.mustache"] {
      var texts = Self.mixed
      if let broken { texts[broken] = "{{#open}}" }
      let source = try Texts([:]).files.replacing(texts.mapValues { Array($0.utf8) })
      var settings = Build.Settings()
      settings.content = content
      let check = try await Build(settings, files: source).checked().judgement
      settings.isWriting = true
      let build = try await Build(settings, files: source).checked().judgement
      #expect(check.findings == build.findings)
      #expect(check.suppressed == build.suppressed)
      #expect(check.summary == build.summary)
      let codes = Set(check.findings.map(\.code))
      #expect(codes.isSuperset(of: ["BS016", "BS040", "BS041", "BS045", "BS050"]))
      #expect(codes.contains("BS030") == (broken != nil))
    }
  }

  /// Another folder is not the project of these templates.
  @Test(arguments: [("content", true), (".", false), ("reviews", false)])
  func templatesAreThoseOfTheProject(path: String, isProject: Bool) async throws {
    var settings = Build.Settings()
    settings.paths = [path]
    let texts = [
      Self.path: review(), "reviews/2026-01-10-pool.md": review(),
      "templates/archive/mail.txt": "text",
    ]
    let files = FileSource.memory(texts.mapValues { Array($0.utf8) })
    let found = try await Build(settings, files: files).checked().judgement.findings
    #expect(found.contains { $0.code == "BS048" } == isProject)
  }

  /// The program brings its templates, for a check as for a site; a folder that was named must be there.
  @Test(arguments: [false, true]) func templatesOfOnesOwnNeedNotBe(isWriting: Bool) async throws {
    let files = FileSource.memory([Self.path: Array(review().utf8)])
    var settings = Build.Settings()
    settings.isWriting = isWriting
    let checked = try await Build(settings, files: files).checked()
    #expect(!checked.judgement.findings.contains { ["BS030", "BS048"].contains($0.code) })
    settings.areTemplatesGiven = true
    let build = try Build(settings, files: files)
    await #expect(throws: FileError.self) { try await build.checked() }
  }

  /// A file of the team takes the place of the built-in one with its name, and no more.
  @Test func oneTemplateOfTheTeamIsEnough() async throws {
    func site(_ texts: [String: String]) async throws -> [String: String] {
      let texts = texts.merging([Self.path: review()]) { first, _ in first }
      let files = FileSource.memory(texts.mapValues { Array($0.utf8) })
      var settings = Build.Settings()
      settings.isWriting = true
      let checked = try await Build(settings, files: files).checked()
      #expect(!checked.judgement.findings.contains { $0.code == "BS030" })
      var pages: [String: String] = [:]
      for file in checked.plan.files {
        pages[file.path] = String(decoding: try file.render(from: files), as: UTF8.self)
      }
      return pages
    }
    let plain = try await site([:])
    let own = try await site(["templates/archive/not-found.mustache": "<p>{{title}}</p>"])
    #expect(Set(plain.keys) == Set(own.keys))
    let changed = plain.keys.filter { plain[$0] != own[$0] }
    #expect(changed.count == 1 && own[changed[0]]?.hasPrefix("<p>") == true)
  }
}
