package import Diagnostics
internal import YAML

/// Where an outcome of a decision tree leads, as the front matter of its page says:
/// `leads_to: {Rollback: rollback.md}`.
package struct OutcomeLead: Hashable, Sendable {
  /// The outcome, or the beginning of it; empty for a value of `leads_to` that is no mapping.
  package let outcome: String
  /// A link as an author writes it; empty when the value is no text.
  package let destination: String
  package let range: SourceRange
  package let destinationRange: SourceRange

  static func all(in node: YAMLNode?) -> [OutcomeLead] {
    guard let node, !node.isNull else { return [] }
    guard let pairs = node.pairs else {
      return [
        OutcomeLead(
          outcome: "", destination: "", range: node.range, destinationRange: node.range)
      ]
    }
    return pairs.compactMap { pair in
      pair.key.text.map {
        OutcomeLead(
          outcome: $0, destination: pair.value.text ?? "", range: pair.key.range,
          destinationRange: pair.value.range)
      }
    }
  }
}
