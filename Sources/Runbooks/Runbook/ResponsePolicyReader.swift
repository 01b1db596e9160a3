internal import CommonMark
internal import Diagnostics

/// Collects what a process says about its windows, the most deliberate statement first: the table
/// "Response policy", the windows of the phases, sentences, the communication matrix, the trees.
struct ResponsePolicyReader {
  private(set) var policy = ResponsePolicy()
  private(set) var findings: [Diagnostic] = []
  private let file: SourceFile
  /// The rules that a table or a phase states, with what they state.
  private var firm: [ResponsePolicy.Rule: ResponsePolicy.Statement] = [:]

  init(_ runbook: Runbook, _ outline: RunbookOutline, of file: SourceFile) {
    self.file = file
    readTable(in: outline)
    for phase in runbook.phases { read(phase) }
    for index in outline.passages.indices { readSentences(of: index, in: outline) }
    for template in runbook.updateTemplates { read(template) }
    if let matrix = runbook.communicationMatrix { read(matrix) }
    for question in runbook.decisionTrees.flatMap(\.questions) { read(question) }
  }

  // MARK: - Table and phases

  private mutating func readTable(in outline: RunbookOutline) {
    let blocks = outline.blocks { words in
      words.mentions("policy") || words.mentions("response windows") || words == "windows"
    }
    for block in blocks where block.kind == .tableRow {
      guard let name = block.cells.first?.text.folded, let rule = PolicyWording.rule(named: name)
      else { continue }
      let cells = block.cells.dropFirst().map(\.text)
      let span =
        cells.lazy.compactMap { MinuteSpan.all(in: $0).first }.first
        ?? MinuteSpan.all(in: block.cells[0].text).first
        ?? cells.lazy.compactMap { Int($0.trimmed) }.first.map { MinuteSpan(end: $0, before: []) }
      guard let span else { continue }
      state(rule, span, line: block.lines.lowerBound, isFirm: true)
    }
  }

  private mutating func read(_ phase: Phase) {
    guard let window = phase.window, let rule = PolicyWording.rule(ofPhase: phase.name.folded)
    else { return }
    let start = window.lowerBound > 0 ? window.lowerBound : nil
    state(
      rule, MinuteSpan(start: start, end: window.upperBound, before: []), line: phase.line,
      isFirm: true)
  }

  // MARK: - Wording

  private mutating func readSentences(of index: Int, in outline: RunbookOutline) {
    let path = outline.path(to: index)
    var label = ""
    for block in outline.passages[index].blocks {
      guard block.kind == .paragraph || block.kind.isItem else { continue }
      for (offset, text) in block.text.numberedLines {
        let line = block.lines.lowerBound + offset
        for sentence in text.split(whereSeparator: { $0 == "." || $0 == ";" }) {
          let spans = MinuteSpan.all(in: sentence)
          guard !spans.isEmpty else { continue }
          let near = [sentence.folded, label] + path
          for span in spans {
            guard let rule = PolicyWording.rule(for: span, near: near) else { continue }
            state(rule, span, line: line, isFirm: false)
          }
        }
      }
      // A line such as "External (when customers notice):" speaks for the list below it.
      if block.kind == .paragraph {
        label = block.text.trimmed.hasSuffix(":") ? block.text.folded : ""
      }
    }
  }

  private mutating func read(_ template: UpdateTemplate) {
    for (offset, text) in template.text.numberedLines {
      for span in MinuteSpan.all(in: text) where span.before.contains("every") {
        let rule: ResponsePolicy.Rule =
          template.kind == .internal ? .internalUpdate : .externalUpdate
        state(rule, span, line: template.line + offset, isFirm: false)
      }
    }
  }

  private mutating func read(_ matrix: CommunicationMatrix) {
    guard let row = matrix.rows.first(where: { $0.severity == "P1" }) else { return }
    for (column, cell) in zip(matrix.columns, row.cells) {
      guard case .after(let minutes) = CommunicationMatrix.Timing(reading: cell) else { continue }
      let title = column.title.folded
      let span = MinuteSpan(end: minutes, before: [])
      if title.mentions("status") { state(.statusPage, span, line: row.line, isFirm: false) }
      if title.mentions("lead") { state(.escalation, span, line: row.line, isFirm: false) }
    }
  }

  private mutating func read(_ question: DecisionTree.Question) {
    let words = question.text.folded
    guard words.mentions("stuck") || words.mentions("no progress") else { return }
    guard let span = MinuteSpan.all(in: question.text).first else { return }
    state(.escalation, span, line: question.line, isFirm: false)
  }

  // MARK: - Statements

  /// The first statement of a rule holds; a firm one that differs is a finding.
  private mutating func state(
    _ rule: ResponsePolicy.Rule, _ span: MinuteSpan, line: Int, isFirm: Bool
  ) {
    let start = span.start ?? rule.standard.lowerBound
    let window = min(start, span.end)...span.end
    if policy[rule].source == .standard {
      policy.set(rule, to: window, source: .stated(path: file.path, line: line))
      if isFirm { firm[rule] = policy[rule] }
    } else if isFirm, let earlier = firm[rule], earlier.minutes != span.end,
      case .stated(_, let firstLine) = earlier.source
    {
      findings.append(
        RunbookFinding.unclearWindow.at(
          line: line, in: file,
          "this line says \(span.end) minutes, but line \(firstLine) says \(earlier.minutes)",
          help: "state the window once, or use the same time in both places"))
    }
  }
}

extension Block.Kind {
  var isItem: Bool {
    if case .item = self { true } else { false }
  }
}
