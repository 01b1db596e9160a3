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
          : "Answer the questions in order until an answer says what to do.")
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
      let links = LinkRewriter(site: self, path: runbook.path, place: place)
      page["lede"] = "Answer one question at a time, or read the whole tree below."
      page["questions"] = .list(questions(of: item.tree, links))
      page["startId"] = "question-1"
      page["list"] = .html(TreeList(of: item.tree, destination: links.destination).html)
      page["sourceUrl"] = .text(
        url(ofRunbook: item.runbook) + (item.tree.anchor.map { "#\($0)" } ?? ""))
      page["sourceTitle"] = .text(runbook.title)
    }
  }

  /// The first question comes last: the style sheet shows it as long as no other one before it is
  /// the target of the address.
  private func questions(of tree: DecisionTree, _ links: LinkRewriter) -> [TemplateValue] {
    let order = tree.questions.indices.dropFirst() + [0]
    return order.map { index in
      let question = tree.questions[index]
      return [
        "id": .text("question-\(index + 1)"), "text": .text(question.text),
        "start": .flag(index == 0),
        "answers": .list(question.answers.map { answer($0, links) }),
      ]
    }
  }

  private func answer(_ answer: DecisionTree.Answer, _ links: LinkRewriter) -> TemplateValue {
    switch answer.target {
    case .question(let index):
      [
        "label": .text(answer.label), "url": .text("#question-\(index + 1)"),
        "text": .text(answer.text.isEmpty ? "Next question" : answer.text),
      ]
    case .leaf(let text):
      [
        "label": .text(answer.label), "text": .text(text),
        "url": .optional(answer.destination.flatMap(links.destination)),
      ]
    }
  }
}
