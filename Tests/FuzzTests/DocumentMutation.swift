import TestSupport

/// A way to make another document of a document, and perhaps of a second one.
struct DocumentMutation: Sendable {
  let name: String
  let apply:
    @Sendable (_ text: inout [UInt8], _ other: [UInt8], _ random: inout SeededRandom) -> Void

  static let all = bytes + lines + nesting
}

extension DocumentMutation {
  static let bytes: [DocumentMutation] = [
    DocumentMutation(name: "other bytes") { text, _, random in
      for _ in 0...random.below(8) where !text.isEmpty {
        text[random.below(text.count)] = UInt8(random.below(256))
      }
    },
    DocumentMutation(name: "a mark put in") { text, _, random in
      for _ in 0...random.below(4) {
        let place = random.below(text.count + 1)
        text.insert(contentsOf: random.one(of: marks).utf8, at: place)
      }
    },
    DocumentMutation(name: "bytes taken out") { text, _, random in
      text.removeSubrange(random.range(in: text.count, longest: 40))
    },
    DocumentMutation(name: "cut off") { text, _, random in
      text.removeLast(random.below(text.count))
    },
    DocumentMutation(name: "a piece many times") { text, _, random in
      let piece = Array(text[random.range(in: text.count, longest: 24)])
      let count = 1 + random.below(200)
      text.insert(
        contentsOf: (0..<count).flatMap { _ in piece }, at: random.below(text.count + 1))
    },
    DocumentMutation(name: "bytes of another") { text, other, random in
      text.insert(
        contentsOf: other[random.range(in: other.count, longest: 300)],
        at: random.below(text.count + 1))
    },
  ]

  /// What begins, ends or separates something in Markdown, HTML, MDX, front matter or a team's own notation.
  private static let marks = [
    "```", "````", "~~~", "\n```\n", "`", "``", "<!--", "-->", "<!---->", "<!-- x -->",
    "<!-- build-site allow PM001 because -->", "<!-- truncate -->", "\n[^1]: # H\n", "\n[^1]:#",
    "\n[^1]: - # x\n", "\n[^1]: > # x\n", "[^1]", "\n:::note\n", "\n:::note[T]\n", "\n:::\n",
    " {#x}", "{", "}", "{/* x */}", "|", "\n| a | b |\n| - | - |\n| c | d |\n", "<details>",
    "</details>", "<summary>s</summary>", "<table>", "<tr><td>", "</table>", "<dl><dt>",
    "<pre>", "</pre>", "<br>", "<img src=x alt=y>", "<a id=\"x\"></a>", "<div>", "</div>",
    "<script>", "</script>", "<style>", "<x y=\"", "\n---\n", "\n===\n", "\n...\n", "\n+++\n",
    "\t", "    ", "\n> ", "\n- ", "\n1. ", "\n- [ ] @ana do it due 2026-02-30\n", "\n# ", "\n## ",
    "\n###### ", "\n", "\n\n", "\r", "\r\n", "\0", "\u{FEFF}", "\u{2028}", "\u{85}", "\u{A0}",
    "\u{301}", "\u{202E}", "\u{200D}", "\u{2060}", "\u{1F525}", "\u{FFFE}", "&#x1F525;", "&lt;",
    "&notit;", "&#0;", "\\", "*", "**", "_", "~~", "~", "[", "]", "](", "](x.md)", "![", "]: u\n",
    "\n[a]: u\n", "[a][]", "<https://example.com>", "https://example.com/*x*?q=", "www.a.b",
    "@ana", "#12", "10:42", "\n10:42 - started\n", "2026-03-04", "25:61", "UTC", "PST",
    "<<<<<<< a\n", "\n=======\n", "\n>>>>>>> b\n", "import x from 'y'\n", "export const x = 1\n",
    "<Tabs>", "</Tabs>", "<TabItem value=\"a\">", "\ntitle: x\n", ": ", "!!x ", "&a ", "*a ",
    "\n### Incident on 2026-03-04\n",
  ]
}
