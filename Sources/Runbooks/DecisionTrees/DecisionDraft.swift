internal import CommonMark
internal import Vocabulary

/// The questions of a tree while it is being read, before it is known which question follows which answer.
struct DecisionDraft {
  struct Answer {
    var label: String
    var text: String
    /// The questions below this answer.
    var nested: [Int] = []
    var destination: String?
    var line: Int
  }

  struct Question {
    var text: String
    var answers: [Answer] = []
    /// Below how many answers it stands.
    var depth = 0
    var line: Int
  }

  private(set) var questions: [Question] = []
  /// Answers that stand below no question.
  private(set) var orphans: [(label: String, line: Int)] = []
  /// The questions that a line of arrows can still answer, the innermost last.
  private var open: [Int] = []

  // MARK: - Arrows

  /// Reads `Question? → Yes → X` and the lines `→ No → Y` below it; any other line ends a question.
  ///
  /// A question behind an answer, as in `Question? → Yes → Another? → Yes → X`, stands below that answer. The
  /// lines that follow answer the innermost question that does not have their answer yet.
  mutating func read(arrows lines: [(line: Int, text: String)]) {
    guard lines.contains(where: { Self.isArrowLine($0.text) }) else { return }
    for (line, text) in lines {
      let parts = Self.parts(of: text)
      if parts.count == 1 {
        // A blank line ends nothing.
        guard !parts[0].isEmpty else { continue }
        open = []
        if parts[0].hasSuffix("?") { ask(parts[0], line: line) }
      } else if parts[0].isEmpty || Self.isLabel(parts[0]) {
        answer(parts[0].isEmpty ? parts.dropFirst() : parts[...], line: line)
      } else if parts[0].hasSuffix("?") || Self.isLabel(parts[1]) {
        open = []
        ask(parts[0], line: line)
        answer(parts.dropFirst(), line: line)
      } else {
        open = []
      }
    }
  }

  private mutating func ask(_ text: String, depth: Int = 0, line: Int) {
    questions.append(Question(text: text, depth: depth, line: line))
    open.append(questions.count - 1)
  }

  /// Adds an answer, and the questions behind it, to the question that it belongs to.
  private mutating func answer(_ parts: ArraySlice<String>, line: Int) {
    guard let label = parts.first, !label.isEmpty || parts.count > 1 else { return }
    guard let question = question(lacking: label.foldedWords) else {
      if Self.isLabel(label) { orphans.append((label, line)) }
      return
    }
    while let last = open.last, last != question { open.removeLast() }
    let rest = parts.dropFirst()
    let isAsking = rest.first.map { $0.hasSuffix("?") } ?? false
    let text = isAsking ? "" : rest.joined(separator: " → ")
    questions[question].answers.append(Answer(label: label, text: text, line: line))
    guard isAsking, let nested = rest.first else { return }
    let place = questions[question].answers.count - 1
    questions[question].answers[place].nested.append(questions.count)
    ask(nested, depth: questions[question].depth + 1, line: line)
    guard rest.count > 1, let next = open.last else { return }
    // What follows on the line answers this question, whichever answers the others have.
    let outer = open
    open = [next]
    answer(rest.dropFirst(), line: line)
    open = outer.dropLast() + open
  }

  /// The innermost open question that has no such answer yet. One that only stands behind an answer so far is taken for
  /// a question of its own when the question around it has the answer already.
  private func question(lacking label: String) -> Int? {
    func has(_ question: Int) -> Bool {
      questions[question].answers.contains { $0.label.foldedWords == label }
    }
    for place in open.indices.reversed() where !has(open[place]) {
      if place == 0 || !questions[open[place]].answers.isEmpty || has(open[place - 1]) {
        return open[place]
      }
    }
    return open.last
  }

  // MARK: - Lists

  /// Reads `- Question?` with the items `- Yes: X` and `- No: Y` below it, to any depth.
  mutating func read(items: [Block], isExpected: Bool) {
    var open: [(depth: Int, question: Int)] = []
    var answers: [(depth: Int, question: Int, answer: Int)] = []
    for (index, item) in items.enumerated() {
      let text = item.text.trimmed
      open.removeAll { $0.depth >= item.depth }
      answers.removeAll { $0.depth >= item.depth }
      let hasAnswers = Self.hasAnswers(items, below: index)
      if var answer = Self.listAnswer(item), let question = open.last?.question {
        let nested = answer.text
        let isAsking = nested.hasSuffix("?") && hasAnswers
        if isAsking { answer.text = "" }
        questions[question].answers.append(answer)
        answers.append((item.depth, question, questions[question].answers.count - 1))
        guard isAsking else { continue }
        ask(nested, below: answers, line: item.lines.lowerBound)
        open.append((item.depth, questions.count - 1))
      } else if Self.isArrowLine(text) {
        read(arrows: text.numberedLines.map { (item.lines.lowerBound + $0.index, $0.text) })
      } else if text.hasSuffix("?"), isExpected || hasAnswers {
        ask(text.oneLine, below: answers, line: item.lines.lowerBound)
        open.append((item.depth, questions.count - 1))
      }
    }
  }

  private mutating func ask(
    _ text: String, below answers: [(depth: Int, question: Int, answer: Int)], line: Int
  ) {
    questions.append(Question(text: text, depth: answers.count, line: line))
    guard let above = answers.last else { return }
    questions[above.question].answers[above.answer].nested.append(questions.count - 1)
  }

  /// Whether the items nested below an item are answers.
  private static func hasAnswers(_ items: [Block], below index: Int) -> Bool {
    let next = index + 1
    guard next < items.count, items[next].depth > items[index].depth else { return false }
    return listAnswer(items[next]) != nil
  }

  /// "Yes: X", "Yes → X", "Yes – X", "Yes, X" or "Yes" alone.
  private static func listAnswer(_ item: Block) -> Answer? {
    let text = item.text.trimmed
    let label = String(text.unicodeScalars.prefix { $0.isWordPart })
    guard isLabel(label) else { return nil }
    var rest = text.unicodeScalars.dropFirst(label.unicodeScalars.count)
    while let first = rest.first,
      !first.isWordPart, first != "`", first != "@", first != "#", first != "[", first != "/"
    {
      rest = rest.dropFirst()
    }
    return Answer(
      label: label, text: String(rest).oneLine, destination: item.links.first?.destination,
      line: item.lines.lowerBound)
  }
}
