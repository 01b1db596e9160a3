internal import Bytes
internal import Diagnostics
internal import YAML

/// The front matter of a runbook with the types of its fields.
struct RunbookFrontMatter {
  private(set) var title: String?
  private(set) var description: String?
  private(set) var owner: String?
  private(set) var lastVerified: String?
  private(set) var severity: String?
  private(set) var minutes: Int?
  private(set) var services: [String] = []
  private(set) var alert: String?
  private(set) var tags: [String] = []
  /// Docusaurus' own keys.
  private(set) var docusaurus: [YAMLPair] = []
  private(set) var findings: [Diagnostic] = []

  private let file: SourceFile

  init(reading node: YAMLNode?, in file: SourceFile) {
    self.file = file
    for pair in node?.pairs ?? [] { read(pair) }
  }

  private mutating func read(_ pair: YAMLPair) {
    let value = pair.value
    switch pair.key.text ?? "" {
    case "title": title = text(value, of: "title")
    case "description": description = text(value, of: "description")
    case "owner": owner = text(value, of: "owner")
    case "last_verified": lastVerified = day(value, of: "last_verified")
    case "last_reviewed_on": lastVerified = lastVerified ?? day(value, of: "last_reviewed_on")
    case "severity": severity = text(value, of: "severity")
    case "minutes": minutes = count(value)
    case "services": services = list(value, of: "services")
    case "alert": alert = text(value, of: "alert")
    case "tags": tags = list(value, of: "tags")
    case let key where Self.docusaurusKeys.contains(key): docusaurus.append(pair)
    case "allow", "review_in": break
    case let key where Self.foreignKeys.contains(key): break
    case let key: reportUnknown(key, at: pair.key.range)
    }
  }

  private static let fields = [
    "title", "description", "owner", "last_verified", "severity", "minutes", "services", "alert",
    "tags",
  ]

  /// Section 2 of the Docusaurus contract: keys of a page that mean nothing to us and pass through.
  private static let docusaurusKeys: Set<String> = [
    "custom_edit_url", "displayed_sidebar", "draft", "hide_table_of_contents",
    "hide_title", "id", "image", "keywords", "last_update", "mdx", "pagination_label",
    "pagination_next", "pagination_prev", "parse_number_prefixes",
    "sidebar_class_name", "sidebar_custom_props", "sidebar_key", "sidebar_label",
    "sidebar_position", "slug", "toc_max_heading_level", "toc_min_heading_level", "unlisted",
  ]

  /// Keys of other generators (Jekyll, Hugo, MkDocs, Middleman), which say nothing here.
  private static let foreignKeys: Set<String> = [
    "weight", "layout", "linkTitle", "permalink", "categories", "category", "aliases", "url", "toc",
    "menu", "type", "date", "lastmod", "nav_order", "parent", "grand_parent", "has_children",
    "redirect_from", "expires", "owner_slack", "hide", "icon", "template", "subtitle", "author",
    "authors", "published",
  ]

  private mutating func reportUnknown(_ key: String, at range: SourceRange) {
    let near = nearestName(to: key, among: Self.fields + Self.docusaurusKeys.sorted())
    findings.append(
      Diagnostic(
        code: "BS016", level: .warning, path: file.path, range: range,
        message: "'\(key)' is not a key of a runbook's front matter",
        help: near.map { "did you mean '\($0)'?" } ?? "remove it, or use one of: "
          + Self.fields.joined(separator: ", ")
      ).quoting(file))
  }

  private mutating func text(_ value: YAMLNode, of key: String) -> String? {
    if value.isNull { return nil }
    guard let text = value.text else {
      reject(value, "'\(key)' is not a text", help: "write one text after '\(key):'")
      return nil
    }
    return text.trimmed.isEmpty ? nil : text.oneLine
  }

  /// A list of texts; one text alone counts as a list of one.
  private mutating func list(_ value: YAMLNode, of key: String) -> [String] {
    if value.isNull { return [] }
    if let text = value.text { return text.trimmed.isEmpty ? [] : [text.trimmed] }
    guard let items = value.items else {
      reject(value, "'\(key)' is not a list", help: "write it in brackets, as in '[api]'")
      return []
    }
    return items.compactMap { item in
      if let text = item.text, !text.trimmed.isEmpty { return text.trimmed }
      reject(item, "entry of '\(key)' is not a text", help: "write one word or phrase an entry")
      return nil
    }
  }

  private mutating func count(_ value: YAMLNode) -> Int? {
    if value.isNull { return nil }
    if let count = value.text.flatMap({ Int($0) }), count > 0 { return count }
    reject(
      value, "'minutes' is not a whole number above 0",
      help: "write how many minutes the runbook takes, as in '15'")
    return nil
  }

  private mutating func day(_ value: YAMLNode, of key: String) -> String? {
    if value.isNull { return nil }
    if let text = value.text, Self.isDay(text) { return text }
    reject(
      value, "'\(value.text ?? key)' is not a day of the calendar",
      help: "write the day as YYYY-MM-DD, as in '2026-01-31'")
    return nil
  }

  /// `YYYY-MM-DD` in ASCII digits, and a day that the month has.
  static func isDay(_ text: String) -> Bool {
    let bytes = Array(text.utf8)
    guard bytes.count == 10, bytes[4] == 0x2D, bytes[7] == 0x2D else { return false }
    func number(_ range: Range<Int>) -> Int? {
      bytes[range].reduce(0) { sum, byte in
        sum.flatMap { byte.isDigit ? $0 * 10 + Int(byte) - 0x30 : nil }
      }
    }
    guard let year = number(0..<4), let month = number(5..<7), let day = number(8..<10),
      year > 0, (1...12).contains(month)
    else { return false }
    let isLeap = year % 4 == 0 && (year % 100 != 0 || year % 400 == 0)
    let lengths = [31, isLeap ? 29 : 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31]
    return (1...lengths[month - 1]).contains(day)
  }

  private mutating func reject(_ value: YAMLNode, _ message: String, help: String) {
    findings.append(
      Diagnostic(
        code: "BS017", level: .error, path: file.path, range: value.range, message: message,
        help: help
      ).quoting(file))
  }
}
