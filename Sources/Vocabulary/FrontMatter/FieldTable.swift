internal import Bytes

/// The keys that one kind of document or settings file may have, and the kinds of their values.
package struct FieldTable: Sendable {
  /// The kind of a value.
  package enum Kind: Hashable, Sendable {
    /// One text on one line.
    case text
    /// One text, or a mapping that holds it below this key: MkDocs writes `date: {created: …}`.
    case textOrMapping(String)
    /// Several texts; a single text is a list of one.
    case list
    /// Names of people: a list that is no number.
    case people
    /// `true` or `false`.
    case flag
    /// A whole number above 0, written in digits only.
    case count
    /// `YYYY-MM-DD`.
    case day
    /// Anything; its reader checks it.
    case any
  }

  enum Role {
    case own(Kind)
    /// Clearly means the key with this name.
    case alias(of: String)
    /// A key of Docusaurus that is handed on as it is.
    case passed
    /// A key of another program, or one that is read elsewhere.
    case silent
  }

  /// What the keys belong to, as findings put it: "a review's front matter".
  package let document: String
  /// The document's own keys in the order of the table.
  package let names: [String]
  private let roles: [String: Role]
  /// Aliases, reduced to their letters and digits in lower case: `affectedservices`.
  private let aliases: [String: String]
  private let passed: [String]
  /// Keys that ask for somebody, and say nobody when nothing is behind them; any other empty key counts as
  /// missing.
  let asked: Set<String>
  /// The keys that are read with the kinds of their values, the document's own first.
  package let kinds: [(name: String, kind: Kind)]
  /// The keys that may be there and are for others, sorted.
  package let others: [String]

  /// `own` are the keys that a finding may name, and `read` those that are also read but that nobody is
  /// advised to write; those `asked` need a value. `aliases` maps other words to a name in `own`, ignoring case and separators.
  package init(
    _ document: String, own: [(String, Kind)], read: [(String, Kind)] = [],
    asked: Set<String> = [],
    aliases: [String: [String]] = [:], passed: [String] = [], silent: [String] = []
  ) {
    self.document = document
    self.passed = passed
    let keys = own + read
    kinds = keys.map { (name: $0.0, kind: $0.1) }
    others = Set(passed + silent).subtracting(keys.map(\.0)).sorted()
    self.asked = asked
    names = own.map(\.0)
    var roles: [String: Role] = [:]
    for key in silent { roles[key] = .silent }
    for key in passed { roles[key] = .passed }
    for (key, kind) in keys { roles[key] = .own(kind) }
    self.roles = roles
    var folded: [String: String] = [:]
    for (name, words) in aliases {
      for word in words { folded[Self.folded(word)] = name }
    }
    self.aliases = folded
  }

  func role(of key: String) -> Role? {
    roles[key] ?? aliases[Self.folded(key)].map { .alias(of: $0) }
  }

  /// The letters and digits of a key in lower case.
  private static func folded(_ key: String) -> String {
    String(
      decoding: key.utf8.filter { $0 >= 0x80 || $0.isAlphanumeric }.map(\.lowercased),
      as: UTF8.self)
  }

  /// The names that a misspelt key may have been meant as.
  package var known: [String] { names + passed }
}

extension FieldTable {
  /// Other words for `services`.
  package static let wordsForServices = [
    "service", "affected_services", "affected_service", "affected_systems", "affected_system",
    "impacted_services", "impacted_service",
  ]

  /// Keys of other generators: Jekyll, Hugo, MkDocs, Middleman.
  package static let generatorKeys = [
    "layout", "permalink", "categories", "category", "weight", "linkTitle", "aliases", "url", "toc",
    "menu", "type", "lastmod", "nav_order", "parent", "grand_parent", "has_children", "has_toc",
    "redirect_from", "redirect_to", "expires", "owner_slack", "hide", "icon", "template",
    "subtitle",
    "published", "review_in",
  ]
}
