internal import Diagnostics

extension Rule {
  /// Findings about what cmark and the pages make of the text.
  static let markupRules: [Rule] = [
    elsewhere(
      "PM009", "blocks that never end", .error,
      """
      Without its last line, a code block or a comment goes on to the end of the file, and the sections in it are not \
      read. What they would hold is not reported as missing. When no heading is in it, this is a warning.
      """,
      bad: "# Checkout\n\n⟦```⟧\ncurl localhost\n\n## Root cause\n\nThe pool was full.\n",
      good: "# Checkout\n\n```\ncurl localhost\n```\n\n## Root cause\n\nThe pool was full.\n"),
    elsewhere(
      "BS018", "tags of other generators", .warning,
      """
      Shortcodes, Liquid, ERB and template variables belong to the generator that a review was written for. Here they \
      are shown as typed.
      """,
      bad: "# Checkout\n\n⟦{{< alert >}}⟧ The pool was full.\n",
      good: "# Checkout\n\nThe pool was full. It has `{{ pool.size }}` connections.\n"),
    elsewhere(
      "BS020", "unknown admonitions", .warning,
      """
      Docusaurus knows note, tip, info, warning and danger. It drops the text of other admonitions, or shows the colons.
      """,
      bad: "# Checkout\n\n⟦:::timeline⟧\n\ntext\n\n:::\n",
      good: "# Checkout\n\n:::note\n\ntext\n\n:::\n"),
    elsewhere(
      "BS021", "HTML shown as text", .warning,
      "Raw HTML can run scripts and break a page. A few harmless elements are kept; the rest is shown, never dropped.",
      bad: "# Checkout\n\nThe ⟦<service-name>⟧ was down.\n",
      good: "# Checkout\n\nThe `<service-name>` was down.\n"),
    elsewhere(
      "BS022", "unsafe links", .warning,
      "A link to 'javascript:' or to a local file runs or opens something on the reader's machine.",
      bad: "# Checkout\n\n[open](⟦file:///etc/hosts⟧)\n",
      good: "# Checkout\n\n[open](https://example.com/hosts)\n"),
    elsewhere(
      "BS062", "labels without a definition", .warning,
      "A link or a footnote whose label is defined nowhere is shown with its brackets, and leads nowhere.",
      bad: "# Checkout down\n\nSee ⟦[the log][log]⟧.\n",
      good: "# Checkout down\n\nSee [the log][log].\n\n[log]: https://example.com/log\n",
      remedy: "define the label, or remove the brackets"),
    elsewhere(
      "BS063", "destinations with spaces", .warning,
      "In Markdown a space ends the destination of a link, so the whole link is shown as typed.",
      bad: "# Checkout down\n\nSee [the log](⟦the log.txt⟧).\n",
      good: "# Checkout down\n\nSee [the log](https://example.com/the%20log.txt).\n",
      remedy: "enclose the destination in '<' and '>', or write '%20' for each space"),
    elsewhere(
      "BS088", "addresses that no browser can open", .warning,
      """
      A browser cannot open an address whose host or port is not one, such as 'http://localhost:PORT'. Docusaurus \
      stops at it, so its page shows the words without the link.
      """,
      bad: "# Checkout down\n\nSee [the log](⟦http://localhost:PORT/log⟧).\n",
      good: "# Checkout down\n\nSee `http://localhost:PORT/log`, with the port of the service.\n"),
    elsewhere(
      "BS023", "unused footnotes", .warning,
      "A footnote without a reference is not shown, so its text would be lost silently.",
      bad: "# Checkout\n\nText.\n\n⟦[^1]: From the provider's status page.⟧\n",
      good: "# Checkout\n\nText.[^1]\n\n[^1]: From the provider's status page.\n",
      remedy: "refer to the footnote by its label, as in '[^1]', or remove it"),
    elsewhere(
      "BS024", "MDX shown as text", .warning,
      """
      Imports, expressions and components are programs, and nothing in a document is run: tabs are kept, and all other \
      MDX is shown as typed.
      """,
      bad: "# Checkout\n\nIt took ⟦{minutes}⟧ minutes.\n\n⟦<Chart id=\"pool\" />⟧\n",
      good: "# Checkout\n\nIt took `{minutes}` minutes. {/* a comment */}\n"),
    elsewhere(
      "BS096", "cells beyond a table's columns", .warning,
      """
      The header of a table decides how many columns it has. GitHub, Docusaurus and the archive show no further cells, \
      so their text would be lost silently. Most come from a '|' in code.
      """,
      bad: "# Checkout\n\n| Time | Command |\n| --- | --- |\n| 10:02 | `ps | ⟦grep db`⟧ |\n",
      good: "# Checkout\n\n| Time | Command |\n| --- | --- |\n| 10:02 | `ps \\| grep db` |\n"),
  ]
}
