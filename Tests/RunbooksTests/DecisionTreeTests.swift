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
    #expect(tree.questions[0].answers.map(\.label) == ["Yes", "No"])
    #expect(tree.questions[0].answers.map(\.target) == [.leaf("Declare"), .question(1)])
    #expect(tree.questions[1].answers.map(\.target) == [.leaf("Call"), .leaf("Continue")])
    #expect(tree.questions[0].answers.map(\.note) == ["", "Wait"])
  }

  @Test func answersThatSayToContinueLeadOn() throws {
    let tree = try tree(
      "A? → Yes → Page the lead, then continue\n→ No → Continue\nB? → Yes → X\n→ No → Y")
    #expect(tree.questions[0].answers.map(\.target) == [.question(1), .question(1)])
    #expect(tree.questions[0].answers.map(\.note) == ["Page the lead, then continue", ""])
  }

  @Test func aNestedQuestionStandsBehindItsAnswer() throws {
    let tree = try tree(
      """
      - Are users hurt?
        - Yes
          - Is it all of them?
            - Yes: P0
            - No: P1
        - No: P3
      - Is it security?
        - Yes: [Tell security](security.md#tell)
        - No: Done
      """)
    #expect(
      tree.questions.map(\.text) == ["Are users hurt?", "Is it all of them?", "Is it security?"])
    #expect(tree.questions[0].answers.map(\.target) == [.question(1), .question(2)])
    #expect(tree.questions[1].answers.map(\.target) == [.leaf("P0"), .question(2)])
    #expect(tree.questions[2].answers[0].destination == "security.md#tell")
    #expect(tree.questions[2].answers[0].target == .leaf("Tell security"))
  }

  @Test func stepsAskEachQuestionOnce() throws {
    let tree = try tree("A? → Yes → X, then continue\n→ No → Continue\nB? → Yes → Y\n→ No → Z")
    #expect(
      tree.steps.map { "\($0.depth) \($0.label ?? "-") \($0.text) \($0.kind)" } == [
        "0 - A? question(0)", "1 Yes B? question(1)", "2 Yes Y leaf", "2 No Z leaf",
        "1 No B? reference(1)",
      ])
  }

  @Test func aLongChainIsNoDanger() throws {
    let lines = (1...5000).map { "Is it \($0)? → Yes → Stop\n→ No → Continue" }
    let tree = try tree("```text\n" + lines.joined(separator: "\n") + "\n```")
    #expect(tree.steps.count == 10_001)
  }

  @Test func mermaid() throws {
    let tree = try tree(
      """
      ```text
      More than >20% "bad"? → Yes → Tell #ops & wait
                            → No → Look again
      B?                    → Yes → X
                            → No → Y
      ```
      """
    )
    #expect(
      tree.mermaid() == """
        flowchart TD
          q1{"More than #gt;20% #quot;bad#quot;?"}
          q1 -->|"Yes"| q1a1["Tell #35;ops #amp; wait"]
          q1 -->|"No: Look again"| q2
          q2{"B?"}
          q2 -->|"Yes"| q2a1["X"]
          q2 -->|"No"| q2a2["Y"]

        """)
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
  ])
  func findings(text: String, codes: [String]) {
    #expect(runbook("# R\n\n## Decision trees\n\n\(text)\n").codes == codes)
  }

  @Test func twoTreesNeedTwoTitles() {
    let tree = "## Roll back?\n\nA? → Yes → X\n→ No → Y\n\n"
    #expect(runbook(tree + tree).codes == ["PM084"])
  }
}
