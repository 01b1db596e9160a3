internal import Incidents
internal import Learning
internal import Publishing
internal import Runbooks
internal import Templates
internal import Vocabulary

extension ArchiveSite {
  var decidePages: [OutputFile] { [decideIndex] + trees.map { treePage($0) } }

  private var decideIndex: OutputFile {
    page(
      "decide/index.html", .decide, title: "Decide",
      description: "The runbooks' decision trees, one question at a time.", in: .decide
    ) { page, _ in
      page["lede"] = .text(
        trees.isEmpty
          ? "No runbook has a decision tree yet."
          : "Answer the questions of a tree in order; each answer says what to do.")
      page["trees"] = .list(
        trees.map { item in
          [
            "url": .text(item.url), "title": .text(item.tree.title),
            "first": .text(item.tree.questions.first?.text ?? ""),
            "size": .text(Wording.counted(item.tree.questions.count, "question")),
          ]
        })
      let ready = library.listedRunbooks.indices.filter { library.runbooks[$0].kind == .playbook }
      page["quick"] = .list(ready.map { runbookLink($0) })
      page["hasQuick"] = .flag(!ready.isEmpty)
    }
  }

  private func treePage(_ item: TreePage) -> OutputFile {
    let runbook = library.runbooks[item.runbook]
    return page(
      item.url, .tree, origin: runbook.path, title: item.tree.title,
      description: item.tree.questions.first?.text ?? "", in: .decide
    ) { page, place in
      let leads = TreeLeads(of: item.tree, in: runbook, on: place, of: self)
      page["lede"] = .text(item.tree.lede)
      page["walk"] = .html(TreeWalk(of: item.tree, leads).html)
      page["list"] = .html(TreeList(of: item.tree, leads).html)
      page["drawing"] = .html(TreeDrawing(of: item.tree, leads, id: "drawing").html)
      addDecisions([item.tree], to: &page)
      page["sourceUrl"] = .text(
        url(ofRunbook: item.runbook) + (item.tree.anchor.map { "#\($0)" } ?? ""))
      page["sourceTitle"] = .text(runbook.title)
    }
  }
}

extension DecisionTree {
  /// How the tree is used.
  var lede: String {
    if questions.count == 1 { return "Answer the question, and do what the answer says." }
    let ends = questions.contains { $0.answers.contains(where: \.decidesAlone) }
    return ends
      ? "Answer the questions in order, and do what your answers say. One that decides ends the questions."
      : "Answer the questions in order. Do what all your answers say, not only the first."
  }
}
