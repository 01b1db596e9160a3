import Diagnostics
import Incidents
import Learning
import Pipeline
import Publishing
import Runbooks
import Testing
import Vocabulary

/// A severity is one of the team's scale, from its policy or `site.yml`; any other word is shown as written.
struct SeverityTests {
  private static let rows = """
    # Incident response

    ## Communication matrix

    | Severity | Chat | Leadership |
    | --- | --- | --- |
    | SEV-1 | Immediate | Immediately |
    | SEV-2 | Immediate | No |
    | SEV-3 | When fixed | No |

    """

  private static let columns = """
    # Incident response

    ## Communication matrix

    | Channel | SEV-1 | SEV-2 | SEV-3 |
    | --- | --- | --- | --- |
    | Chat | Immediate | Immediate | When fixed |
    | Leadership | Immediately | No | No |

    """

  private static let table = """
    # Incident response

    ## Severity levels

    | Level | Meaning |
    | --- | --- |
    | SEV-1 (Critical) | everything is down |
    | SEV-2 (High) | much is down |
    | SEV-3 (Low) | a nuisance |

    ## Communication matrix

    | Channel | When |
    | --- | --- |
    | Chat | Immediate |

    """

  private static let list = """
    # Incident response

    ## Severities

    - **SEV3**: a nuisance
    - **SEV2**: much is down
    - **SEV1**: everything is down

    ## Communication matrix

    | Channel | When |
    | --- | --- |
    | Chat | Immediate |

    """

  private static let headings = """
    # Incident response

    ## Severities

    ### SEV-1: everything is down

    Call all.

    ### SEV-2: much is down

    Call some.

    ## Communication matrix

    | Channel | When |
    | --- | --- |
    | Chat | Immediate |

    """

  private func texts(
    _ severities: [String], policy: String? = nil, settings: String? = nil
  ) throws -> Texts {
    var files: [String: String] = [:]
    for (index, severity) in severities.enumerated() {
      files["content/incidents/\(index).md"] =
        "---\ndate: 2026-01-1\(index)\nseverity: \(severity)\n---\n# Down \(index)\n\nThe shop was down.\n"
    }
    files["content/runbooks/incident-response.md"] = policy
    files["content/site.yml"] = settings
    return try Texts(files)
  }

  @Test(
    arguments: [
      (rows, "SEV 1", "SEV-1", 0), (columns, "Sev3", "SEV-3", 2), (table, "high", "SEV-2", 1),
      (table, "SEV-3", "SEV-3", 2), (list, "SEV-1", "SEV1", 0), (headings, "sev2", "SEV-2", 1),
    ])
  func theScaleIsThePolicys(policy: String, written: String, name: String, rank: Int) async throws {
    let checked = try await texts([written], policy: policy).checked()
    let severity = checked.library.incidents.first?.severity
    #expect(severity?.name == name)
    #expect(severity?.rank == rank)
    #expect(!checked.judgement.findings.contains { $0.code == "PM004" })
  }

  @Test func aMatrixIsReadInBothDirections() async throws {
    for policy in [Self.rows, Self.columns] {
      let checked = try await texts(["SEV-1"], policy: policy).checked()
      let matrix = try #require(checked.library.process?.communicationMatrix)
      let worst = try #require(checked.library.scale.severities.first)
      #expect(matrix.cell(severity: worst, channel: "leadership") == "Immediately")
      #expect(matrix.rows.count == 3)
    }
  }

  @Test(
    arguments: [
      ("severities: [SEV-1, SEV-2]", "SEV 2", "SEV-2"),
      ("severities: {Kritisch: [Critical, SEV-1], Normal: }", "SEV1", "Kritisch"),
      ("severities: {Red: Critical, Amber: [High, P2]}", "P2", "Amber"),
    ])
  func theSettingsMapWords(settings: String, written: String, name: String) async throws {
    let checked = try await texts([written], policy: Self.rows, settings: settings + "\n").checked()
    #expect(checked.library.incidents.first?.severity?.name == name)
    #expect(!checked.judgement.findings.contains { $0.path == "content/site.yml" })
  }

  @Test(
    arguments: ["severities: SEV-1", "severities: [[a]]", "severities: {A: [B], b: }"])
  func aWrongSettingIsAFinding(settings: String) async throws {
    let found = try await texts(["P1"], settings: settings + "\n").checked().judgement.findings
    #expect(found.filter { $0.path == "content/site.yml" }.map(\.code) == ["BS017"])
  }

  @Test func aLevelIsChosenByTheTeamsSeverity() async throws {
    let settings = "severities: [SEV-1, SEV-2]\nchecklist: {PM002: {sev 2: off, P3: note}}\n"
    let found = try await texts(["SEV-2"], settings: settings).checked().judgement.findings
    #expect(!found.contains { $0.code == "PM002" })
    #expect(
      found.filter { $0.path == "content/site.yml" }.map(\.message) == ["'P3' is not a severity"])
  }

  @Test func aWordOnNoScaleIsKeptAndShown() async throws {
    let texts = try texts(["SEV-1", "High", "Critical"])
    let checked = try await texts.checked(isWriting: true)
    #expect(checked.library.facet(.severity)?.values.map(\.key) == ["Critical", "High", "SEV-1"])
    let notes = checked.judgement.findings.filter { $0.code == "PM004" }
    #expect(notes.map(\.level) == [.note, .note, .note])
    #expect(
      notes.first?.message == "severity 'SEV-1' is on no scale that the team has stated")
    let path = try #require(
      checked.plan.files.map(\.path).first {
        $0.hasSuffix("0/index.html") && $0.contains("/incidents/")
      })
    let page = try #require(try texts.text(path, of: checked))
    #expect(page.contains("<span class=\"sev sev-word\">SEV-1</span>"))
    #expect(!page.contains("sev-none"))
    let insights = try #require(
      try texts.text("static/archive/insights/index.html", of: checked))
    #expect(!insights.contains("of them P0"))
    let post = try #require(
      try texts.text("docs/learning/figures.md", of: checked))
    #expect(!post.contains("P0"))
    #expect(post.contains("SEV-1"))
  }

  @Test func unknownSeveritiesAreCounted() async throws {
    let texts = try texts(["SEV-1", "Purple"], policy: Self.rows)
    let checked = try await texts.checked(isWriting: true)
    let insights = try #require(
      try texts.text("static/archive/insights/index.html", of: checked))
    #expect(insights.contains("2 incidents, 1 of them SEV-1, 1 of unknown severity."))
    #expect(
      checked.judgement.findings.first { $0.code == "PM004" }?.message
        == "severity 'Purple' is not one of SEV-1, SEV-2, SEV-3")
  }
}
