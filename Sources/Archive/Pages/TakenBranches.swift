internal import Incidents
internal import Learning
internal import Runbooks
internal import Templates
internal import Vocabulary

extension ArchiveSite {
  /// Adds how often the ways through some decision trees were taken, and how the incidents ended.
  func addDecisions(_ trees: [DecisionTree], to page: inout TemplateRecord) {
    let taken = trees.map { ($0, library.branches(of: $0)) }.filter { !$0.1.isEmpty }
    page["hasDecisions"] = .flag(!taken.isEmpty)
    page["decisions"] = .list(
      taken.map { tree, branches in
        [
          "name": trees.count > 1 ? .text(tree.title) : .nothing,
          "branches": .list(branches.map { branch($0, of: tree) }),
        ]
      })
  }

  /// A line for each incident; more would hide the other branches.
  private static let mostShown = 8

  private func branch(_ branch: DecisionBranch, of tree: DecisionTree) -> TemplateValue {
    let rest = branch.uses.count - Self.mostShown
    return [
      "asked": .text(branch.asked(in: tree)), "said": .text(branch.said(in: tree)),
      "count": .text(Wording.counted(branch.uses.count, "time")),
      "uses": .list(
        branch.uses.prefix(Self.mostShown).map { use in
          var record = library.incidents[use.incident].headline
          record["ended"] = .text(use.ended)
          return .record(record)
        }), "more": rest > 0 ? .text("and \(rest) earlier") : .nothing,
    ]
  }
}
