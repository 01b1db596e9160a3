import Diagnostics
import Foundation
import Templates
import TestSupport
import Testing

/// The examples of the Mustache specification's required modules, read from the shared folder.
@Suite struct SpecificationTests {
  @Test(
    .enabled(if: SharedData.isExpected, SharedData.advice),
    arguments: [
      "comments", "delimiters", "interpolation", "inverted", "partials", "sections",
    ])
  func passesEveryExample(module: String) throws {
    let examples = try SharedData.json("spec/mustache/\(module).json", as: Module.self).tests
    #expect(!examples.isEmpty)
    for example in examples {
      #expect(try example.rendered() == example.expected, "\(module): \(example.name)")
    }
  }
}

private struct Module: Decodable {
  let tests: [Example]
}

private struct Example: Decodable {
  let name: String
  let template: String
  let data: JSON
  let partials: [String: String]?
  let expected: String

  func rendered() throws -> String {
    var sources = [("", SourceFile(path: "template", text: template))]
    for (name, text) in partials ?? [:] {
      sources.append((name, SourceFile(path: name, text: text)))
    }
    let set = TemplateSet(parsing: sources, form: .specification)
    #expect(set.diagnostics.isEmpty, "\(name)")
    let html = try #require(set.template("")).html(data.value)
    return String(decoding: html.bytes, as: UTF8.self)
  }
}

/// Any JSON value, made into what a template can show.
private struct JSON: Decodable {
  let value: TemplateValue

  private struct Key: CodingKey {
    let stringValue: String
    var intValue: Int? { nil }
    init?(stringValue: String) { self.stringValue = stringValue }
    init?(intValue: Int) { nil }
  }

  init(from decoder: any Decoder) throws {
    if let container = try? decoder.container(keyedBy: Key.self) {
      var record = TemplateRecord()
      for key in container.allKeys {
        guard let name = FieldName(key.stringValue.utf8) else { continue }
        record[name] = try container.decode(JSON.self, forKey: key).value
      }
      value = .record(record)
    } else if let items = try? decoder.singleValueContainer().decode([JSON].self) {
      value = .list(items.map(\.value))
    } else {
      let container = try decoder.singleValueContainer()
      if let flag = try? container.decode(Bool.self) {
        value = .flag(flag)
      } else if let number = try? container.decode(Int.self) {
        value = .number(number)
      } else if let number = try? container.decode(Double.self) {
        value = .text("\(number)")
      } else {
        value = .optional(try? container.decode(String.self))
      }
    }
  }
}
