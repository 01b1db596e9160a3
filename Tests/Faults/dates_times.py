"""Rows 22 to 25: dates and times."""
from harness import GOOD, Project, built, expect, test


@test(22, "dates and times that do not exist")
def impossible():
    for date in ("2026-02-30", "2026-13-40", "2026-00-10", "0000-00-00"):
        with Project({"incidents/a.md": GOOD.replace("2026-01-10", date)}) as project:
            found = [x for x in project.findings() if x["level"] == "error" and x.get("line") == 2]
            expect(found, date, project.findings())
    for time in ("24:30", "10:75", "25:00", "99:99"):
        with Project({"incidents/a.md": GOOD.replace("10:40 UTC", time + " UTC")}) as project:
            expect([x for x in project.findings() if x.get("line") == 10], time, project.findings())


@test(23, "zones that contradict, and hours that come twice or never")
def zones():
    for text in ("10:05 PST (UTC-7)",):
        with Project({"incidents/a.md": GOOD.replace("10:05 UTC", text)}) as project:
            expect([x for x in project.findings() if x.get("line") == 9], text, project.findings())


@test(24, "timelines out of order and in the future")
def order():
    with Project({"incidents/a.md": GOOD.replace("10:40 UTC", "09:10 UTC")}) as project:
        expect([x for x in project.findings() if x.get("line") == 10], project.findings())
    text = GOOD.replace("severity: P2\n", "severity: P2\nstarted: 2026-01-10T10:05Z\nresolved: 2026-01-10T09:00Z\n")
    with Project({"incidents/a.md": text}) as project:
        expect([x for x in project.findings() if x["level"] in ("error", "warning") and x.get("line") in (4, 5)], project.findings())
    with Project({"incidents/a.md": GOOD.replace("2026-01-10", "2062-01-10"), "incidents/b.md": GOOD.replace("Checkout", "Cart")}) as project:
        expect([x for x in project.findings("--now", "2026-02-01") if x["path"].endswith("a.md") and x.get("line") == 2], project.findings())
        project.build("--keep-going")
        expect(any("2062-01-10" in p for p in project.tree()), "a review of the future is hidden")


@test(25, "zone and locale of the machine change no byte")
def surroundings():
    with Project({"incidents/a.md": GOOD, "incidents/b.md": GOOD.replace("Checkout", "İIıi")}) as project:
        expect(project.build().code == 0)
        plain = project.tree()
        for env in ({"TZ": "Pacific/Kiritimati"}, {"TZ": "America/St_Johns"}, {"LC_ALL": "tr_TR.UTF-8"}, {"LANG": "C", "LC_ALL": "C"}, {"TZ": ":/nonexistent"}):
            run = project.build("--site", "other", env=env)
            expect(run.code == 0 and project.tree("other") == plain, env, run)
