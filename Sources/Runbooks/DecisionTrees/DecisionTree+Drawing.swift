extension DecisionTree {
  /// One line of the tree written as a nested list: a question, or an answer to the question above it.
  package struct Row: Hashable, Sendable {
    package enum Kind: Hashable, Sendable {
      case question(Int)
      case answer(DecisionPath.Choice)
    }

    /// Below how many answers it stands; 0 for the outermost questions and their answers.
    package var depth: Int
    package var kind: Kind
  }

  /// The whole tree in the order in which a reader goes through it: each question once, then its answers, each
  /// followed by the questions below it.
  package var rows: [Row] {
    var rows: [Row] = []
    // A stack instead of recursion: a tree can be as deep as it is long.
    var open = questions.indices.filter { questions[$0].depth == 0 }.reversed()
      .map { Row(depth: 0, kind: .question($0)) }
    while let row = open.popLast() {
      rows.append(row)
      switch row.kind {
      case .question(let index):
        open += questions[index].answers.indices.reversed().map { place in
          Row(
            depth: row.depth, kind: .answer(DecisionPath.Choice(question: index, answer: place)))
        }
      case .answer(let choice):
        open += self[choice].nested.reversed().map { nested in
          Row(depth: row.depth + 1, kind: .question(nested))
        }
      }
    }
    return rows
  }
}
