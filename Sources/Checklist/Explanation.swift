package import Diagnostics

extension Rule {
  /// The line for this rule in the list of rules.
  package var listLine: String {
    let level = level.rawValue.padded(to: 7)
    return "\(code)  \(level)  \(name)\n"
  }
}

extension Rule {
  /// What is said of a code that no rule has.
  package static func unknown(_ code: String) -> String {
    let near = nearestName(to: code.uppercased(), among: all.map(\.code))
    return "no rule '\(code.plainLine)'\(suggestion(near))\n'build-site explain' lists all rules"
  }
}

extension RuleDescription {
  /// What `build-site explain` prints: the rule, why it exists, a bad example, what to do, and a good
  /// example.
  package var explanation: String {
    var text = "\(code) \(name) (\(level.rawValue))\n\n\(rationale.wrapped(to: 80))\n"
    if !bad.isEmpty { text += "\nBad example:\n\n\(bad.indented(marked: true))" }
    if !remedies.isEmpty {
      text += "\nWhat to do:\n\n"
      for remedy in remedies {
        text += "  - \(remedy.wrapped(to: 76).replacing("\n", with: "\n    "))\n"
      }
    }
    if !good.isEmpty { text += "\nGood example:\n\n\(good.indented(marked: false))" }
    let keep = """
      To keep a finding, state why on the line before it, on the same line, or under 'allow:' \
      in the front matter for the whole file:
      """
    text += "\n\(keep.wrapped(to: 80))\n\n"
    text += "    <!-- build-site allow \(code): the reason -->\n"
    return text
  }
}

extension String {
  /// Wrapped between words; only a longer word makes a longer line.
  fileprivate func wrapped(to width: Int) -> String {
    var lines = [""]
    for word in split(whereSeparator: \.isWhitespace) {
      let last = lines[lines.count - 1]
      if last.isEmpty {
        lines[lines.count - 1] = String(word)
      } else if last.count + word.count < width {
        lines[lines.count - 1] = "\(last) \(word)"
      } else {
        lines.append(String(word))
      }
    }
    return lines.joined(separator: "\n")
  }

  /// Each line indented by four spaces; marks become a line of carets below it.
  fileprivate func indented(marked: Bool) -> String {
    split(separator: "\n", omittingEmptySubsequences: false).dropLast().map { line in
      let plain = line.filter { $0 != "⟦" && $0 != "⟧" }
      let shown = plain.isEmpty ? "\n" : "    \(plain)\n"
      guard marked, let start = line.firstIndex(of: "⟦"), let end = line.firstIndex(of: "⟧") else {
        return shown
      }
      let indent = line.distance(from: line.startIndex, to: start)
      let width = Swift.max(1, line.distance(from: start, to: end) - 1)
      return shown + "    " + String(repeating: " ", count: indent)
        + String(repeating: "^", count: width) + "\n"
    }.joined()
  }
}
