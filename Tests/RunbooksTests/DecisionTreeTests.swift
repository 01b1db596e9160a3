import Runbooks
import Testing

struct DecisionTreeTests {
  private func tree(_ text: String) throws -> DecisionTree {
    let trees = runbook("# R\n\n## Is it broken?\n\n\(text)\n").decisionTrees
    #expect(trees.count == 1)
    return try #require(trees.first)
  }

  @Test(arguments: [
    """
    ```text
    Are users hurt? → Yes → Declare
                    → No → Wait
    Is data lost?   → Yes → Call
                    → No → Continue
    ```
    """,
    """
    Are users hurt? -> Yes -> Declare
    -> No -> Wait
    Is data lost? -> Yes -> Call
    -> No -> Continue
    """,
    """
    Are users hurt?
    → Yes → Declare
    → No → Wait
    Is data lost?
    → Yes → Call
    → No → Continue
    """,
    """
        Are users hurt? Yes → Declare
        No → Wait
        Is data lost? Yes => Call
        No => Continue
    """,
    """
    - Are users hurt?
      - Yes: Declare
      - No: Wait
    - Is data lost?
      - Yes – Call
      - No – Continue
    """,
    """
    1. Are users hurt?
       - **Yes** → Declare
       - **No** → Wait
    2. Is data lost?
       - Yes, Call
       - No, Continue
    """,
  ])
  func oneTreeInManyShapes(text: String) throws {
    let tree = try tree(text)
    #expect(tree.title == "Is it broken?")
    #expect(tree.anchor == "is-it-broken")
    #expect(tree.line == 3)
    #expect(tree.questions.map(\.text) == ["Are users hurt?", "Is data lost?"])
    #expect(tree.questions.map { $0.answers.map(\.label) } == [["Yes", "No"], ["Yes", "No"]])
    #expect(tree.questions[0].answers.map(\.outcome) == ["Declare", "Wait"])
    #expect(tree.questions[0].answers.map(\.next) == [1, 1])
    #expect(tree.questions[1].answers.map(\.outcome) == ["Call", nil])
    #expect(tree.questions[1].answers.map(\.next) == [nil, nil])
  }

  @Test(arguments: [
    ("Continue", nil), ("Continue normal process", nil), ("Next question", nil), ("go on", nil),
    ("Keep going.", nil), ("Continue with the next question", nil),
    ("Continue watching for 10 minutes", "Continue watching for 10 minutes"),
    ("Page the lead, then continue", "Page the lead, then continue"), ("Wait", "Wait"),
  ])
  func onlyToContinueAddsNothing(text: String, outcome: String?) throws {
    let tree = try tree("A? → Yes → \(text)\n→ No → X")
    #expect(tree.questions[0].answers[0].outcome == outcome)
    #expect(tree.questions[0].answers[0].text == text)
  }

  @Test func aNestedQuestionIsAskedOnlyBehindItsAnswer() throws {
    let tree = try tree(
      """
      - Are users hurt?
        - Yes
          - Is it all of them?
            - Yes: P0
            - No: P1
          - Is money lost?
            - Yes: Tell finance
            - No: Continue
        - No: P3
      - Is it security?
        - Yes: [Tell security](security.md#tell)
        - No: Done
      """)
    #expect(
      tree.questions.map(\.text) == [
        "Are users hurt?", "Is it all of them?", "Is money lost?", "Is it security?",
      ])
    #expect(tree.questions.map(\.depth) == [0, 1, 1, 0])
    #expect(tree.questions[0].answers.map(\.nested) == [[1, 2], []])
    #expect(tree.questions[0].answers.map(\.next) == [1, 3])
    #expect(tree.questions[3].answers[0].destination == "security.md#tell")
    #expect(tree.walk(["no", "no"]) == ["P3", "Done"])
    #expect(
      tree.walk(["yes", "no", "yes", "yes"]) == ["P1", "Tell finance", "Tell security"])
  }

  @Test(arguments: [
    """
    A? → Yes → B? → Yes → X
    → No → Y
    → No → Z
    """,
    """
    ```text
    A?
      → Yes → B?
                → Yes → X
                → No → Y
      → No → Z
    ```
    """,
    """
    - A?
      - Yes: B?
        - Yes: X
        - No: Y
      - No: Z
    """,
  ])
  func anAnswerMayBeAQuestion(text: String) throws {
    let tree = try tree(text)
    #expect(tree.questions.map(\.text) == ["A?", "B?"])
    #expect(tree.walk(["yes", "yes"]) == ["X"])
    #expect(tree.walk(["yes", "no"]) == ["Y"])
    #expect(tree.walk(["no"]) == ["Z"])
  }

  @Test func anAnswerMayLeadPastQuestions() throws {
    let tree = try tree(
      "A? → Yes → C?\n→ No → X\nB? → Yes → Go to question 3\n→ No → Y\nC? → Yes → Z\n→ No → Continue"
    )
    #expect(tree.walk(["yes", "yes"]) == ["Z"])
    #expect(tree.walk(["no", "yes", "yes"]) == ["X", "Z"])
    #expect(tree.walk(["no", "no", "yes"]) == ["X", "Y", "Z"])
    #expect(tree.questions[0].answers[0].leadsPast)
  }

  @Test func anAnswerMayLeadToAnotherTree() {
    let read = runbook(
      "# R\n\n## Is it broken?\n\nA? → Yes → Should I roll back?\n→ No → X\n\n"
        + "## Should I roll back?\n\nB? → Yes → Y\n→ No → Z\n")
    #expect(read.codes == [])
    #expect(read.decisionTrees.map(\.questions.count) == [1, 1])
    let answer = read.decisionTrees.first?.questions[0].answers[0]
    #expect(answer?.outcome == "Should I roll back?")
    #expect(answer?.destination == "#should-i-roll-back")
  }

  @Test(arguments: [
    ("", "X (stop)"), ("", "X, then stop"), ("", "X → Done"), ("", "X. Stop here."),
    ("", "X – ends here"), ("", "X and stop"), ("The first yes decides.\n\n", "X"),
    ("Go through them until an answer says what to do.\n\n", "X"),
    ("Tell the others. **X** decides alone.\n\n", "X"),
  ])
  func anAnswerDecidesAloneWhereThePageSaysSo(prose: String, text: String) throws {
    let tree = try tree("\(prose)A? → Yes → \(text)\n→ No → Continue\nB? → Yes → Y\n→ No → Z")
    #expect(tree.questions[0].answers[0].outcome == "X")
    #expect(tree.questions[0].answers[0].decidesAlone)
    #expect(tree.walk(["yes", "yes"]) == ["X"])
    #expect(tree.walk(["no", "yes"]) == ["Y"])
  }

  @Test(arguments: ["Make it stop", "Stop the line", "Tell the end user", "X. Then ask the lead"])
  func otherWordsDecideNothing(text: String) throws {
    let tree = try tree("A? → Yes → \(text)\n→ No → Continue\nB? → Yes → Y\n→ No → Z")
    #expect(!tree.questions[0].answers[0].decidesAlone)
    #expect(tree.walk(["yes", "yes"]) == [text, "Y"])
  }

  @Test func rowsNameEachQuestionOnce() throws {
    let tree = try tree(
      "- A?\n  - Yes\n    - B?\n      - Yes: X\n      - No: Y\n  - No: Z\n- C?\n  - Yes: V\n  - No: W"
    )
    let rows = tree.rows.map { row in
      switch row.kind {
      case .question(let index): "\(row.depth) \(tree.questions[index].text)"
      case .answer(let choice): "\(row.depth) \(tree[choice].label) \(tree[choice].text)"
      }
    }
    #expect(
      rows == [
        "0 A?", "0 Yes ", "1 B?", "1 Yes X", "1 No Y", "0 No Z", "0 C?", "0 Yes V", "0 No W",
      ])
  }

  @Test func aLongChainIsNoDanger() throws {
    let lines = (1...5000).map { "Is it \($0)? → Yes → Stop\n→ No → Continue" }
    let tree = try tree("```text\n" + lines.joined(separator: "\n") + "\n```")
    #expect(tree.rows.count == 15_000)
    #expect(tree.path(answering: Array(repeating: "no", count: 5000)).choices.count == 5000)
  }

  @Test(arguments: [
    "What went well?\n\n- What else?\n- And then?",
    "```rust\nfn a(b: u8) -> u8\n```",
    "Deploy → test → release",
    "- Did it work? Good.\n- No errors were seen",
    "```text\nwho? -> a map of names -> numbers\n```",
  ])
  func otherTextIsNoTree(text: String) {
    #expect(runbook("# R\n\n## Notes\n\n\(text)\n").decisionTrees == [])
  }

  @Test(arguments: [
    ("A? → Yes → X", ["PM080"]),
    ("A? → Yes → X\n→ No →", ["PM083"]),
    ("A? → Yes → X\n→ No → Y\n→ No → Z", ["PM084"]),
    ("A? → Yes → X\n→ No → Y\nA? → Yes → X\n→ No → Y", ["PM084"]),
    ("A? → Yes → X\n→ No → Y\n→ Unsure → Z", []),
    ("- A?\n  - Yes: X\n  - No:", ["PM083"]),
    ("- A?\n  - Yes: X", ["PM080"]),
    ("→ Yes → X", ["PM110"]),
    ("A? → Yes → X\n→ No → Y\nSay so.\n→ No → Z", ["PM110"]),
    ("A? → Yes → X\n→ No → Y\nB? → Yes → A?\n→ No → Z", ["PM111"]),
    ("A? → Yes → X\n→ No → Back to question 1", ["PM111"]),
    ("A? → Yes → X (stop)\n→ No → Y (stop)\nB? → Yes → V\n→ No → W", ["PM112"]),
    ("A? → Yes → C?\n→ No → C?\nB? → Yes → V\n→ No → W\nC? → Yes → S\n→ No → T", ["PM112"]),
    ("A? → Yes → X (stop)\n→ No → Continue\nB? → Yes → V\n→ No → W", []),
    ("A? → Yes → B?\n→ No → X", ["PM080"]),
    ("- A?\n  - Yes\n  - No: X", ["PM083"]),
  ])
  func findings(text: String, codes: [String]) {
    #expect(runbook("# R\n\n## Decision trees\n\n\(text)\n").codes == codes)
  }

  @Test func twoTreesNeedTwoTitles() {
    let tree = "## Roll back?\n\nA? → Yes → X\n→ No → Y\n\n"
    #expect(runbook(tree + tree).codes == ["PM084"])
  }
}
