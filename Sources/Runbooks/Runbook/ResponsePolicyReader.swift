internal import Bytes
internal import CommonMark
internal import Diagnostics
internal import Vocabulary

/// Collects what a process states about its windows, the most deliberate statement first: the table
/// "Response policy", the windows of the phases, sentences, the communication matrix, the trees.
struct ResponsePolicyReader {
  private(set) var policy = ResponsePolicy()
  private(set) var findings: [Diagnostic] = []
  private let file: SourceFile
  /// The rules that a table or a phase states, with their statements.
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
      guard let name = block.cells.first?.text.foldedWords,
        let rule = PolicyWording.rule(named: name)
      else { continue }
      let cells = block.cells.map(\.text)
      let line = block.lines.lowerBound
      if let length = (cells.dropFirst() + cells.prefix(1)).lazy
        .compactMap({ StatedLength.all(in: $0).first }).first
      {
        state(rule, from: length.firstMinutes, to: length.limit, line: line, isFirm: true)
      } else if let minutes = cells.dropFirst().lazy
        .compactMap({ Digits.value($0.trimmed.utf8) }).first
      {
        state(rule, to: minutes, line: line, isFirm: true)
      } else {
        reportUnread(cells, line: line)
      }
    }
  }

  private mutating func read(_ phase: Phase) {
    guard let window = phase.window, let rule = PolicyWording.rule(ofPhase: phase.name.foldedWords)
    else { return }
    let start = window.lowerBound > 0 ? window.lowerBound : nil
    state(rule, from: start, to: window.upperBound, line: phase.line, isFirm: true)
  }

  /// A cell that mentions a time or is a number states a window. If it cannot be read, it is reported
  /// instead of silently replaced by the standard.
  private mutating func reportUnread(_ cells: [String], line: Int) {
    guard
      let cell = cells.dropFirst().first(where: { cell in
        let hasLetter = cell.utf8.contains { $0.isLetter || $0 >= 0xC3 }
        return cell.utf8.contains(where: \.isDigit) && !hasLetter
          || cell.foldedWords.split(separator: " ").contains { Self.timeWords.contains(String($0)) }
      })
    else { return }
    findings.append(
      RunbookFinding.unclearWindow.at(
        line: line, in: file, "'\(cell.oneLine)' is not a window that can be read",
        help: "write a number and a unit, as in 'within 30 minutes' or 'every 2 hours'"))
  }

  private static let timeWords: Set<String> = [
    "second", "seconds", "min", "mins", "minute", "minutes", "h", "hr", "hrs", "hour", "hours",
    "hourly", "day", "days", "daily",
    "week", "weeks", "weekly", "month", "months", "immediately",
  ]

  // MARK: - Wording

  private mutating func readSentences(of index: Int, in outline: RunbookOutline) {
    let path = outline.path(to: index)
    var label = ""
    for block in outline.passages[index].blocks {
      guard block.kind == .paragraph || block.kind.isItem else { continue }
      for (offset, text) in block.text.numberedLines {
        let line = block.lines.lowerBound + offset
        for sentence in text.sentences {
          let spans = StatedLength.all(in: sentence)
          guard !spans.isEmpty else { continue }
          let near = [sentence.foldedWords, label] + path
          for span in spans {
            guard let rule = PolicyWording.rule(for: span, near: near) else { continue }
            state(rule, from: span.firstMinutes, to: span.limit, line: line, isFirm: false)
          }
        }
      }
      // A line such as "External (when customers notice):" introduces the list below it.
      if block.kind == .paragraph {
        label = block.text.trimmed.hasSuffix(":") ? block.text.foldedWords : ""
      }
    }
  }

  private mutating func read(_ template: UpdateTemplate) {
    for (offset, text) in template.text.numberedLines {
      for span in StatedLength.all(in: text) where span.before.contains("every") {
        let rule: ResponsePolicy.Rule =
          template.kind == .internal ? .internalUpdate : .externalUpdate
        state(
          rule, from: span.firstMinutes, to: span.limit, line: template.line + offset, isFirm: false
        )
      }
    }
  }

  private mutating func read(_ matrix: CommunicationMatrix) {
    // The worst severity that has a time to wait.
    for row in matrix.rows {
      for (column, cell) in zip(matrix.columns, row.cells) {
        guard case .after(let minutes) = CommunicationMatrix.Timing(reading: cell) else { continue }
        let title = column.title.foldedWords
        if title.mentions("status") {
          state(.statusPage, to: minutes, line: row.line, isFirm: false)
        }
        if title.mentions("lead") { state(.escalation, to: minutes, line: row.line, isFirm: false) }
      }
    }
  }

  private mutating func read(_ question: DecisionTree.Question) {
    let words = question.text.foldedWords
    guard words.mentions("stuck") || words.mentions("no progress") else { return }
    guard let span = StatedLength.all(in: question.text).first else { return }
    state(.escalation, from: span.firstMinutes, to: span.limit, line: question.line, isFirm: false)
  }

  // MARK: - Statements

  /// The first statement of a rule applies; a firm one that differs is a finding.
  private mutating func state(
    _ rule: ResponsePolicy.Rule, from first: Int? = nil, to end: Int, line: Int, isFirm: Bool
  ) {
    let window = min(first ?? rule.standard.lowerBound, end)...end
    if policy[rule].source == .standard {
      policy.set(rule, to: window, source: .stated(path: file.path, line: line))
      if isFirm { firm[rule] = policy[rule] }
    } else if isFirm, let earlier = firm[rule], earlier.minutes != end,
      case .stated(_, let firstLine) = earlier.source
    {
      findings.append(
        RunbookFinding.unclearWindow.at(
          line: line, in: file,
          "this line says \(Wording.length(end)), but line \(firstLine) says \(Wording.length(earlier.minutes))",
          help: "state the window once, or use the same time in both places"))
    }
  }
}

extension String {
  /// The text split at semicolons and at periods, except those within a number.
  fileprivate var sentences: [Substring] {
    var sentences: [Substring] = []
    var start = startIndex
    for index in utf8.indices where utf8[index] == 0x2E || utf8[index] == 0x3B {
      let next = utf8.index(after: index)
      let isWithin = utf8[next...].first.map(\.isDigit) ?? false
      if isWithin, utf8[index] == 0x2E { continue }
      sentences.append(self[start..<index])
      start = next
    }
    sentences.append(self[start...])
    return sentences
  }
}

extension Block.Kind {
  var isItem: Bool {
    if case .item = self { true } else { false }
  }
}
