internal import Diagnostics
internal import Incidents
internal import Runbooks
internal import Vocabulary

extension Rule {
  /// Findings of the reader of front matter.
  static let frontMatterRules: [Rule] = [
    elsewhere(
      "BS010", "invalid YAML", .error,
      "The metadata of the page cannot be read. Usually a value contains ': ' or starts with a symbol and needs quotes.",
      bad: "---\ntitle: Checkout⟦:⟧ pool exhausted\n---\n",
      good: "---\ntitle: \"Checkout: pool exhausted\"\n---\n"),
    elsewhere(
      "BS011", "unsupported YAML", .error,
      """
      Front matter is plain values. With aliases, anchors, tags or a second document, a value comes from somewhere \
      else.
      """,
      bad: "---\ntitle: ⟦&name Checkout⟧\n---\n", good: "---\ntitle: Checkout\n---\n"),
    elsewhere(
      "BS012", "duplicate keys", .error,
      "One of the two values would be dropped, and different programs drop different ones.",
      bad: "---\ntitle: Checkout\n⟦title⟧: Pool\n---\n", good: "---\ntitle: Checkout\n---\n"),
    elsewhere(
      "BS013", "unclosed front matter", .error,
      "Without the second '---' the whole page would be metadata.",
      bad: "⟦---⟧\ntitle: Checkout\n\n# Checkout\n",
      good: "---\ntitle: Checkout\n---\n\n# Checkout\n"),
    elsewhere(
      "BS014", "front matter in a programming language", .error,
      "Some generators execute '---js'. It is never run here, and never passed on.",
      bad: "⟦---js⟧\n{ title: \"Checkout\" }\n---\n", good: "---\ntitle: Checkout\n---\n"),
    elsewhere(
      "BS015", "front matter without fields", .error,
      "The metadata of a page is a list of 'key: value' lines.", bad: "---\n⟦just text⟧\n---\n",
      good: "---\ntitle: Checkout\n---\n"),
    elsewhere(
      "BS016", "unknown keys", .warning,
      """
      A misspelt key has no effect, and nobody notices. The keys of a review are \
      \(Wording.list(FieldTable.review.names)). The keys of a runbook are \
      \(Wording.list(FieldTable.runbook.names)). Both may have those of Docusaurus.
      """,
      bad: "---\n⟦serverity⟧: P1\n---\n", good: "---\nseverity: P1\n---\n",
      remedy: "use one of the keys above, or remove the line"),
    elsewhere(
      "BS017", "values of the wrong type", .error,
      "A list where a single value is expected, or the other way round.",
      bad: "---\nnear_miss: ⟦perhaps⟧\n---\n", good: "---\nnear_miss: true\n---\n",
      remedy: "write a value of the type that the message names"),
    elsewhere(
      "BS065", "keys without a value", .note,
      "An 'owner:' with nothing behind it names nobody, and looks as if it did.",
      remedy: "write a value, or remove the line"),
    elsewhere(
      "BS066", "front matter that ends with dots", .error,
      """
      In YAML a line '...' ends a document, so what follows it is text, also when a line '---' comes later. Other \
      generators read on to that line. Without fields below the dots it is a warning.
      """,
      bad: "---\ntitle: Checkout\n⟦...⟧\nseverity: P1\n---\n",
      good: "---\ntitle: Checkout\nseverity: P1\n---\n"),
    elsewhere(
      "BS019", "invalid TOML", .error,
      "Between two lines '+++' the front matter is TOML. From the first invalid line on, the metadata cannot be read.",
      bad: "+++\n⟦title: Checkout⟧\n+++\n", good: "+++\ntitle = \"Checkout\"\n+++\n"),
  ]
}
