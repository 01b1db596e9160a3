import Testing

@testable import Archive

/// The ways to a runbook on the page of all runbooks.
struct RunbookWaysTests {
  private let files = [
    "runbooks/incident-response.md": """
    # Incident response

    ## Phase 1: Look (0–5 minutes)

    Read [the disk page](disk.md), [twice](disk.md#more), and [this page](incident-response.md).

    ## Phase 2: Mend (5–15 minutes)

    Think.

    ## Phase 3: Tell (15–30 minutes)

    Use [mail](mail.md).
    """,
    "runbooks/disk.md": "---\nservices: [mail, shop]\n---\n# Disk\n\n## More\n\nLook.\n",
    "runbooks/mail.md": "---\nservices: [mail]\n---\n# Mail\n\nLook.\n",
  ]

  @Test func leadByPhaseAndByService() async throws {
    let page = try await SampleArchive(files).text("runbooks/index.html")
    let start = try #require(page.firstRange(of: "By phase of the response</h2>"))
    let parts = [
      "1. Look</a>", ">5 min<", ">Disk</a>", "3. Tell</a>", ">15 to 30 min<", ">Mail</a>",
      "By service</h2>", "Mail relay", ">Disk</a>", ">Mail</a>", "shop", ">Disk</a>",
    ]
    var rest = page[start.upperBound...]
    for part in parts {
      let range = rest.firstRange(of: part)
      #expect(range != nil, "\(part)")
      rest = range.map { rest[$0.upperBound...] } ?? rest
    }
    #expect(!page.contains("2. Mend"))
  }

  @Test func oneServiceIsNoChoice() async throws {
    let page = try await SampleArchive([
      "runbooks/mail.md": "---\nservices: [mail]\n---\n# Mail\n\nLook.\n"
    ]).text("runbooks/index.html")
    #expect(!page.contains("By service"))
    #expect(!page.contains("By phase"))
  }
}
