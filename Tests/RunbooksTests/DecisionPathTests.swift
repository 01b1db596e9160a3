import Foundation
import Runbooks
import TestSupport
import Testing

/// Every way through decision trees that are lists of questions asked in order.
struct DecisionPathTests {
  private static let page = """
    # Decisions

    ## Is it an incident?

    ```text
    Does anything fail?    → Yes → Declare
                           → No → Perhaps the probe is wrong
    Do customers notice?   → Yes → P0 or P1
                           → No → P2 or P3
    Is it about security?  → Yes → Also tell #security
                           → No → Continue normal process
    ```

    ## Shall we go back?

    ```text
    Did we just deploy?    → Yes → Go back
                           → No → Look for other causes
    Do many calls fail?    → Yes → Go back
                           → No → Try something else
    Does staging show it?  → Yes → Repair the code first
                           → No → Go back to be safe
    ```

    ## Shall we call somebody?

    ```text
    Stuck for half an hour? → Yes → Call the lead
                            → No → Continue
    A breach?               → Yes → Call at once
                            → No → Continue
    May data be lost?       → Yes → Call, and get a yes before acting
                            → No → Continue
    Down for over an hour?  → Yes → Call, and tell customers
                            → No → Continue
    ```
    """

  private func tree(_ number: Int) throws -> DecisionTree {
    let page = runbook(Self.page)
    #expect(page.codes == [])
    return try #require(page.decisionTrees.dropFirst(number).first)
  }

  @Test(arguments: [
    ("yyy", ["Declare", "P0 or P1", "Also tell #security"]),
    ("yyn", ["Declare", "P0 or P1"]),
    ("yny", ["Declare", "P2 or P3", "Also tell #security"]),
    ("ynn", ["Declare", "P2 or P3"]),
    ("nyy", ["Perhaps the probe is wrong", "P0 or P1", "Also tell #security"]),
    ("nyn", ["Perhaps the probe is wrong", "P0 or P1"]),
    ("nny", ["Perhaps the probe is wrong", "P2 or P3", "Also tell #security"]),
    ("nnn", ["Perhaps the probe is wrong", "P2 or P3"]),
  ])
  func incident(answers: String, outcomes: [String]) throws {
    #expect(try tree(0).walk(answers.map(String.init)) == outcomes)
  }

  @Test(arguments: [
    ("yyy", ["Go back", "Repair the code first"]),
    ("yyn", ["Go back", "Go back to be safe"]),
    ("yny", ["Go back", "Try something else", "Repair the code first"]),
    ("ynn", ["Go back", "Try something else", "Go back to be safe"]),
    ("nyy", ["Look for other causes", "Go back", "Repair the code first"]),
    ("nyn", ["Look for other causes", "Go back", "Go back to be safe"]),
    ("nny", ["Look for other causes", "Try something else", "Repair the code first"]),
    ("nnn", ["Look for other causes", "Try something else", "Go back to be safe"]),
  ])
  func rollback(answers: String, outcomes: [String]) throws {
    #expect(try tree(1).walk(answers.map(String.init)) == outcomes)
  }

  @Test(arguments: 0..<16) func escalation(number: Int) throws {
    let said = [
      "Call the lead", "Call at once", "Call, and get a yes before acting",
      "Call, and tell customers",
    ]
    let isYes = (0..<4).map { number >> (3 - $0) & 1 == 1 }
    let path = try tree(2).path(answering: isYes.map { $0 ? "Yes" : "No" })
    #expect(path.question == nil)
    #expect(path.choices.map(\.question) == [0, 1, 2, 3])
    #expect(
      try tree(2).walk(isYes.map { $0 ? "Yes" : "No" })
        == zip(isYes, said).filter(\.0).map(\.1))
  }

  @Test func aPathMayEndEarly() throws {
    let tree = try tree(0)
    let path = tree.path(answering: ["y"])
    #expect(path.question == 1)
    #expect(path.outcomes.map { tree[$0].outcome } == ["Declare"])
    #expect(tree.path(answering: ["y", "perhaps", "y"]).choices.count == 1)
  }

  @Test(arguments: [
    ("yes", 0), ("Y", 0), ("NO", 1), ("n", 1), ("1", 0), ("2", 1), ("3", nil), ("0", nil),
    ("", nil), ("?", nil), ("yess", nil), ("-1", nil),
  ])
  func answersByWordOrNumber(word: String, index: Int?) throws {
    #expect(try tree(0).questions[0].answer(named: word) == index)
  }

  /// The trees of the page that this product grew from: what each combination of answers says, taken from its lines.
  @Test(.enabled(if: SharedData.isExpected, SharedData.advice))
  func theSeedPage() throws {
    let bytes = try SharedData.bytes("seed/incident-response-runbook.txt")
    let lines = String(decoding: bytes, as: UTF8.self).split(separator: "\n").map(String.init)
    let start = try #require(lines.firstIndex(of: "Decision Trees"))
    let end = try #require(lines.firstIndex(of: "Tools Quick Reference"))
    let section = lines[(start + 1)..<end]
    let text = section.map { $0.contains("→") ? $0 : "\n## \($0)\n" }.joined(separator: "\n")
    let trees = runbook("# R\n" + text + "\n").decisionTrees
    #expect(trees.map(\.questions.count) == [3, 3, 4])
    var combinations: [Int] = []
    let titles = section.indices.filter { !section[$0].contains("→") } + [end]
    for (tree, (from, to)) in zip(trees, zip(titles, titles.dropFirst())) {
      #expect(tree.title == section[from])
      let said = section[(from + 1)..<to].map { $0.components(separatedBy: " → ").last ?? "" }
      #expect(said.count == tree.questions.count * 2)
      combinations.append(1 << tree.questions.count)
      for number in 0..<(1 << tree.questions.count) {
        let isNo = tree.questions.indices.map { number >> $0 & 1 == 1 }
        var expected: [String] = []
        for (index, isNo) in isNo.enumerated() {
          let words = said[index * 2 + (isNo ? 1 : 0)]
          if !words.hasPrefix("Continue"), !expected.contains(words) { expected.append(words) }
        }
        #expect(tree.walk(isNo.map { $0 ? "no" : "yes" }) == expected)
      }
    }
    #expect(combinations == [8, 8, 16])
  }
}
