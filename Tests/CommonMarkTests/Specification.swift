import CommonMark
import Diagnostics
import Foundation
import TestSupport

/// An example of a specification file in `../shared/spec`.
struct SpecificationExample: Decodable, Sendable {
  let example: Int
  let section: String
  let markdown: String
  let html: String
  let source: String?

  static func all(in name: String) throws -> [SpecificationExample] {
    try SharedData.json("spec/\(name)", as: [SpecificationExample].self)
  }
}

/// The page of a Markdown text.
func page(_ markdown: String) -> String {
  let document = MarkdownDocument(parsing: SourceFile(path: "test.md", text: markdown))
  return String(decoding: document.html(), as: UTF8.self)
}

/// HTML without the ids of headings, which plain cmark does not give.
func withoutHeadingIDs(_ html: String) -> String {
  var output = ""
  var rest = html[...]
  while let start = rest.range(of: "<h"), let level = rest[start.upperBound...].first {
    output += rest[..<start.upperBound]
    rest = rest[start.upperBound...]
    guard level.isNumber, rest.dropFirst().hasPrefix(" id=\"") else { continue }
    output.append(level)
    rest = rest.dropFirst(6).drop { $0 != "\"" }.dropFirst()
  }
  return output + rest
}
