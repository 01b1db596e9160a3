internal import Vocabulary

extension DecisionDraft {
  /// What is wrong with the order of the questions.
  enum OrderMistake {
    /// An answer leads back, to a question that came before.
    case circle(question: Int, answer: Int, to: Int)
    /// No answer leads to the question.
    case unreachable(Int)
  }

  /// The finished tree, and what is wrong with its order; `nil` when there is no question. `titles` are the folded
  /// titles of the trees in the document with their anchors: an answer can send the reader there.
  func tree(
    below passage: RunbookOutline.Passage, _ statement: DecisionWording.Statement,
    titles: [String: String?] = [:]
  ) -> (tree: DecisionTree, mistakes: [OrderMistake])? {
    guard !questions.isEmpty else { return nil }
    let (questions, texts) = settled(titles)
    let following = Self.following(questions)
    var mistakes: [OrderMistake] = []
    let result = questions.indices.map { index in
      DecisionTree.Question(
        text: questions[index].text,
        answers: questions[index].answers.enumerated().map { place, draft in
          var answer = Self.answer(draft, statement)
          let named = texts.isEmpty ? nil : Self.question(namedBy: draft.text, texts, in: questions)
          if let named, named <= index {
            mistakes.append(.circle(question: index, answer: place, to: named))
          }
          let past = named.flatMap { $0 > index ? $0 : nil }
          if named != nil { answer.outcome = nil }
          answer.leadsPast = past != nil
          answer.next =
            answer.decidesAlone ? nil : past ?? answer.nested.first ?? following[index]
          return answer
        }, depth: questions[index].depth, line: questions[index].line)
    }
    mistakes += Self.unreachable(in: result).map { .unreachable($0) }
    let tree = DecisionTree(
      title: passage.level > 0 ? passage.heading : "Decision tree", anchor: passage.anchor,
      line: passage.line, questions: result)
    return (tree, mistakes)
  }

  private static func answer(
    _ draft: Answer, _ statement: DecisionWording.Statement
  ) -> DecisionTree.Answer {
    let (text, isMarked) = DecisionWording.withoutEndMark(draft.text)
    let isOutcome = !text.isEmpty && !DecisionWording.saysToContinue(text)
    return DecisionTree.Answer(
      label: draft.label, text: text, outcome: isOutcome ? text : nil, nested: draft.nested,
      decidesAlone: draft.nested.isEmpty
        && (isMarked || isOutcome && statement.decides(draft.label, text)),
      destination: draft.destination, line: draft.line)
  }

  /// The question that comes after each when nothing below its answers is asked.
  private static func following(_ questions: [Question]) -> [Int?] {
    var following = [Int?](repeating: nil, count: questions.count)
    let top = questions.indices.filter { questions[$0].depth == 0 }
    for (one, next) in zip(top, top.dropFirst()) { following[one] = next }
    // A question stands before those below its answers, so that what follows it is known.
    for index in questions.indices {
      for answer in questions[index].answers {
        for (place, nested) in answer.nested.enumerated() {
          let next = place + 1
          following[nested] = next < answer.nested.count ? answer.nested[next] : following[index]
        }
      }
    }
    return following
  }

  private static func unreachable(in questions: [DecisionTree.Question]) -> [Int] {
    var isReached = [Bool](repeating: false, count: questions.count)
    isReached[0] = true
    // An answer leads to a later question only.
    for index in questions.indices where isReached[index] {
      for next in questions[index].answers.compactMap(\.next) { isReached[next] = true }
    }
    return questions.indices.filter { index in
      // A question without answers is reported as such; it hides what follows.
      !isReached[index] && questions[..<index].allSatisfy { !$0.answers.isEmpty }
    }
  }

  // MARK: - Answers that name a question

  /// The questions without those that are only named behind an answer, and the words of the others with their
  /// places.
  private func settled(_ titles: [String: String?]) -> (
    questions: [Question], texts: [String: Int]
  ) {
    var texts: [String: Int] = [:]
    for (index, question) in questions.enumerated() where !question.answers.isEmpty {
      let words = question.text.foldedWords
      if texts[words] == nil { texts[words] = index }
    }
    let named = questions.indices.filter { index in
      let words = questions[index].text.foldedWords
      return questions[index].depth > 0 && questions[index].answers.isEmpty
        && (texts[words] != nil || titles[words] != nil)
    }
    guard !named.isEmpty else { return (questions, texts) }
    let gone = Set(named)
    var places: [Int: Int] = [:]
    for index in questions.indices where !gone.contains(index) { places[index] = places.count }
    var kept: [Question] = []
    for index in questions.indices where !gone.contains(index) {
      var question = questions[index]
      for place in question.answers.indices {
        let nested = question.answers[place].nested
        question.answers[place].nested = nested.compactMap { places[$0] }
        guard let first = nested.first(where: gone.contains) else { continue }
        let text = questions[first].text
        question.answers[place].text = text
        if let anchor = titles[text.foldedWords] ?? nil, texts[text.foldedWords] == nil {
          question.answers[place].destination =
            question.answers[place].destination ?? "#\(anchor)"
        }
      }
      kept.append(question)
    }
    return (kept, texts.compactMapValues { places[$0] })
  }

  /// The question that the text of an answer names: its words, or "go to question 3" among the outermost.
  private static func question(
    namedBy text: String, _ texts: [String: Int], in questions: [Question]
  ) -> Int? {
    let words = text.foldedWords
    guard !words.isEmpty else { return nil }
    if text.hasSuffix("?"), let index = texts[words] { return index }
    for lead in ["go to", "skip to", "back to", "go back to", "ask", "see", "continue with"] {
      guard words.hasPrefix(lead + " ") else { continue }
      let rest = words.dropFirst(lead.utf8.count + 1)
      if let index = texts[String(rest)] { return index }
      let parts = rest.split(separator: " ")
      guard parts.count == 2, ["question", "step"].contains(parts[0]),
        let number = Digits.value(parts[1].utf8)
      else { continue }
      let top = questions.indices.filter { questions[$0].depth == 0 }
      if top.indices.contains(number - 1) { return top[number - 1] }
    }
    return nil
  }
}
