import Incidents
import Testing
import Vocabulary

/// Where an incident names other pages, and with which words.
struct PageMentionTests {
  private func mentions(_ review: String) -> [String] {
    read(review).incident.mentions.map { mention in
      let subject =
        switch mention.subject {
        case .link(let destination): destination
        case .playbook(let path): "runs \(path)"
        case .named(let before, let after): "\(before) * \(after)"
        }
      return [
        "\(mention.line)", subject, mention.moment?.timeOfDay ?? "", mention.text,
      ].filter { !$0.isEmpty }.joined(separator: " | ")
    }
  }

  @Test(arguments: [
    (
      "See [a](a.md). Used: [b](b.md#c), wrongly. Then.",
      ["1 | a.md | See a.", "1 | b.md#c | Used: b, wrongly."]
    ),
    (
      "The tree [Roll back?](t.md) gave it, e.g. once. No.",
      ["1 | t.md | The tree Roll back? gave it, e.g. once."]
    ),
    ("Missing: a way;\n[b](b.md) says so", ["2 | b.md | Missing: a way; b says so"]),
    ("- one\n- two [b](../r/b.md)\n", ["2 | ../r/b.md | two b"]),
    ("[b](r/b)", ["1 | r/b | b"]),
    ("![b](b.md) [c](#c) [d](https://d.example/d.md) [e](graph.png) [f](//f/f.md)", []),
  ])
  func links(text: String, expected: [String]) { #expect(mentions(text) == expected) }

  @Test func entriesOfTheTimeline() {
    let text = """
      ## Timeline

      - 10:02 - acknowledged
      - 10:12 - so the tree says
        [roll back](r.md#commands)
      - 10:15 - ran `ansible-playbook -i inv playbooks/rollback.yml`.
      - 10:20 - read config.yaml, twice; not yaml, .yml or a.ymlx
      """
    #expect(
      mentions(text) == [
        "5 | r.md#commands | 10:12 | so the tree says roll back",
        "6 | runs playbooks/rollback.yml | 10:15 | ran ansible-playbook -i inv playbooks/rollback.yml.",
        "7 | runs config.yaml | 10:20 | read config.yaml, twice; not yaml, .yml or a.ymlx",
      ])
  }

  @Test(arguments: [
    (
      "Put the connection sum into the scale-up runbook",
      ["3 | connection sum into the scale up * "]
    ),
    ("Write a Runbook for disk full", ["3 | write a * for disk full"]),
    ("Extend [rollback](r.md)", ["3 | r.md"]),
    ("Book a room", []),
  ])
  func actionItems(title: String, expected: [String]) {
    #expect(mentions("## Action items\n\n- [ ] \(title) (@ana)\n") == expected)
  }

  /// Each link looks through its paragraph, so there is a bound.
  @Test func manyLinksAreCut() {
    let text = String(repeating: "[a](b.md) ", count: 20_000)
    #expect(mentions(text).count == 100)
  }
}
