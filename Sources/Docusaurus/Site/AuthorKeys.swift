internal import Bytes
internal import Diagnostics
internal import Incidents
internal import Learning
internal import YAML

/// Docusaurus' own keys in the front matter of reviews, checked as its blog plugin does (3.10,
/// `frontMatter.ts`): an invalid one stops the build of the whole site.
enum AuthorKeys {
  /// `BS045` for every key that Docusaurus would reject, with the message that it would give.
  @Sendable static func findings(in library: Library) -> [Diagnostic] {
    library.incidents.flatMap { incident in
      problems(in: incident.frontMatter.docusaurus).map { pair, message in
        Diagnostic(
          code: "BS045", level: .error, path: incident.path, range: pair.value.range,
          message: "Docusaurus rejects '\(pair.key.text ?? "")': \(message)",
          help:
            "correct the value, or remove the line; with --keep-going the post is written without it"
        )
      }
    }.eachOnce
  }

  /// The pairs that may go into a post.
  static func accepted(of pairs: [YAMLPair]) -> [YAMLPair] {
    let refused = Set(problems(in: pairs).map(\.0))
    return pairs.filter { !refused.contains($0) }
  }

  private static func problems(in pairs: [YAMLPair]) -> [(YAMLPair, String)] {
    var found: [(YAMLPair, String)] = []
    for pair in pairs {
      guard let key = pair.key.text, let message = problem(of: key, pair.value) else { continue }
      found.append((pair, message))
    }
    if let unlisted = flagged("unlisted", in: pairs), flagged("draft", in: pairs) != nil {
      found.append((unlisted, "Can't be draft and unlisted at the same time."))
    }
    if let least = level("toc_min_heading_level", in: pairs),
      let most = level("toc_max_heading_level", in: pairs), least.value > most.value
    {
      found.append((least.pair, "must be less than or equal to ref:toc_max_heading_level"))
    }
    return found
  }

  private static func problem(of key: String, _ value: YAMLNode) -> String? {
    switch key {
    case "title_meta", "sidebar_label":
      return isText(value) ? nil : "\"\(key)\" must be a string"
    case "image":
      let address = value.text ?? ""
      let isAddress = !address.isEmpty && !address.utf8.contains(.space)
      return isAddress ? nil : "\"image\" does not look like a valid url (value='\(address)')"
    case "keywords":
      guard let items = value.items else { return "\"keywords\" must be an array" }
      let isFull = items.contains { !($0.text ?? "").isEmpty }
      return isFull ? nil : "\"keywords\" does not contain 1 required value(s)"
    case "draft", "unlisted", "hide_table_of_contents":
      let isFlag = ["true", "false"].contains(value.text?.lowercased())
      return isFlag ? nil : "\"\(key)\" must be a boolean"
    case "toc_min_heading_level", "toc_max_heading_level":
      let level = value.text.flatMap { Int($0) } ?? 0
      return (2...6).contains(level) ? nil : "\"\(key)\" must be a number from 2 to 6"
    case "last_update":
      let keys = value.pairs?.compactMap(\.key.text) ?? []
      let isUpdate = !keys.isEmpty && keys.allSatisfy { ["author", "date"].contains($0) }
      return isUpdate
        ? nil
        : "\"last_update\" does not look like a valid last update object. Please use an author key with a string or a date with a string or Date."
    default: return nil
    }
  }

  /// Docusaurus accepts a number as a text too, but neither a flag nor an empty value.
  private static func isText(_ value: YAMLNode) -> Bool {
    guard case .scalar(let text, let isQuoted) = value.content else { return false }
    return isQuoted || !(value.isNull || ["true", "false"].contains(text))
  }

  private static func flagged(_ key: String, in pairs: [YAMLPair]) -> YAMLPair? {
    pairs.first { $0.key.text == key && $0.value.text?.lowercased() == "true" }
  }

  private static func level(_ key: String, in pairs: [YAMLPair]) -> (pair: YAMLPair, value: Int)? {
    guard let pair = pairs.first(where: { $0.key.text == key }),
      let value = pair.value.text.flatMap({ Int($0) })
    else { return nil }
    return (pair, value)
  }
}
