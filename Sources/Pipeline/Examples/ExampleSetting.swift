internal import Runbooks

/// The content that the rules' examples are checked against: a process with its matrix and decision trees,
/// the known names, and what the team runs.
enum ExampleSetting {
  /// The files, by their paths in the content folder.
  static let files = operations.merging(pages) { first, _ in first }

  /// A playbook, an inventory and alerts.
  static let operations = [
    "infrastructure/playbooks/rollback.yml": """
    - hosts: "{{ app }}"
      tasks:
        - ansible.builtin.command:
            argv: [deploy, "{{ app }}", "{{ version }}"]

    """,
    "infrastructure/inventory/production": """
    [api]
    prod-api-1
    prod-api-2

    """,
    "infrastructure/alerts.yml": """
    groups:
      - name: hosts
        rules:
          - alert: HostDown
            expr: up == 0

    """,
  ]

  private static let pages = [
    "runbooks/incident-response.md": process,
    "runbooks/HostDown.md": HostDownExample.page(),
    "authors.yml": "ada-quist:\n  name: Ada Quist\n",
    "tags.yml": "database:\n  label: Database\nsecurity:\n  label: Security\n",
    "site.yml": """
    services:
      checkout: Checkout
    factors:
      saturation: A limit that nobody watched

    """,
  ]

  private static let process = """
    ---
    title: Incident response
    description: How we respond.
    owner: "@lead"
    last_verified: 2025-12-01
    ---

    ## Response policy

    | Step | Window |
    | --- | --- |
    | Acknowledge | within 5 minutes |
    | Internal update | every 10 minutes |
    | External update | every 15 minutes |
    | Escalate | after 30 minutes stuck |
    | Post-incident review | within 48 hours |

    ## Communication matrix

    | Severity | Chat | Status page | Email | Leadership |
    | --- | --- | --- | --- | --- |
    | P0 | Immediate | Yes | Yes | Immediately |
    | P1 | Immediate | If >1hr | Yes | If >30min |
    | P2 | When fixed | No | No | Daily summary |
    | P3 | When fixed | No | No | No |

    ## Decision trees

    ### Is this an incident?

    ```text
    Customer impact?  → Yes → P0 or P1
                      → No → P2 or P3
    Security related? → Yes → Also alert #security
                      → No → Continue
    ```

    ### Should I escalate?

    ```text
    Data loss risk? → Yes → Escalate + get approval before action
                    → No → Continue
    ```

    """
}
