internal import Bytes
internal import Learning
internal import Runbooks

/// What the answers of a decision tree lead to, as a list below its diagram: each outcome once, with its link and the
/// first command there. A diagram cannot be followed by keyboard, and holds no links.
struct TreeLeaves: Sendable {
  let site: SiteMap
  let runbook: Int
  /// The links of the runbook's page.
  let links: PageLinks

  func list(of tree: DecisionTree) -> String {
    let page = site.library.runbooks[runbook]
    var seen: Set<String> = []
    var lines: [String] = []
    for answer in tree.leaves {
      guard let outcome = answer.outcome, seen.insert(outcome).inserted,
        let lead = site.library.lead(of: answer, in: page), let address = links.address(of: lead)
      else { continue }
      let command = lead.command.map { ": \(Self.code($0))" } ?? ""
      lines.append("- \(MarkdownTable.link(outcome, address))\(command)")
    }
    return lines.isEmpty ? "" : lines.joined(separator: "\n") + "\n"
  }

  /// A text in the backticks that it needs.
  private static func code(_ text: String) -> String {
    let line = PlainText.onOneLine(text)
    let longest = line.utf8.longestRun(of: .backtick)
    let fence = String(repeating: "`", count: longest + 1)
    let gap = longest > 0 ? " " : ""
    return "\(fence)\(gap)\(line)\(gap)\(fence)"
  }
}

/// The ways through the decision trees of a runbook that incidents took, as a table.
struct TakenBranches: Sendable {
  let site: SiteMap

  /// More would make a cell longer than a screen.
  private static let mostUses = 8

  /// Empty when no incident records one.
  func table(of runbook: Runbook) -> String {
    var table = MarkdownTable(["Decision", "Answers", "Outcome", "Taken", "How it ended"])
    var isEmpty = true
    for tree in runbook.decisionTrees {
      for branch in site.library.branches(of: tree) {
        isEmpty = false
        table.add([
          PlainText.escaped(tree.title), PlainText.escaped(branch.asked(in: tree)),
          PlainText.escaped(branch.said(in: tree)), String(branch.uses.count), ends(of: branch),
        ])
      }
    }
    return isEmpty ? "" : table.output
  }

  private func ends(of branch: DecisionBranch) -> String {
    let uses = branch.uses.prefix(Self.mostUses).map { use in
      "\(IncidentRow(site, use.incident).link): \(use.ended)"
    }
    let rest = branch.uses.count - uses.count
    return uses.joined(separator: "; ") + (rest > 0 ? "; and \(rest) more" : "")
  }
}
