"""Rows 33 to 42: injection into the archive, reports and feeds."""
import html.parser
import json
import os
import re
import subprocess
import tempfile

from harness import GOOD, ROOT, Project, Skipped, built, expect, needs, no_feature, review, test

MARKUP = ['<script>alert(1)</script>', '<img src=x onerror=alert(1)>', '<svg onload=alert(1)>', '<iframe src=//x>', '<style>*{display:none}</style>',
          '<base href=//x>', '<form action=//x>', '<meta http-equiv=refresh content=0;url=//x>']
# A picture of one pixel.
PIXEL = bytes.fromhex("89504e470d0a1a0a0000000d4948445200000001000000010806000000"
                      "1f15c4890000000d49444154789c6360606060000000050001a5f645400000000049454e44ae426082")


class Elements(html.parser.HTMLParser):
    def __init__(self, text):
        super().__init__()
        self.found = []
        self.feed(text)

    def handle_starttag(self, tag, attributes):
        self.found.append((tag, dict(attributes)))


def elements(project):
    for path, content in project.tree().items():
        if path.startswith("static/archive/") and path.endswith(".html"):
            for tag, attributes in Elements(content.decode()).found:
                yield path, tag, attributes


def expect_inert(project):
    for path, tag, attributes in elements(project):
        for name, value in attributes.items():
            expect(not name.startswith("on"), path, tag, attributes)
            if name in ("href", "src", "action") and value:
                # A scheme as a browser reads it, after it has left out spaces and controls.
                scheme = re.match(r"([a-z][a-z0-9+.-]*):", re.sub(r"[\x00-\x20]", "", value).lower())
                expect(not scheme or scheme[1] in ("http", "https", "mailto"), path, tag, attributes)
            expect(name not in ("href", "src", "action") or tag == "a" or "//x" not in (value or ""), path, tag, attributes)
        expect(tag != "script" or attributes.get("src"), path, "an inline script")
        expect(tag not in ("iframe", "base", "object", "embed", "style"), path, tag)


def everywhere(markup):
    """A review with the markup in every place that people write."""
    quoted = markup.replace("'", "''")
    return GOOD.replace("severity: P2", f"severity: P2\ntitle: 'T {quoted}'\ntags: ['t {quoted}']\nservices: ['s {quoted}']\nauthors: ['a {quoted}']") \
        .replace("# Checkout down", f"# H {markup}").replace("Error rate at 25%", f"E {markup}") \
        .replace("Alert on pool use", f"I {markup}").replace("A pool of ten connections.", f"B {markup}\n\n```{markup}\nC {markup}\n```\n\n![alt {markup}](p.png \"{markup}\")\n")


@test(33, "markup in every field is text")
def markup():
    for text in MARKUP:
        with built({"incidents/a.md": everywhere(text), "runbooks/r.md": f"# R {text}\n\n## Steps\n\n1. S {text}\n", "incidents/b.md": GOOD.replace("P2", f"'{text}'")}) as project:
            expect_inert(project)
            for path, content in project.tree().items():
                if path.startswith("blog/") and path.endswith(".md"):
                    body = re.sub(rb"```.*?```", b"", content.split(b"\n---\n", 1)[1], flags=re.S)
                    live = [x for x in body.split(b"\n") if re.search(rb"(?<!\\)<script>", re.sub(rb"`[^`]*`|^#.*", b"", x))]
                    expect(not live, path, live)


@test(34, "quotes with combining marks do not end an attribute")
def combining():
    for text in ['"\u0301 onfocus=alert(1) x="', "<\u0338script>", "&\u0300quot;", "'\u20dd onfocus=alert(1) '", '"\u0301><svg onload=alert(1)>']:
        with built({"incidents/a.md": everywhere(text)}) as project:
            expect_inert(project)


@test(35, "addresses that run or read something are no links")
def addresses():
    for address in ("javascript:alert(1)", "JaVaScRiPt:alert(1)", "java&#x0A;script:alert(1)", "&#x01;javascript:alert(1)", "vbscript:x", "data:text/html,x", "data:image/svg+xml,x", "file:///etc/passwd"):
        text = GOOD + f'\nSee [the words]({address}) and ![picture words]({address}) and <a href="{address}">raw words</a>.\n'
        with built({"incidents/a.md": text}) as project:
            expect_inert(project)
            expect(any(p.endswith(".html") for p in project.site("the words")), "the text is lost", address)
            for path, content in project.tree().items():
                if path.startswith("blog/") and path.endswith(".md"):
                    expect(f"]({address})".encode() not in content, "live in the post", path, address)


@test(36, "titles do not break out of scripts, feeds and data")
def data():
    for text in ("</script><script>alert(1)</script>", "<!--", "]]>", "a\u2028b"):
        with built({"incidents/a.md": everywhere(text)}) as project:
            expect_inert(project)
            for path, content in project.tree().items():
                if path.endswith(".json"):
                    json.loads(content)
                    expect(b"</script" not in content, path)
                if path.endswith(".js") and "search/" in path:
                    expect(b"</script" not in content and "\u2028".encode() not in content, path)


@test(37, "markup in a query stays text")
@test(38, "no violation of the pages' own policy, over HTTP and from the disk")
@test(80, "search and filters work over HTTP, below a path, and from the disk without a request")
def browser():
    needs("node", os.environ.get("CHROMIUM", "chromium"))
    if not (ROOT / "site/node_modules/playwright-core").exists():
        raise Skipped("site/node_modules is missing: run .ci/docusaurus-test once")
    with built({"incidents/p.png": PIXEL, "incidents/a.md": everywhere("<script>alert(1)</script>"), "incidents/b.md": GOOD.replace("Checkout", "Zebra"), "runbooks/r.md": "# Zebra relay\n\n## Steps\n\n1. Restart.\n"}) as project:
        done = subprocess.run(["node", str(ROOT / "Tests/Faults/archive-browser.mjs"), str(project.at("site/static/archive")), "Zebra"], capture_output=True, text=True, timeout=300)
        expect(done.returncode == 0, done.stdout, done.stderr[-2000:])
        return done.stdout.strip().splitlines()[-1]


@test(39, "a colour in the settings is no style sheet")
def colour():
    for text in ("red;}body{background:url(//x)}", "url(//x)", "</style><script>"):
        for key in ("accent", "color", "colour", "theme"):
            with Project({"incidents/a.md": GOOD, "site.yml": f"{key}: '{text}'\n"}) as project:
                run = project.build("--keep-going")
                expect("site.yml:1:" in run.text, key, run)
                expect(not project.site("url(//x)"), key, project.site("url(//x)"))


@test(40, "reports neutralize line breaks, commands and escapes")
def reports():
    for text in ("a\\n::error::b", "a\\e[31mb\\e]0;x\\a", "a\\r::warning::b"):
        files = {"incidents/a.md": GOOD.replace("severity: P2", f'severity: P2\ntitle: "{text}"\nstatus: "{text}"\nseverty: "{text}"').replace("P2", "P99")}
        with Project(files) as project:
            for format in ("text", "github", "gitlab", "json", "sarif", "junit"):
                run = project.check("--format", format)
                expect(b"\x1b" not in run.out + run.err and b"\x07" not in run.out + run.err, format, run)
                commands = [x for x in run.out.split(b"\n") if x.startswith(b"::")]
                expect(format == "github" or not commands, format, commands)
                expect(all(re.match(rb"::(error|warning|notice) file=content/", x) for x in commands), commands)
    name = "incidents/a\n::error::x.md"
    with Project({name: "# a\n"}) as project:
        for format in ("text", "github"):
            run = project.check("--format", format)
            expect(not any(x.startswith(b"::error::") for x in run.out.split(b"\n")), format, run)


no_feature(41, "formula cells in a CSV export")
no_feature(42, "line breaks and folding in iCalendar")
