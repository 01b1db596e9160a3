internal import CommonMark
internal import Diagnostics
internal import Vocabulary

/// Finds the decision trees of a document: arrow notation in code blocks and paragraphs, and nested lists
/// of questions.
struct DecisionTreeReader {
  private(set) var trees: [DecisionTree] = []
  private(set) var findings: [Diagnostic] = []

  init(_ outline: RunbookOutline, of file: SourceFile) {
    var drafts: [(index: Int, draft: DecisionDraft)] = []
    for index in outline.passages.indices {
      let isExpected = outline.path(to: index).contains { $0.mentions("decision") }
      let draft = Self.draft(of: outline.passages[index], isExpected: isExpected, in: file)
      if !draft.questions.isEmpty || !draft.orphans.isEmpty { drafts.append((index, draft)) }
    }
    let headings = drafts.map { outline.passages[$0.index] }.filter { $0.level > 0 }
    let titles = Dictionary(headings.map { ($0.words, $0.anchor) }) { first, _ in first }
    var checks = DecisionTreeChecks(of: file)
    for (index, draft) in drafts {
      checks.check(draft)
      guard
        let (tree, mistakes) = draft.tree(
          below: outline.passages[index], Self.statement(about: index, in: outline), titles: titles)
      else { continue }
      checks.check(tree, mistakes)
      trees.append(tree)
    }
    findings = checks.findings
  }

  private static func draft(
    of passage: RunbookOutline.Passage, isExpected: Bool, in file: SourceFile
  ) -> DecisionDraft {
    var draft = DecisionDraft()
    var items: [Block] = []
    for block in passage.blocks {
      switch block.kind {
      case .item: items.append(block)
      case .paragraph where block.depth == 0 && DecisionDraft.mayHaveArrows(block.text):
        draft.read(arrows: lines(of: block))
      case .code where DecisionDraft.mayHaveArrows(block.text):
        let lines = CodeLines(of: block, in: file).lines
        draft.read(arrows: lines.map { ($0.start.line, $0.text) })
      default: break
      }
    }
    draft.read(items: items, isExpected: isExpected)
    return draft
  }

  private static func lines(of block: Block) -> [(line: Int, text: String)] {
    block.text.numberedLines.map { (block.lines.lowerBound + $0.index, $0.text) }
  }

  /// What the prose of a tree's section, and of those around it, says about answers that decide alone.
  private static func statement(
    about index: Int, in outline: RunbookOutline
  ) -> DecisionWording.Statement {
    var statement = DecisionWording.Statement()
    var next: Int? = index
    while let index = next {
      for block in outline.passages[index].blocks
      where block.kind == .paragraph && !DecisionDraft.isArrowLine(block.text) {
        statement.read(block.text)
      }
      next = outline.passages[index].parent
    }
    return statement
  }
}
