"""What happens to the reviews between two runs."""
from contenders import ROOT


def replace(path, old, new):
    text = path.read_text()
    if old not in text:
        raise SystemExit(f"{path} has no {old!r} to edit")
    path.write_text(text.replace(old, new, 1))


def cases(ours):
    """Each with a name, what is done before each run, and the command."""
    middle = ours.reviews[len(ours.reviews) // 2]
    newest = ours.reviews[-1].read_text()
    build, nothing = ours.command(), lambda number: None

    def body(number):
        replace(middle, "## Impact\n", f"## Impact\n\nEdit number {number}.\n")

    def title(number):
        lines = middle.read_text().split("\n")
        place = next(n for n, line in enumerate(lines) if line.startswith("title:"))
        lines[place] = f'title: "Another title, number {number}"'
        middle.write_text("\n".join(lines))

    def review(number):
        text = newest.replace("title: \"", f"title: \"Newer {number} ", 1)
        lines = text.split("\n")
        place = next(n for n, line in enumerate(lines) if line.startswith("date:"))
        lines[place] = f"date: 2027-01-{number + 1:02}T10:00:00Z"
        path = ours.folder / "content" / "incidents" / "2027" / f"2027-01-{number + 1:02}-newer.md"
        path.parent.mkdir(exist_ok=True)
        path.write_text("\n".join(lines))

    def policy(number):
        if not ours.policy.exists():
            from measure import measured
            ours.policy.write_text((ROOT / "content" / "runbooks" / "incident-response.md").read_text())
            measured(build, ours.folder)
        rows = ours.policy.read_text().split("\n")
        place = next(n for n, line in enumerate(rows) if line.startswith("| Acknowledge |"))
        rows[place] = f"| Acknowledge | within {6 + number} minutes | detection |"
        ours.policy.write_text("\n".join(rows))

    whole = ours.command("check")
    one = ours.command("check", middle.relative_to(ours.folder))
    return [
        ("nothing changed", nothing, build),
        ("the body of one review edited", body, build),
        ("the title of one review edited", title, build),
        ("a new newest review", review, build),
        ("check of all, nothing changed", nothing, whole),
        ("check of one review, edited", body, one),
        ("the policy edited", policy, build),
    ]
