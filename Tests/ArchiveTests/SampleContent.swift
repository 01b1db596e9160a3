/// A small content folder that has one of everything the archive shows.
enum SampleContent {
  static let all: [String: String] = [
    "incidents/incident-2026-02-03-001/review.md": review,
    "incidents/incident-2026-02-03-001/timeline.md": timeline,
    "incidents/incident-2026-02-03-001/queue depth.svg":
      "<svg xmlns=\"http://www.w3.org/2000/svg\"/>",
    "incidents/2025-06-30-old-key.md": older,
    "runbooks/incident-response.md": process,
    "runbooks/alerts/MailQueueGrows.md": alert,
    "notes/limits.txt": "none",
  ]

  static let review = """
    ---
    title: Mail <held> back & "lost"
    severity: P1
    services: [mail]
    tags: [queues]
    authors: [rosa]
    factors: [saturation]
    detection: customer
    reviewed: 2026-02-04 10:00 UTC
    ---

    ## Summary

    Mail waited for an hour because the queue was full.

    ## Impact

    About 900 messages were late. See [the limits](../../notes/limits.txt).

    ## Root cause

    The disk was full: `452 4.3.1 Insufficient system storage`.

    ![Depth of the queue](queue%20depth.svg)

    ## Lessons learned

    - Watch the disk of the relay, as in [an older case](../2025-06-30-old-key.md#root-cause).

    ## Action items

    - [ ] Alert on a full disk @rosa due 2026-02-10
    - [x] Clean the spool @li

    ## Follow-up

    Used [the alert runbook](../../runbooks/alerts/MailQueueGrows.md) and
    [the tree](../../runbooks/incident-response.md#is-it-the-queue). The
    [timeline](timeline.md) has the rest; [status](https://status.example.com) was quiet.

    """

  static let timeline = """
    # Timeline

    All times in UTC.

    - 08:00 - Disk of the relay full, mail starts to fail
    - 08:20 - First report noticed by support
    - 08:22 - @oncall acknowledging
    - 08:50 - Mitigation applied: spool moved
    - 09:10 - RESOLVED

    """

  static let older = """
    ---
    title: An old key signed mail
    date: 2025-06-30
    severity: P3
    services: [mail]
    factors: [saturation]
    ---

    ## Summary

    Mail was signed with a key that had been replaced.

    ## Root cause

    Nobody owned the key.

    """

  static let process = """
    # Incident response

    ## Phase 1: Detection (0–5 minutes)

    Look.

    ## Decision trees

    ### Is it the queue?

    ```text
    Queue growing? → Yes → Move the spool
                   → No → Look elsewhere
    Disk full?     → Yes → Clean it
                   → No → Escalate
    ```

    ## Communication matrix

    | Severity | Chat | Status page |
    | --- | --- | --- |
    | P0 | Immediate | Yes |
    | P1 | Immediate | If >1hr |

    ## Update templates

    ### Internal update

    ```text
    [time] UPDATE
    Status: [status]
    ```

    """

  static let alert = """
    ---
    title: Mail queue grows
    description: The relay takes more mail than it sends.
    last_verified: 2025-01-01
    services: [mail]
    alert: MailQueueGrows
    ---

    ## Meaning

    More than 500 messages wait.

    ## Mitigation

    ```bash
    ansible-playbook playbooks/spool.yml -e "move=true" -i inventory/production
    ```

    """

  /// As many small reviews as wanted, one per day.
  static func reviews(_ count: Int) -> [String: String] {
    var documents: [String: String] = [:]
    for number in 0..<count {
      let month = number / 28 % 12 + 1
      let day = number % 28 + 1
      let date =
        "\(2000 + number / 336)-\(month < 10 ? "0" : "")\(month)-\(day < 10 ? "0" : "")\(day)"
      documents["incidents/\(date)-case-\(number).md"] = """
        ---
        title: Case \(number)
        severity: P\(number % 4)
        services: [mail]
        ---

        ## Summary

        Case \(number) was short.

        ## Lessons learned

        - Lesson \(number).

        ## Action items

        - [ ] Do \(number) @rosa

        """
    }
    return documents
  }
}
