import TestSupport

extension DocumentMutation {
  static let lines: [DocumentMutation] = [
    lineMutation("lines taken out") { lines, _, random in
      lines.removeSubrange(random.range(in: lines.count, longest: 6))
    },
    lineMutation("lines twice") { lines, _, random in
      let range = random.range(in: lines.count, longest: 6)
      lines.insert(contentsOf: Array(lines[range]), at: random.below(lines.count + 1))
    },
    lineMutation("lines elsewhere") { lines, _, random in
      let range = random.range(in: lines.count, longest: 6)
      let moved = Array(lines[range])
      lines.removeSubrange(range)
      lines.insert(contentsOf: moved, at: random.below(lines.count + 1))
    },
    lineMutation("lines of another") { lines, other, random in
      lines.insert(
        contentsOf: other[random.range(in: other.count, longest: 12)],
        at: random.below(lines.count + 1))
    },
    lineMutation("the end of another") { lines, other, random in
      lines.removeLast(random.below(lines.count))
      lines += other.dropFirst(random.below(other.count))
    },
    lineMutation("lines joined") { lines, _, random in
      let range = random.range(in: lines.count, longest: 3)
      let joined = Array(lines[range].joined(separator: random.one(of: ["", " ", "\t"]).utf8))
      lines.replaceSubrange(range, with: [joined])
    },
    lineMutation("other line ends") { lines, _, random in
      let range = random.range(in: lines.count, longest: lines.count)
      for index in range { lines[index].append(0x0D) }
    },
    lineMutation("blank lines") { lines, _, random in
      for _ in 0...random.below(4) { lines.insert([], at: random.below(lines.count + 1)) }
    },
  ]

  /// Lines put into a list, a quote, a table and so on, one in the other.
  static let nesting: [DocumentMutation] = [
    nest("in a list", first: "- ", others: "  "),
    nest("in a numbered list", first: "1. ", others: "   "),
    nest("in a task", first: "- [ ] ", others: "  "),
    nest("in a quote", first: "> ", others: "> "),
    nest("in a lazy quote", first: "> ", others: ""),
    nest("in a footnote", first: "[^9]: ", others: "    "),
    nest("in a heading", first: "## ", others: ""),
    nest("indented", first: "    ", others: "    "),
    nest("in tabs", first: "\t", others: "\t"),
    wrap("in details", "<details><summary>More</summary>\n", "\n</details>"),
    wrap("in an HTML table", "<table><tr><td>", "</td></tr></table>"),
    wrap("in an admonition", ":::warning[Look]\n", "\n:::"),
    wrap("in a fence", "```text", "```"),
    wrap("in a comment", "<!--", "-->"),
    wrap("in tabs of MDX", "<Tabs>\n<TabItem value=\"a\">\n", "\n</TabItem>\n</Tabs>"),
    lineMutation("in a table") { lines, _, random in
      let range = random.range(in: lines.count, longest: 5)
      let rows = lines[range].map { Array("| ".utf8) + $0 + Array(" | x |".utf8) }
      lines.replaceSubrange(
        range, with: [Array("| a | b |".utf8), Array("| --- | :-: |".utf8)] + rows)
    },
  ]

  private typealias Lines = [[UInt8]]

  private static func lineMutation(
    _ name: String,
    _ change:
      @escaping @Sendable (
        _ lines: inout [[UInt8]], _ other: [[UInt8]], _ random: inout SeededRandom
      )
      -> Void
  ) -> DocumentMutation {
    DocumentMutation(name: name) { text, other, random in
      var lines = split(text)
      change(&lines, split(other), &random)
      text = Array(lines.joined(separator: [0x0A]))
    }
  }

  private static func nest(_ name: String, first: String, others: String) -> DocumentMutation {
    lineMutation(name) { lines, _, random in
      let range = random.range(in: lines.count, longest: 12)
      for index in range {
        lines[index].insert(contentsOf: (index == range.lowerBound ? first : others).utf8, at: 0)
      }
    }
  }

  private static func wrap(_ name: String, _ start: String, _ end: String) -> DocumentMutation {
    lineMutation(name) { lines, _, random in
      let range = random.range(in: lines.count, longest: 12)
      lines.insert(Array(end.utf8), at: range.upperBound)
      lines.insert(Array(start.utf8), at: range.lowerBound)
    }
  }

  private static func split(_ text: [UInt8]) -> Lines {
    text.split(separator: 0x0A, omittingEmptySubsequences: false).map(Array.init)
  }
}
