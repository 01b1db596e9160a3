internal import Incidents
internal import Learning
internal import Publishing
internal import Runbooks
internal import Vocabulary

extension ArchiveSite {
  /// A JSON Schema for each kind of settings file and of front matter, so that editors complete and check what is typed.
  /// They are made from the tables that the readers use.
  var schemas: [OutputFile] {
    [
      schema("settings", of: FieldTable.site, isStrict: true),
      schema("review", of: FieldTable.review, isStrict: false),
      schema("runbook", of: FieldTable.runbook, isStrict: false),
      OutputFile(path: Self.schemaPath("authors"), origin: library.folder) {
        Self.schema(
          "authors.yml", entries: ["name", "title", "url", "image_url", "email", "description"])
      },
      OutputFile(path: Self.schemaPath("tags"), origin: library.folder) {
        Self.schema("tags.yml", entries: ["label", "name", "permalink", "description"])
      },
    ]
  }

  private static func schemaPath(_ name: String) -> String {
    "\(folder)schemas/\(name).schema.json"
  }

  /// `isStrict` is whether a key that is not in the table is a mistake; front matter is read by other programs too.
  private func schema(_ name: String, of table: FieldTable, isStrict: Bool) -> OutputFile {
    OutputFile(path: Self.schemaPath(name), origin: library.folder) {
      Self.document(table.document) { schema in
        schema.key("properties")
        schema.object { properties in
          for (key, kind) in table.kinds {
            properties.newline()
            properties.key(key)
            Self.write(kind, to: &properties)
          }
          for key in table.others {
            properties.newline()
            properties.key(key)
            properties.value(true)
          }
        }
        schema.newline()
        schema.member("additionalProperties", !isStrict)
      }
    }
  }

  /// The schema of a file that maps keys to entries, or to names.
  private static func schema(_ name: String, entries: [String]) -> [UInt8] {
    document(name) { schema in
      schema.key("additionalProperties")
      schema.object { entry in
        entry.member("type", ["object", "string", "null"])
        entry.key("properties")
        entry.object { properties in
          for key in entries {
            properties.key(key)
            write(.text, to: &properties)
          }
        }
      }
    }
  }

  private static func document(
    _ title: String, _ body: (inout JSONWriter) -> Void
  ) -> [UInt8] {
    var writer = JSONWriter()
    writer.object { schema in
      schema.newline()
      // The version that editors know best.
      schema.member("$schema", "http://json-schema.org/draft-07/schema#")
      schema.newline()
      schema.member("title", title)
      schema.member("type", ["object", "null"])
      schema.newline()
      body(&schema)
    }
    return writer.file()
  }

  /// What a value of a kind may be. An empty value counts as missing.
  private static func write(_ kind: FieldTable.Kind, to writer: inout JSONWriter) {
    let text = ["string", "number", "boolean", "null"]
    writer.object { schema in
      switch kind {
      case .any: break
      case .text: schema.member("type", text)
      case .textOrMapping(let inner):
        schema.member("type", text + ["object"])
        schema.key("properties")
        schema.object {
          $0.key(inner)
          write(.text, to: &$0)
        }
      case .list, .people:
        schema.member("type", ["string", "array", "null"] + (kind == .list ? ["number"] : []))
        schema.key("items")
        schema.object { $0.member("type", ["string", "number", "boolean", "object"]) }
      case .flag: schema.member("type", ["boolean", "null"])
      case .count:
        schema.member("type", ["integer", "null"])
        schema.member("minimum", 1)
      case .day:
        schema.member("type", ["string", "null"])
        schema.member("pattern", "^[0-9]{4}-[0-9]{2}-[0-9]{2}$")
      }
    }
  }
}
