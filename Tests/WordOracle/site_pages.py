"""The pages of a built site, by the document that each is made from."""

import re
from dataclasses import dataclass, field
from html import unescape
from pathlib import Path
from urllib.parse import unquote

from reading import HEADING_ID, Reading, front_matter, parsed, read_marked, read_markdown, read_tree, without_mdx

# The tags of the templates that put a document's own text into a page, as it is written.
DOCUMENT = {
    "summary.html",
    "lessons.html",
    "timeline.plain.plain",
    "timeline.written.written",
    "body",
    "actions.written.written",
}
# What is made from the text, and the part that shows the same as it is written, if there is one. It repeats, so it
# invents nothing; only where the other part is not there, it shows words that nothing else does.
MADE = {
    "title": None,
    "summary.heading": None,
    "lessons.heading": None,
    "timeline.heading": None,
    "actions.heading": None,
    "timeline.hasEntries.entries": "timeline.written.written",
    "items": "actions.written.written",
}

CHECKLIST = re.compile(r"^## After the incident[ \t]*$", re.MULTILINE)
USES = re.compile(r"^## Incidents where this runbook was used[ \t]*$", re.MULTILINE)
# A page in MDX imports the tabs first.
FACTS = re.compile(r"\A(?:\s*import .*\n)*\s*\*\*(Alert|Severity|Takes|Owner|Last verified):?\*\*.*\n")
COMMAND = re.compile(r"\A(?:\s*import .*\n)*\s*\*\*First command\*\*.*\n\n(`{3,})bash\n.*\n\1\n")
STATE = re.compile(r"\A(?:\s*import .*\n)*\s*\*\*State:\*\* <span .*\n")
FLOWCHART = re.compile(r"^```mermaid\n(?:%%[^\n]*\n)?flowchart .*?^```$(?:\n\n(?:- \[[^\n]*\n)+)?", re.DOTALL | re.MULTILINE)


@dataclass
class Page:
    """What a page shows of its document as it is written, what it shows made from it, and what it may repeat."""

    file: Path
    source: str
    shown: Reading
    made: Reading = field(default_factory=Reading)
    repeated: Reading = field(default_factory=Reading)


def archive_pages(site, repository):
    for folder in ("incidents", "runbooks"):
        for file in sorted(Path(site, "static/archive", folder).rglob("index.html")):
            html = file.read_bytes().decode("utf-8", "replace")
            edit = re.search(r'<p class="edit"><a href="([^"]*)"', html)
            if edit is None:
                continue
            source = unquote(unescape(edit.group(1)))[len(repository) + 1 :]
            page = Page(file, source, Reading(), Reading())
            parts = read_marked(parsed(html))
            for name, part in parts.items():
                if name in DOCUMENT:
                    page.shown.add(part)
                made = next((made for made in MADE if f"{name}.".startswith(f"{made}.")), None)
                if made and MADE[made] not in parts:
                    page.made.add(part)
            yield page


def repository_of(content):
    """The address below which the archive's pages name their sources."""
    settings = Path(content, "site.yml").read_text()
    return re.search(r"^repository:\s*(\S+)", settings, re.MULTILINE).group(1).rstrip("/")


def docusaurus_pages(site, compiled=None):
    """The posts and pages, as cmark-gfm reads them or as they are in the folder of what Docusaurus compiled."""
    for folder in ("blog", "docs"):
        for file in sorted([*Path(site, folder).rglob("*.md"), *Path(site, folder).rglob("*.mdx")]):
            fields, body = front_matter(file.read_text(errors="replace"))
            source = field_of(fields, "source")
            if source == "":
                continue
            page = Page(file, source, Reading())
            if compiled is None:
                body = own_part(body, folder)
                page.shown = read_markdown(without_mdx(body) if file.suffix == ".mdx" else body)
            else:
                html = Path(compiled, file.relative_to(site)).with_suffix(".html").read_text()
                page.shown = read_tree(parsed(own_part_of_html(html, folder)))
            page.made.add_text(field_of(fields, "title"))
            # Where no text of the document stands above the marker of the list, its description does.
            page.repeated.add_text(field_of(fields, "description"))
            yield page


def field_of(fields, name):
    """A field of a generated front matter; '' when it is missing."""
    match = re.search(rf'^{name}: "(.*)"$', fields, re.MULTILINE)
    return unescaped(match.group(1)) if match else ""


def own_part(body, folder):
    """A generated text without what the generator adds to it at its ends, and without the diagrams of decision trees and the lists below them."""
    if folder == "blog":
        ends = list(CHECKLIST.finditer(body))
        return body[: ends[-1].start()] if ends else body
    ends = list(USES.finditer(body))
    body = body[: ends[-1].start()] if ends else body
    return FLOWCHART.sub("", STATE.sub("", COMMAND.sub("", FACTS.sub("", body))))


def own_part_of_html(html, folder):
    """The same of what Docusaurus compiled; notes at the end stay."""
    heading = "After the incident" if folder == "blog" else "Incidents where this runbook was used"
    start = max((match.start() for match in re.finditer(r"<h2[^>]*>" + heading, html)), default=len(html))
    notes = html.find("<section data-footnotes", start)
    html = html[:start] + (html[notes:] if notes >= 0 else "")
    if folder == "docs":
        html = re.sub(r"\A\s*<p><strong>(Alert|Severity|Takes|Owner|Last verified):?</strong>.*?</p>", "", html, flags=re.DOTALL)
        html = re.sub(r"\A\s*<p><strong>First command</strong>.*?</p>\s*<pre.*?</pre>", "", html, flags=re.DOTALL)
        html = re.sub(r"\A\s*<p><strong>State:</strong> <span.*?</p>", "", html, flags=re.DOTALL)
        html = re.sub(r'<pre class="mermaid">(?:%%[^\n]*\n)?flowchart .*?</pre>(?:\s*<ul>.*?</ul>)?', "", html, flags=re.DOTALL)
    return html


def unescaped(text):
    """The value of a double-quoted YAML scalar as the generator writes them."""
    return re.sub(
        r'\\(u[0-9A-Fa-f]{4}|U[0-9A-Fa-f]{8}|x[0-9A-Fa-f]{2}|.)',
        lambda match: chr(int(match.group(1)[1:], 16)) if match.group(1)[0] in "uUx" and len(match.group(1)) > 1
        else {"n": "\n", "t": "\t", "r": "\r"}.get(match.group(1), match.group(1)),
        text,
    )
