package import Diagnostics

extension Rule {
  /// One line of the list of rules.
  package var listLine: String {
    let level = level.rawValue.padded(to: 7)
    return "\(code)  \(level)  \(name)\n"
  }
}

extension Rule {
  /// What is said of a code that no rule has.
  package static func unknown(_ code: String) -> String {
    let near = nearestName(to: code.uppercased(), among: all.map(\.code))
    let guess = near.map { "; did you mean '\($0)'?" } ?? ""
    return "no rule '\(code.plainLine)'\(guess)\n'build-site explain' lists them all"
  }
}

extension RuleDescription {
  /// What `build-site explain` prints: the rule, why, an example that breaks it, what to do, and one that
  /// does not break it.
  package var explanation: String {
    var text = "\(code) \(name) (\(level.rawValue))\n\n\(rationale.wrapped(to: 80))\n"
    if !bad.isEmpty { text += "\nReported:\n\n\(bad.indented(marked: true))" }
    if !remedies.isEmpty {
      text += "\nWhat to do:\n\n"
      for remedy in remedies {
        text += "  - \(remedy.wrapped(to: 76).replacing("\n", with: "\n    "))\n"
      }
    }
    if !good.isEmpty { text += "\nFine:\n\n\(good.indented(marked: false))" }
    text += "\nAllow one finding, with the reason, on the line before it or in its own line:\n\n"
    text += "    <!-- build-site allow \(code): why it stays -->\n"
    return text
  }
}

extension String {
  fileprivate func padded(to width: Int) -> String {
    self + String(repeating: " ", count: Swift.max(0, width - count))
  }

  /// Broken between words so that no line is longer, if no word is.
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

  /// Four blanks before each line; marks become a line of carets below.
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
