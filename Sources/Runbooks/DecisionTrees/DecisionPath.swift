internal import Vocabulary

/// A way through a decision tree: what was answered, and what that says to do.
package struct DecisionPath: Hashable, Sendable {
  /// An answer to a question, by their indices.
  package struct Choice: Hashable, Sendable {
    package let question: Int
    package let answer: Int

    package init(question: Int, answer: Int) {
      self.question = question
      self.answer = answer
    }
  }

  /// In the order of the questions.
  package private(set) var choices: [Choice] = []
  /// The question to be asked now; `nil` at the end.
  package private(set) var question: Int?
  /// The choices that say what to do, the first of each outcome.
  package private(set) var outcomes: [Choice] = []
  private var seen: Set<String> = []

  /// A path at the first question of a tree.
  package init(in tree: DecisionTree) { question = tree.questions.isEmpty ? nil : 0 }

  /// Gives an answer, by its index, to the question that is open.
  package mutating func give(_ answer: Int, in tree: DecisionTree) {
    guard let question, tree.questions[question].answers.indices.contains(answer) else { return }
    let given = tree.questions[question].answers[answer]
    let choice = Choice(question: question, answer: answer)
    choices.append(choice)
    if let outcome = given.outcome, seen.insert(outcome.foldedWords).inserted {
      outcomes.append(choice)
    }
    self.question = given.next
  }

  /// Answers the open question by a word or a number, as ``DecisionTree/Question/answer(named:)`` understands it.
  ///
  /// - Returns: Whether it means one of the answers.
  package mutating func answer(_ word: String, in tree: DecisionTree) -> Bool {
    guard let question, let answer = tree.questions[question].answer(named: word) else {
      return false
    }
    give(answer, in: tree)
    return true
  }
}

extension DecisionTree {
  package subscript(choice: DecisionPath.Choice) -> Answer {
    questions[choice.question].answers[choice.answer]
  }
}

extension DecisionTree.Question {
  /// The answer that a word or a number means: its label, the start of only one label, or its place from 1.
  package func answer(named word: String) -> Int? {
    if let place = Digits.value(word.trimmed.utf8) {
      return answers.indices.contains(place - 1) ? place - 1 : nil
    }
    let word = word.foldedWords
    guard !word.isEmpty else { return nil }
    let labels = answers.map(\.label.foldedWords)
    if let exact = labels.firstIndex(of: word) { return exact }
    let begun = labels.indices.filter { labels[$0].hasPrefix(word) }
    return begun.count == 1 ? begun[0] : nil
  }
}
