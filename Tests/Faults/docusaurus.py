"""Rows 43 to 46: injection into Docusaurus' pages. What Docusaurus makes of them: make docusaurus-test."""
import re

from harness import GOOD, Project, built, expect, expect_refused, test

LIVE = ["{process.env.SECRET}", "{\u0301x}", "import x from 'y'", "export const a = 1", "<Foo/>", "<5ms", "${{ secrets.X }}", "<https://x.example>"]


def posts(project):
    return {p: t.decode() for p, t in project.tree().items() if p.startswith("blog/") and p.endswith((".md", ".mdx"))}


@test(43, "expressions, imports and components are pinned to plain Markdown")
def expressions():
    for text in LIVE:
        with built({"incidents/a.md": GOOD + "\n" + text + "\n", "runbooks/r.md": "# R\n\n## Steps\n\n" + text + "\n"}) as project:
            for path, page in posts(project).items():
                expect('mdx: {"format": "md"}' in page, path, page[:400])
        with built({"incidents/a.mdx": GOOD + "\n" + text.replace("<", "\\<").replace("{", "\\{") + "\n"}) as project:
            expect(project.built.code in (0, 1))


MARKER = re.compile(r"<!--\s*truncate\s*-->|\{/\*\s*truncate\s*\*/\}")


@test(44, "the first mark of truncation is the build's own")
def truncation():
    # Docusaurus cuts at the first match, also in code: docusaurus-plugin-content-blog, truncateMarker.
    fence = "\n```\n<!-- truncate -->\n```\n"
    entry = "- 10:05 UTC - Error rate"
    expect(entry in GOOD)
    for name, text in (
        ("a.md", GOOD + fence), ("a.md", GOOD.replace("## Timeline", fence + "\n## Timeline")), ("a.md", GOOD.replace("Error rate", "`<!-- truncate -->` error rate")),
        ("a.md", GOOD.replace("down\n", "down <!-- truncate -->\n")), ("a.md", GOOD.replace("## Root cause", "<!-- truncate -->\n\n## Root cause")),
        # Chat messages, a title in the front matter, the mark of MDX, indented code and code of several lines.
        ("a.md", GOOD.replace(entry, "- 10:04 UTC - ana: paste <!-- truncate --> here\n" + entry)), ("a.md", GOOD.replace(entry, "- 10:04 UTC - ana: {/* truncate */}\n" + entry)),
        ("a.md", GOOD.replace("severity: P2", 'severity: P2\ntitle: "Cut <!-- truncate --> here"')), ("a.md", GOOD.replace("## Timeline", "{/* truncate */}\n\n## Timeline")),
        ("a.md", GOOD.replace("## Timeline", "    <!-- truncate -->\n\n## Timeline")), ("a.md", GOOD.replace("## Timeline", "> ```\n> <!--truncate-->\n> ```\n\n## Timeline")),
        ("a.mdx", GOOD.replace("## Timeline", fence + "\n{/* truncate */}\n\n## Timeline")), ("a.mdx", GOOD.replace("Error rate", "`{/* truncate */}` error rate")),
    ):
        with built({f"incidents/{name}": text}) as project:
            expect(posts(project), name, text, project.built)
            for path, page in posts(project).items():
                mark = MARKER.search(page)
                expect(mark, path, page)
                before = page[: mark.start()]
                expect(before.endswith("\n\n") and page[mark.end()] == "\n", path, page)
                expect(len(re.findall(r"^```", before, re.M)) % 2 == 0, path, page)


@test(45, "colons, brackets and paths stay as written in both outputs")
def directives():
    words = ["log:line[42]", ":tada:", "/etc/passwd", "a::b", "pods[0]:ready"]
    text = GOOD + "\n" + "\n\n".join(words) + "\n\n:::danger\n\nStop.\n\n:::\n"
    with built({"incidents/a.md": text}) as project:
        for word in words:
            expect(any(p.endswith(".html") for p in project.site(word)), word)
            for path, page in posts(project).items():
                # An empty element shows nothing and parts what Docusaurus would replace.
                shown = re.sub(r"\\(?=[\[\]:])|&#x?[0-9a-fA-F]+;", lambda m: {"&#58;": ":", "&#x3a;": ":", "&#x3A;": ":", "&#91;": "[", "&#x5b;": "["}.get(m[0], ""), page).replace("<span></span>", "")
                expect(word in shown, path, word)


@test(46, "two posts at one address, and slugs that Docusaurus takes")
def slugs():
    same = {"incidents/a.md": GOOD.replace("severity: P2", "severity: P2\nslug: same"), "incidents/b.md": GOOD.replace("severity: P2", "severity: P2\nslug: same").replace("Checkout", "Cart")}
    with Project(same) as project:
        run = project.build()
        expect(run.code == 1 and not project.tree(), run)
    for slug in ("tags", "archive", "page/2", "authors", "A"):
        with Project({"incidents/a.md": GOOD.replace("severity: P2", f"severity: P2\nslug: {slug}"), "incidents/b.md": GOOD.replace("severity: P2", "severity: P2\nslug: a").replace("Checkout", "Cart")}) as project:
            run = project.build()
            paths = project.tree()
            clash = [p for p in paths if re.match(r"blog/(tags|archive|authors|page)(/|\.md)", p)]
            expect(run.code == 1 or not clash, slug, clash, run)
            expect(slug != "A" or run.code == 1 or len({p.lower() for p in paths}) == len(paths), slug)
