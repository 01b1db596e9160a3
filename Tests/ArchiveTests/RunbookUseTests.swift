import Testing

@testable import Archive

/// What the page of a runbook tells of the incidents that used it.
struct RunbookUseTests {
  private let files = [
    "runbooks/rollback.md": """
    # Roll back a deployment

    ## Commands

    From the folder `infra/`:

    ```bash
    ansible-playbook playbooks/rollback.yml -i hosts
    ```
    """,
    "runbooks/disk.md": "# Disk is full\n\nLook.\n",
    "incidents/2026-01-10-a.md": """
    # A

    ## Timeline

    All times in UTC, 2026-01-10.

    - 10:01 - Alert fires
    - 10:12 - [roll back](../runbooks/rollback.md#commands) it is
    - 10:20 - Mitigation applied
    - 10:31 - once more: playbooks/rollback.yml

    ## Lessons

    The [runbook](../runbooks/rollback.md) had no step for one host. It has now.

    ## Action items

    - [x] Put one host first into the rollback runbook (@ana)
    - [ ] Write what to keep in [the other](../runbooks/disk.md) (@bo)
    """,
    "incidents/2026-02-10-b.md": """
    # B

    ## Timeline

    - 2026-02-10 09:00 UTC - ran playbooks/rollback.yml
    """,
  ]

  @Test func tellsStepsRemarksAndWork() async throws {
    let archive = try await SampleArchive(files)
    let page = try archive.text("runbooks/rollback/index.html")
    let uses = try #require(page.firstRange(of: "Used in incidents</h2>"))
    let text = page[uses.upperBound...]
    let parts = [
      ">B</a>", "2026-02-10", "09:00", "ran playbooks/rollback.yml",
      ">A</a>", "10:12", "roll back it is",
      "Commands, 11 min after detection, 8 min before users were relieved",
      "10:31", "30 min after detection<", "The runbook had no step for one host.</li>",
      "What reviews asked to change here</h2>", "Put one host first into the rollback runbook",
      "state-done",
    ]
    var rest = text
    for part in parts {
      let range = rest.firstRange(of: part)
      #expect(range != nil, "\(part)")
      rest = range.map { rest[$0.upperBound...] } ?? rest
    }
    #expect(!text.contains("It has now"))
    #expect(page.contains("In <code>infra/</code>:"))
  }

  @Test func workAloneIsTold() async throws {
    let page = try await SampleArchive(files).text("runbooks/disk/index.html")
    #expect(page.contains("Write what to keep in the other"))
    #expect(page.contains("state-open"))
  }
}
