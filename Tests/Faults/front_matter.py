"""Rows 12 to 21: front matter."""
import time

from harness import GOOD, Project, built, expect, expect_found, expect_refused, test

HEAD = "date: 2026-01-10\nseverity: P2\n"


def with_lines(lines):
    return GOOD.replace("severity: P2\n", "severity: P2\n" + lines)


@test(12, "broken YAML is told at its line and column")
def broken():
    for lines, line in [('title: "open\n', None), ("\ttitle: a\n", 4), ("tags:\n- a\n  - b: c\n d\n", None), ("title: a: b\n", 4)]:
        found = expect_refused({"incidents/bad.md": with_lines(lines)}, "BS010")
        expect(4 <= found["line"] <= 8, lines, found)
        expect(line is None or found["line"] == line, lines, found)
        expect(found["column"] >= 1)


@test(13, "front matter without an end and other languages")
def fences():
    expect_refused({"incidents/bad.md": "---\ntitle: A\n\n# A\n"}, "BS013", line=1)
    for start in ("---js", "---toml", "+++"):
        text = GOOD.replace("---\ndate", f"{start}\ndate", 1)
        with Project({"incidents/bad.md": text}) as project:
            run = project.check()
            expect(run.code == 1 and "incidents/bad.md:1:" in run.text, start, run)
    for start in ("----",):
        with Project({"incidents/bad.md": GOOD.replace("---\ndate", f"{start}\ndate", 1)}) as project:
            expect(project.findings(), start)


@test(14, "a key that is there twice")
def duplicate():
    found = expect_refused({"incidents/bad.md": with_lines("title: a\nseverity: P1\n")}, "BS012", line=5)
    expect("3" in found["message"] + (found.get("help") or ""), "the first line is not named", found)


@test(15, "an alias bomb is refused at its first anchor")
def alias_bomb():
    bomb = "a: &a [x,x,x,x,x,x,x,x,x]\n" + "".join(f"{chr(98 + i)}: &{chr(98 + i)} [{','.join(['*' + chr(97 + i)] * 9)}]\n" for i in range(7))
    found = expect_refused({"incidents/bad.md": with_lines(bomb)}, "BS011", line=4)
    with Project({"incidents/bad.md": with_lines(bomb)}) as project:
        expect(project.check().seconds < 3)


@test(16, "deep nesting in front matter")
def deep():
    for lines in ("x: " + "[" * 5_000 + "]" * 5_000 + "\n", "x: " + "{a: " * 5_000 + "}" * 5_000 + "\n", "x:\n" + "".join("  " * i + "- \n" for i in range(1, 3_000))):
        with Project({"incidents/bad.md": with_lines(lines)}) as project:
            run = project.check()
            expect(run.code == 1 and run.seconds < 10, run)


@test(17, "scalars are read as written")
def scalars():
    with built({"incidents/a.md": with_lines("title: 010\nid: 007\n")}) as project:
        expect(project.site("010"), "a title in digits is lost")
    for lines in ("started: 10:05\n", "status: no\n"):
        with Project({"incidents/a.md": with_lines(lines)}) as project:
            text = project.check().text
            expect("630" not in text and "36300" not in text and "false" not in text, text)


@test(18, "tags and merge keys are refused")
def yaml_tags():
    for lines in ("title: !!binary aGk=\n", "title: !!python/object:os.system a\n", "title: !x a\n", "<<: {title: a}\n"):
        with Project({"incidents/bad.md": with_lines(lines)}) as project:
            errors = [x for x in project.findings() if x["level"] in ("error", "warning") and x.get("line") == 4]
            expect(errors, lines, project.findings())


@test(19, "an unknown key with its likely spelling")
def unknown_key():
    with Project({"incidents/a.md": GOOD.replace("severity", "severtiy")}) as project:
        found = [x for x in project.findings() if x.get("line") == 3]
        expect(any("severity" in x["message"] + (x.get("help") or "") for x in found), project.findings())


@test(20, "values of the wrong shape")
def shapes():
    for lines in ("tags: {a: 1}\n", "services: {api: 1}\n", "authors: 5\n", "tags: a, b\n", "tags: [[a]]\n", "title: [a]\n"):
        with Project({"incidents/a.md": with_lines(lines)}) as project:
            found = [x for x in project.findings() if x.get("line") == 4]
            expect(found, f"{lines!r} is taken without a word", project.findings())


@test(21, "a second document in the front matter")
def second():
    with Project({"incidents/a.md": with_lines("...\ntitle: b\n")}) as project:
        run = project.check()
        expect(run.code == 1 and ":4:" in run.text, run)
