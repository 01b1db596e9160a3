internal import Learning
internal import Runbooks
internal import Templates

/// Where the outcomes of a decision tree lead from a page, each with its first command.
struct TreeLeads {
  private var leads: [DecisionPath.Choice: (address: String?, lead: DecisionLead)] = [:]

  init(of tree: DecisionTree, in runbook: Runbook, on place: Place, of site: ArchiveSite) {
    let links = LinkRewriter(site: site, path: runbook.path, place: place)
    for (index, question) in tree.questions.enumerated() {
      for (answer, given) in question.answers.enumerated() {
        guard let lead = site.library.lead(of: given, in: runbook) else { continue }
        leads[DecisionPath.Choice(question: index, answer: answer)] = (
          links.address(of: lead), lead
        )
      }
    }
  }

  /// `nil` when the outcome leads nowhere.
  func address(of choice: DecisionPath.Choice) -> String? { leads[choice]?.address }

  /// What an answer says to do, with a link to where it leads and the first command there.
  func html(
    of answer: DecisionTree.Answer, _ choice: DecisionPath.Choice, in tree: DecisionTree
  ) -> HTML {
    var html = HTML.empty
    func add(_ markup: String) { html.append(HTML(trusted: markup)) }
    func add(text: String) { html.append(HTML(text: text)) }
    if let outcome = answer.outcome {
      add("<span class=\"ends\">")
      if let address = address(of: choice) {
        add("<a href=\"")
        add(text: address)
        add("\">")
        add(text: outcome)
        add("</a></span>")
      } else {
        add(text: outcome)
        add("</span>")
      }
    } else if answer.nested.isEmpty, !answer.leadsPast {
      add("<span class=\"soft\">")
      add(text: answer.text.isEmpty ? "Continue" : answer.text)
      add("</span>")
    }
    if let note = tree.note(after: answer) {
      add(" <span class=\"soft\">")
      add(text: note)
      add("</span>")
    }
    if answer.outcome != nil, let command = leads[choice]?.lead.command {
      add("<pre class=\"first\"><code>")
      add(text: command)
      add("</code></pre>")
    }
    return html
  }
}

extension DecisionTree {
  /// What comes after an answer, where that is not simply the next question.
  func note(after answer: Answer) -> String? {
    if answer.decidesAlone { return "This decides: ask no further." }
    guard answer.leadsPast, let next = answer.next else { return nil }
    return "Go on with “\(questions[next].text)”"
  }
}
