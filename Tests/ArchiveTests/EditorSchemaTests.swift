import Foundation
import Testing

/// The schemas of settings and front matter, as `jsonschema` and editors read them.
struct EditorSchemaTests {
  private static let names = ["authors", "review", "runbook", "settings", "tags"]
  private static let project = SampleArchive.templatesFolder.deletingLastPathComponent()
    .deletingLastPathComponent()

  /// Prints what is wrong with each YAML document on standard input, which are separated by a line of five hyphens.
  private static let program = """
    import json, sys, yaml
    from jsonschema import Draft7Validator
    # Editors read days as texts (YAML 1.2).
    class Loader(yaml.SafeLoader): pass
    Loader.yaml_implicit_resolvers = {
      key: [r for r in rules if r[0] != "tag:yaml.org,2002:timestamp"]
      for key, rules in yaml.SafeLoader.yaml_implicit_resolvers.items()}
    schema, *documents = sys.stdin.read().split("\\n-----\\n")
    schema = json.loads(schema)
    Draft7Validator.check_schema(schema)
    for document in documents:
      errors = Draft7Validator(schema).iter_errors(yaml.load(document, Loader))
      print(sorted("/".join(map(str, error.absolute_path)) or error.validator for error in errors))
    """

  private static let packages = project.appending(path: ".build/python")

  private static var isExpected: Bool {
    FileManager.default.fileExists(atPath: packages.appending(path: "yaml").path())
      || ProcessInfo.processInfo.environment["CI"] == "true"
  }

  private static let advice: Comment =
    "needs the Python packages that '.ci/setup-tests' installs; CI has them, and fails without them"

  /// The faults of each document, as Python shows a list of their places.
  private func faults(of documents: [String], by schema: String) throws -> [String] {
    let process = Process()
    process.executableURL = URL(filePath: "/usr/bin/env")
    process.arguments = ["python3", "-c", Self.program]
    process.environment = ProcessInfo.processInfo.environment.merging(
      ["PYTHONPATH": Self.packages.path()]
    ) { $1 }
    let (input, output) = (Pipe(), Pipe())
    process.standardInput = input
    process.standardOutput = output
    try process.run()
    try input.fileHandleForWriting.write(
      contentsOf: Data(([schema] + documents).joined(separator: "\n-----\n").utf8))
    try input.fileHandleForWriting.close()
    let said = try output.fileHandleForReading.readToEnd() ?? Data()
    process.waitUntilExit()
    #expect(process.terminationStatus == 0)
    return String(decoding: said, as: UTF8.self).split(separator: "\n").map(String.init)
  }

  private func schema(_ name: String) async throws -> String {
    try await SampleArchive(["incidents/pool.md": "# Pool\n"]).text("schemas/\(name).schema.json")
  }

  @Test(arguments: names) func isASchema(name: String) async throws {
    let object = try JSONSerialization.jsonObject(with: Data(try await schema(name).utf8))
    let schema = try #require(object as? [String: Any])
    #expect(schema["$schema"] as? String == "http://json-schema.org/draft-07/schema#")
    #expect(schema["title"] is String)
  }

  @Test func namesEveryKeyThatIsRead() async throws {
    let object = try JSONSerialization.jsonObject(with: Data(try await schema("settings").utf8))
    let keys = try #require(((object as? [String: Any])?["properties"] as? [String: Any])?.keys)
    #expect(keys.contains("incidents") && keys.contains("severities") && keys.contains("site"))
  }

  /// What the example has is right, and what the reader reports is wrong.
  @Test(
    .enabled(if: isExpected, advice),
    arguments: [
      ("settings", "title: T\nincidents: [docs/postmortems]\nservices: {api: {name: API}}\n", "[]"),
      ("settings", "titel: T\n", "['additionalProperties']"),
      ("settings", "strip_metadata: 3\nexclude: {a: b}\n", "['exclude', 'strip_metadata']"),
      ("review", "date: 2026-01-10\nseverity: P2\nservices: api\nany_other: 1\n", "[]"),
      ("review", "security: maybe\nservices: [[a]]\n", "['security', 'services/0']"),
      ("runbook", "last_verified: 2026-01-10\nminutes: 5\nalert:\n", "[]"),
      ("runbook", "last_verified: yesterday\nminutes: 0\n", "['last_verified', 'minutes']"),
      ("authors", "ada: {name: Ada, url: https://example.com}\n", "[]"),
      ("authors", "ada: [1]\n", "['ada']"), ("tags", "pool: {label: Pools}\ndns: DNS\n", "[]"),
      ("tags", "pool: {label: [a]}\n", "['pool/label']"),
    ])
  func tellsRightFromWrong(name: String, document: String, faults: String) async throws {
    let found = try self.faults(of: [document], by: await schema(name))
    #expect(found == [faults])
  }

  @Test(
    .enabled(if: isExpected, advice),
    arguments: [("settings", "site.yml"), ("authors", "authors.yml"), ("tags", "tags.yml")])
  func theExampleIsRight(name: String, file: String) async throws {
    let text = try String(
      contentsOf: Self.project.appending(path: "content/\(file)"), encoding: .utf8)
    let found = try faults(of: [text], by: await schema(name))
    #expect(found == ["[]"])
  }
}
