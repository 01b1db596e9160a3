package import Diagnostics

/// A piece of a YAML document: what was written and where, without any typing of scalars.
///
/// `no`, `10:30` and `017` stay the text the author wrote; the field that reads a scalar gives it a type.
package struct YAMLNode: Hashable, Sendable {
  package enum Content: Hashable, Sendable {
    /// `isQuoted` is `true` for every style but plain, so also for block scalars.
    case scalar(String, isQuoted: Bool)
    case sequence([YAMLNode])
    case mapping([YAMLPair])
  }

  package var content: Content
  /// The place in the file. An alias has the place of the alias, its children those of the anchor.
  package var range: SourceRange
  /// An explicit tag as in `!vault`; `!!str` is `tag:yaml.org,2002:str`. Permissive form only.
  package var tag: String?

  package init(content: Content, range: SourceRange, tag: String? = nil) {
    self.content = content
    self.range = range
    self.tag = tag
  }

  /// The text of a scalar, with quotes, escapes and line folding undone.
  package var text: String? {
    if case .scalar(let text, _) = content { text } else { nil }
  }

  /// The entries of a sequence.
  package var items: [YAMLNode]? {
    if case .sequence(let items) = content { items } else { nil }
  }

  /// The pairs of a mapping in the order of the file.
  package var pairs: [YAMLPair]? {
    if case .mapping(let pairs) = content { pairs } else { nil }
  }

  /// The value of a key of a mapping; the last one, if the key is there twice.
  package subscript(key: String) -> YAMLNode? {
    pairs?.last { $0.key.text == key }?.value
  }

  /// Whether this is a plain scalar that every loader reads as null: empty, `~` or `null`.
  package var isNull: Bool {
    guard case .scalar(let text, isQuoted: false) = content else { return false }
    return switch text {
    case "", "~", "null", "Null", "NULL": true
    default: false
    }
  }
}

/// A key of a mapping and its value.
package struct YAMLPair: Hashable, Sendable {
  package var key: YAMLNode
  package var value: YAMLNode

  package init(key: YAMLNode, value: YAMLNode) {
    self.key = key
    self.value = value
  }
}
