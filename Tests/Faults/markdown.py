"""Rows 26 to 32: Markdown."""
import re

from harness import GOOD, QUICK, Project, built, expect, test

N = 5_000 if QUICK else 20_000

# The shapes of cmark's own list of inputs that once took quadratic time or too much stack.
PATHOLOGICAL = {
    "nested strong": lambda n: "*a **a " * n + "b" + " a** a*" * n,
    "many closers": lambda n: "a_ " * n, "many openers": lambda n: "_a " * n,
    "link closers": lambda n: "a]" * n, "link openers": lambda n: "[a" * n,
    "mismatched": lambda n: "*a_ " * n, "openers and closers": lambda n: "*_* _ " * n,
    "link over emphasis": lambda n: "[ a_" * n, "brackets": lambda n: "[" * n + "a" + "]" * n,
    "quotes": lambda n: "> " * n + "a", "lists": lambda n: "\n".join("  " * x + "* a" for x in range(min(n, 400))),
    "code spans": lambda n: "".join("e" + "`" * x for x in range(1, min(n, 2_000))),
    "hard link": lambda n: "[ (](" * n, "html blocks": lambda n: "<!-- a\n" * n, "unclosed html": lambda n: "<?" * n,
    "declarations": lambda n: "<!A " * n, "entities": lambda n: "&" * n, "backslashes": lambda n: "\\" * n,
    "link titles": lambda n: '[a](b "' * n, "angle links": lambda n: "[a](<b" * n, "references": lambda n: "".join(f"[x{i}]: u\n" for i in range(n)),
    "reference uses": lambda n: "[u]: x\n\n" + "[u][" * n, "tables": lambda n: "|a|b|\n|-|-|\n" + "|x|\n" * n, "wide table": lambda n: "|" * n + "\n" + "|-" * n + "|\n",
    "strikes": lambda n: "~~a ~~b " * n, "footnotes": lambda n: "".join(f"[^{i}] " for i in range(n)), "nul": lambda n: "abc\0" * n,
}


def page_of(project, name="a"):
    """The archive's page of a review."""
    return project.tree()[f"static/archive/incidents/{name}/index.html"].decode()


@test(26, "pathological inputs end in time")
def pathological():
    slow = []
    for name, make in PATHOLOGICAL.items():
        with Project({"incidents/a.md": GOOD + "\n" + make(N) + "\n"}) as project:
            run = project.build("--keep-going", timeout=40)
            expect(run.code in (0, 1), name, run)
            if run.seconds > 20:
                slow.append(f"{name}: {run.seconds:.1f} s")
    expect(not slow, slow)


@test(27, "deep nesting is cut at a limit")
def depth():
    for name, text in [("quotes", ">" * 100_000 + " a"), ("brackets", "[" * 50_000), ("emphasis", "*a **a " * 30_000),
                       ("list", "\n".join("  " * i + "- a" for i in range(500)))]:
        with Project({"incidents/a.md": GOOD + "\n" + text + "\n"}) as project:
            run = project.build("--keep-going", timeout=60)
            expect(run.code in (0, 1), name, run)
            if name == "quotes":
                expect("BS006" in run.text, run)


@test(28, "code stays code in both outputs")
def code():
    inner = "value <b> {x} *a* | ``` |\n    deep"
    shapes = ["~~~\n" + inner + "\n~~~\n", "- item\n\n  ~~~\n  " + inner.replace("\n", "\n  ") + "\n  ~~~\n", "~~~~~\n~~~\n" + inner + "\n~~~\n~~~~~\n"]
    for shape in shapes:
        with built({"incidents/a.md": GOOD + "\n" + shape}) as project:
            html = [p for p in project.site("value &lt;b&gt; {x} *a* | ``` |\n    deep") if p.endswith(".html")]
            expect(html, "not in the archive", shape)
            posts = [p for p in project.site("value <b> {x} *a* | ``` |") if p.startswith("blog/")]
            expect(posts, "not in the post", shape)


@test(29, "table cells with pipes, ragged rows, no header")
def tables():
    text = "\n| Service | Note |\n|---|---|\n| a \\| b | c |\n| only |\n| x | y | z |\n"
    with built({"incidents/a.md": GOOD + text}) as project:
        page = page_of(project)
        rows = re.findall(r"<tr>(.*?)</tr>", page, re.S)
        cells = [[re.sub(r"<.*?>", "", c).strip() for c in re.findall(r"<t[dh][^>]*>(.*?)</t[dh]>", row, re.S)] for row in rows]
        expect(["a | b", "c"] in cells, cells)
        expect(["only", ""] in cells, cells)
        lost = ["x", "y", "z"] not in cells
        expect(not lost or any(x.get("line") == 24 for x in project.findings()), "the third cell is lost without a finding", cells)


@test(30, "equal headings have ids of their own")
def ids():
    text = GOOD + "\n## Notes\n\none\n\n## Notes\n\ntwo\n"

    def notes(project):
        return [i for i in re.findall(r'id="([^"]*notes[^"]*)"', page_of(project))]
    with built({"incidents/a.md": text}) as project, built({"incidents/a.md": text + "\n## Notes\n\nthree\n"}) as more:
        first, second = notes(project), notes(more)
        expect(len(set(first)) == len(first) >= 2, first)
        expect(second[: len(first)] == first, first, second)


@test(31, "references without a definition")
def references():
    text = GOOD + "\nSee [the log][nolog] and this[^nofoot].\n"
    with Project({"incidents/a.md": text}) as project:
        found = [x for x in project.findings() if x.get("line") == 20]
        expect(any("nolog" in x["message"] for x in found), project.findings())
        expect(any("nofoot" in x["message"] for x in found), project.findings())


@test(32, "headings of emoji or punctuation have an id")
def odd_headings():
    with built({"incidents/a.md": GOOD + "\n## \U0001f525\n\none\n\n## !!!\n\ntwo\n\n## ???\n\nthree\n"}) as project:
        page = page_of(project)
        heads = re.findall(r"<h[2-4][^>]*>[^<]*(?:\U0001f525|!!!|\?\?\?)", page)
        ids = [re.search(r'id="([^"]+)"', head) for head in heads]
        expect(len(heads) == 3 and all(ids), heads)
        expect(len({i[1] for i in ids}) == 3, ids)
