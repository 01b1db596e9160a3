internal import CommonMark
internal import Vocabulary

/// The questions of a tree while it is being read, before it is known which answers lead to further
/// questions.
struct DecisionDraft {
  struct Answer {
    var label: String
    var text: String
    /// The question below this answer in a nested list.
    var nested: Int?
    var destination: String?
    var line: Int
  }

  struct Question {
    var text: String
    var answers: [Answer] = []
    /// How many answers are above it in a nested list.
    var depth = 0
    var line: Int
  }

  private(set) var questions: [Question] = []

  /// Reads `Question? → Yes → X` and the lines `→ No → Y` below it; any other line ends a question.
  mutating func read(arrows lines: [(line: Int, text: String)]) {
    guard lines.contains(where: { Self.isArrowLine($0.text) }) else { return }
    var isOpen = false
    for (line, text) in lines {
      let parts = Self.parts(of: text)
      if parts.count == 1 {
        isOpen = parts[0].hasSuffix("?")
        if isOpen { questions.append(Question(text: parts[0], line: line)) }
      } else if parts[0].isEmpty {
        if isOpen { addAnswer(Array(parts.dropFirst()), line: line) }
      } else if isOpen, Self.isLabel(parts[0]) {
        addAnswer(parts, line: line)
      } else if parts[0].hasSuffix("?") || Self.isLabel(parts[1]) {
        questions.append(Question(text: parts[0], line: line))
        isOpen = true
        addAnswer(Array(parts.dropFirst()), line: line)
      } else {
        isOpen = false
      }
    }
  }

  /// Reads `- Question?` with the items `- Yes: X` and `- No: Y` below it, to any depth.
  mutating func read(items: [Block], isExpected: Bool) {
    var open: [(depth: Int, question: Int)] = []
    var answers: [(depth: Int, question: Int, answer: Int)] = []
    for (index, item) in items.enumerated() {
      let text = item.text.trimmed
      open.removeAll { $0.depth >= item.depth }
      answers.removeAll { $0.depth >= item.depth }
      if let answer = Self.listAnswer(item), let question = open.last?.question {
        questions[question].answers.append(answer)
        answers.append((item.depth, question, questions[question].answers.count - 1))
      } else if Self.isArrowLine(text) {
        read(arrows: text.numberedLines.map { (item.lines.lowerBound + $0.index, $0.text) })
      } else if text.hasSuffix("?"), isExpected || Self.hasAnswers(items, below: index) {
        questions.append(
          Question(text: text.oneLine, depth: answers.count, line: item.lines.lowerBound))
        open.append((item.depth, questions.count - 1))
        if let above = answers.last {
          questions[above.question].answers[above.answer].nested = questions.count - 1
        }
      }
    }
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

  private mutating func addAnswer(_ parts: [String], line: Int) {
    guard let label = parts.first, let question = questions.indices.last else { return }
    questions[question].answers.append(
      Answer(label: label, text: parts.dropFirst().joined(separator: " → "), line: line))
  }
}
