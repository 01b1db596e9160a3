internal import CommonMark
package import Incidents
package import Runbooks

extension PageWords {
  /// The words of the page of a runbook.
  package init(of runbook: Runbook, _ reading: DocumentReading) {
    var counter = PageWordCounter()
    counter.add(runbook.title, as: .title)
    counter.addName(runbook.title)
    counter.add(runbook.alert ?? "", as: .title)
    counter.add(runbook.slugPath, as: .code)
    for name in runbook.aliases + runbook.services { counter.add(name, as: .name) }
    for tag in runbook.tags { counter.add(tag, as: .fact) }
    counter.add(runbook.description, as: .fact)
    var section = 0
    for block in reading.blocks where block.lines.lowerBound != runbook.titleHeading?.line {
      if case .heading = block.kind { section = counter.open(block) }
      counter.add(block, in: section, as: .text)
    }
    self = counter.words(path: runbook.path, line: nil)
  }

  /// The words of a decision tree, which has a page besides that of its runbook.
  package init(of tree: DecisionTree, in path: String) {
    var counter = PageWordCounter()
    counter.add(tree.title, as: .title)
    for question in tree.questions {
      counter.add(question.text, as: .text)
      for answer in question.answers { counter.add(answer.text, as: .text) }
    }
    self = counter.words(path: path, line: tree.line)
  }
}
