import TestSupport

/// Reviews and runbooks made from numbers, in as many shapes as reading tells apart: the same numbers give the
/// same text in every run.
struct GeneratedDocument {
  private var random: SeededRandom

  init(seed: Int) { random = SeededRandom(seed: UInt64(seed)) }

  /// From 0 to one less than `count`.
  mutating func number(below count: Int) -> Int { random.below(count) }

  private mutating func one(of choices: [String]) -> String { random.one(of: choices) }

  /// The text of a review.
  mutating func review() -> String {
    let day = "2026-\(Self.padded(1 + number(below: 9)))-\(Self.padded(1 + number(below: 28)))"
    var lines: [String] = []
    if number(below: 5) > 0 { lines += frontMatter(day) }
    lines += ["# \(one(of: ["Cache full", "Die Datenbank steht still", "支払いの停止"]))", ""]
    lines += [
      one(of: [
        "**Date:** \(day)", "**Severity:** SEV-2", "**Incident ID:** PM-2026-042",
        "Impact: none for customers.",
        "Customers could not pay for an hour.",
      ]), "",
    ]
    let parts = [
      lengths(), summary(), timeline(day), cause(), lessons(), actions(), unusual(),
    ]
    for part in parts where number(below: 6) > 0 { lines += part + [""] }
    return lines.joined(separator: "\n")
  }

  private mutating func frontMatter(_ day: String) -> [String] {
    let keys = [
      "title: Cache full", "id: incident-\(day)-001", "date: \(day)", "date: 2026-13-01",
      "severity: P\(number(below: 5))", "status: closed", "services: [api, web]",
      "services: api, web", "tags: [cache, nowhere]", "authors: [ada, someone]",
      "factors: [load]", "detection: human", "near_miss: true", "security: maybe",
      "repeats: incident-2026-01-10-001", "started: \(day) 09:58 Europe/Berlin",
      "detected: \(day) 10:02 UTC", "resolved: \(day)T11:00:00+02:00", "lang: de",
      "description: A short one.", "slug: own-name", "draft: true", "unlisted: perhaps",
      "sidebar_label: {deep: [1, two]}", "hide_table_of_contents: true", "servces: [api]",
      "allow:\n  PM007: nobody owns it yet", "allow: [PM999]", "runbooks: [../runbooks/restart.md]",
    ]
    return ["---"] + keys.filter { _ in number(below: 3) == 0 } + ["---", ""]
  }

  private mutating func lengths() -> [String] {
    let label = one(of: ["Time to recovery", "MTTR", "Time to detect", "MTTA", "TTR"])
    let length = one(of: ["25 minutes", "about 2 hours", "1h 22m", "7h (during support hours)"])
    return ["- **\(label)**: \(length)"]
  }

  private mutating func summary() -> [String] {
    [
      one(of: [
        "## Summary", "## TL;DR", "## Zusammenfassung", "Summary", "**Summary**", "##Summary",
      ]), "",
      one(of: [
        "Users could not log in, see [the cause](#root-cause) and [another](other.md#gone).",
        "TBD", "We saw `5xx`. ![a graph](graph.png) <a id=\"top\"></a>", "",
      ]),
    ]
  }

  private mutating func timeline(_ day: String) -> [String] {
    let zone = one(of: [
      "All times in UTC.", "All times in CET.", "Times are Asia/Tokyo.", "IST", "",
    ])
    var lines = [
      one(of: ["## Timeline", "## Chronology", "## Zeitlicher Ablauf", "## Key events"]), "", zone,
      "",
    ]
    let entries = [
      "10:02 - First alert", "10:05 - @ada acknowledged the page",
      "~10:20 - posted to the status page",
      "11:70 - no such time", "25/04/2026 10:35 - tried again",
      "\(day) 10:30 Europe/Paris - declared an incident, SEV2",
      "03/04/2026 10:40 - rolled back", "10:50 CEST - update in #incidents: monitoring",
      "2026-03-29 02:30 Europe/Berlin - skipped by the clocks", "11:05 - RESOLVED",
      "later - cleaned up",
      "10:41 - Decision \"Roll back?\": Deployed? Yes; Fixed? No → Roll back",
      "10:44 - Decision \"Escalate?\": Stuck? No → Continue",
    ].filter { _ in number(below: 3) > 0 }
    let ordered = number(below: 4) == 0 ? entries.reversed() : entries
    lines += ordered.map { one(of: ["- ", "* "]) + $0 }
    return lines
  }

  private mutating func cause() -> [String] {
    [
      one(of: ["## Root cause", "## Ursache", "## Why it happened"]), "",
      one(of: ["A limit of 10 connections.", "_[fill in]_", "Alice forgot it."]), "",
      "<!-- build-site allow PM030: \(one(of: ["agreed with them", ""])) -->",
    ]
  }

  private mutating func lessons() -> [String] {
    ["## Lessons learned", "", "- **What went well:** \(one(of: ["alerts", ""]))", "- luck"]
  }

  private mutating func actions() -> [String] {
    var lines = ["## Action items", ""]
    if number(below: 2) == 0 {
      lines += ["| Task | Owner | Due | Status |", "| --- | --- | --- | --- |"]
      lines.append(
        "| Raise it | \(one(of: ["@ada", ""])) | \(one(of: ["2026-05-01", "soon"])) | open |")
    }
    return lines + [
      "- [ ] Raise the limit (@ada, due \(one(of: ["2026-04-01", "01.02.2026", "next week"])))",
      "- [x] [Add an alert](https://example.com/1) - done", "- ~~Move away~~",
    ]
  }

  private mutating func unusual() -> [String] {
    [
      one(of: [
        "> ## Impact\n>\n> Held in a quote.", "<details>\n\n## Impact\n\nNested.\n\n</details>",
        "## Lessons learned and next steps\n\nA text.",
        "Impact\n\n- A list below a line of its own.",
        "**Root cause**\n\nA limit.",
        "## Odds and ends\n\n- [ ] Watch the disk @ana\n- [ ] Test it",
        "See [[wiki]] and <b>bold</b> text with a tab\t.",
        "A character that does not show: \u{202E}.",
        "<<<<<<< ours\nmine\n=======\ntheirs\n>>>>>>> main", "```\ncode without an end",
        "## 2026-02-03 Another one\n\n- 10:00 - alert\n\n## 2026-02-04 And one more\n\n- 11:00 - alert",
      ])
    ]
  }

  /// A log of two incidents that share a definition.
  private static let log = """
    # Log

    ## 2026-02-03 Disk full

    **Severity:** P3

    ### Impact

    None, see [the ticket][1].

    ## 2026-02-14 Disk full again

    **Severity:** P2

    ### Impact

    None, see [the ticket][1].

    [1]: https://example.com/1
    """

  /// The text of a file that is a log of several incidents.
  mutating func log() -> String { "\(one(of: ["", "---\nlang: en\n---\n"]))\(Self.log)\n" }

  /// The text of a runbook: a process, or what to do about an alert.
  mutating func runbook() -> String {
    var lines = [
      "---", "title: \(one(of: ["Restart", "Incident response"]))",
      "severity: P\(number(below: 4))",
      one(of: ["draft: true", "unlisted: true", "minutes: 5", "lang: de"]),
      "sidebar_label: !!str \(one(of: ["A", "B"]))",
      one(of: ["owner: ada", "last_verified: 2026-01-02", "aliases: [undo, redo]"]),
      one(of: ["verify_every: 2 weeks", "verify_by: 2026-03-04"]), "---", "",
      one(of: ["# Restart", "# Restart the service"]), "",
    ]
    let first = one(of: ["P0", "SEV1", "Critical"])
    let parts = [
      ["## Response policy", "", "| Step | Window |", "| --- | --- |"]
        + ["| Acknowledge | within \(number(below: 9) + 2) minutes |"],
      ["## Severities", "", "| Severity | Meaning |", "| --- | --- |", "| \(first) | down |"]
        + ["| P\(number(below: 3) + 1) | slow |"],
      [
        "## \(one(of: ["Communication matrix", "Communication matrix of ours"]))", "",
        "| \(one(of: ["Severity", "Level"])) | Chat | \(one(of: ["Mail", "Status page"])) |",
        "| --- | --- | --- |", "| \(first) | Immediate | \(one(of: ["Yes", "No"])) |",
      ],
      [
        "## Decision trees", "", "### Roll back?", "", "```text",
        "Recent deployment? → Yes → \(one(of: ["Rollback", "Continue"]))",
        "                   → No → Wait",
        "Is it fixed?       → Yes → Stop", "                   → No → Start again", "```",
      ],
      [
        "## Decision: is it slow?", "", "- Is it slow?",
        "  - \(one(of: ["Yes", "Always"])): [roll back](rollback.md#\(number(below: 9)))",
        "  - No: wait",
      ],
      [
        "## Decision: is it big?", "", "```text", "Is it big?  → Yes → Is it late?",
        "            → No → Go on", "Is it wide? → Yes → Is it deep? → Yes → Dig (stop)",
        "            → No → Fill it", "            → No → Wait", "Is it late? → Yes → Hurry",
        "            → No → Rest", "```",
      ],
      [
        "## Phase \(number(below: 3) + 1): Look (0-\(number(below: 9) + 2) minutes)", "",
        "Look at it.",
      ],
      [
        "## Commands", "", "```bash",
        "\(one(of: ["ansible-playbook", "/usr/bin/ansible-playbook"])) a.yml -i hosts -e \"app=\(number(below: 9))\" "
          + "-e @vars/\(number(below: 9)).yml --limit web\(number(below: 9)) --check", "```",
      ],
      [
        "## Restart", "", "```bash", "ansible-playbook a.yml -e \"app=api \(number(below: 9))\"",
        "```",
      ],
      ["## Checklist", "", "- [ ] Publish the review", "- [x] Close the channel"],
      [
        "## Learning questions", "", "- What went well?",
        "- What was \(one(of: ["slow", "hard"]))?",
      ],
      [
        "## Contacts", "", "- `@oncall` – who is on call", "## Tools", "",
        "- Logs: <https://example.com/logs>",
      ],
      [
        "## Update templates", "", "Resolved update:", "", "```text",
        "RESOLVED: [what] after \(one(of: ["[time]", "an hour"]))", "```",
      ],
    ]
    for part in parts where number(below: 4) > 0 { lines += part + [""] }
    return lines.joined(separator: "\n")
  }

  private static func padded(_ number: Int) -> String { number < 10 ? "0\(number)" : "\(number)" }
}
