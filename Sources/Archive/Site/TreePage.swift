internal import Incidents
internal import Learning
internal import Runbooks

/// A decision tree, the runbook that has it, and its own page.
struct TreePage: Sendable {
  let tree: DecisionTree
  /// Index into ``Library/runbooks``.
  let runbook: Int
  let url: String

  /// Those of the response process first.
  static func all(of library: Library) -> [TreePage] {
    var taken: Set<String> = []
    return library.processFirst.flatMap { index in
      library.runbooks[index].decisionTrees.map { tree in
        let slug = PageName.slug(tree.title, or: "tree", among: &taken)
        return TreePage(tree: tree, runbook: index, url: "decide/\(slug)/index.html")
      }
    }
  }
}
