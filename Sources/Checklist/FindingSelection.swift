package import Diagnostics

/// Which findings a run reports: those of some rules, from some level on.
package struct FindingSelection: Hashable, Sendable {
  /// Codes, or beginnings of codes; empty for all rules.
  package var selected: [String] = []
  /// The same for rules that are left out. The longer of two beginnings decides, and this one of two equal ones.
  package var ignored: [String] = []
  /// Findings below this level are left out.
  package var lowest: Level = .note

  package init() {}

  /// Whether it leaves nothing out.
  package var isEverything: Bool { self == FindingSelection() }

  package func includes(_ finding: Diagnostic) -> Bool {
    finding.level >= lowest && includes(finding.code)
  }

  private func includes(_ code: String) -> Bool {
    let wanted = Self.longest(of: selected, in: code) ?? (selected.isEmpty ? 0 : nil)
    guard let wanted else { return false }
    return wanted > Self.longest(of: ignored, in: code) ?? -1
  }

  /// The length of the longest text that a code begins with.
  private static func longest(of beginnings: [String], in code: String) -> Int? {
    beginnings.filter(code.hasPrefix).map(\.utf8.count).max()
  }

  /// The codes in a text such as `PM002,bs05`, in capitals.
  ///
  /// - Throws: ``UnknownBeginning`` for one that no rule's code begins with.
  package static func codes(in text: String) throws(UnknownBeginning) -> [String] {
    var codes: [String] = []
    for part in text.split(separator: ",") {
      let code = part.filter { $0 != " " }.uppercased()
      guard Rule.all.contains(where: { $0.code.hasPrefix(code) }), !code.isEmpty else {
        throw UnknownBeginning(written: String(part))
      }
      codes.append(code)
    }
    return codes
  }

  /// A text that is neither the code of a rule nor the beginning of one.
  package struct UnknownBeginning: Error {
    package let written: String

    /// One phrase, with a suggestion when there is a near code.
    package var message: String {
      let near = nearestName(to: written.uppercased(), among: Rule.all.map(\.code))
      return "no rule has a code that begins with '\(written.plainLine)'"
        + suggestion(near, otherwise: "; 'build-site explain' lists them")
    }
  }
}
