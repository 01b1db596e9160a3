"""usage: planted.py --content FOLDER --site FOLDER --findings FILE

Plants defects in copies of the pages of a site and fails unless the reader tells each of them: a test of the reader.
"""

import argparse
import json
import re
import sys
from pathlib import Path
from tempfile import TemporaryDirectory

from site_pages import COMMAND, FACTS, archive_pages, docusaurus_pages, repository_of
from verdict import findings_by_path, unit_of, units, verdict

# Each is what it does, a pattern for a place in a page, and what is put there. A pattern matches in the part of the page
# that shows the document as it is written.
ARCHIVE = [
    ("a table cell is dropped", r"<td>(?=[^<]*\w)[^<]+</td>", "<td></td>"),
    ("a paragraph after a list is dropped", r"(</[uo]l>\s*)<p>(?=[^<]*\w).*?</p>", r"\1"),
    ("a paragraph is dropped", r"<p>(?=[^<]*\w).*?</p>", ""),
    ("an item of a list is dropped", r"<li>(?=[^<]*\w)[^<]+</li>", "<li></li>"),
    ("a heading is dropped", r"<h[23][^>]*>(?=[^<]*\w)[^<]+</h[23]>", ""),
    ("an alt text is lost", r' alt="(?=[^"]*\w)[^"]+"', ' alt=""'),
    ("a line of code is cut", r"(<pre[^>]*><code[^>]*>[^<\n]*?)\w[^<\n]*\n", r"\1\n"),
    ("code is dropped", r"<code>(?=[^<]*\w)[^<]+</code>", ""),
    ("an address is lost", r'href="https://[^"]*"(?=>(?!http))', 'href="#"'),
    ("a word is doubled and changed", r"<p>(?=\w)", "<p>zyzzyva "),
]
POST = [
    ("a table cell is dropped", r"(?m)^\|(?! ?-)[^|\n]*\w[^|\n]*\|(?=[^\n]*\|$)", "| |"),
    ("a paragraph after a list is dropped", r"(?m)^(- [^\n]*\n\n)\w[^\n]*\n", r"\1"),
    ("a paragraph is dropped", r"(?m)^(?=\w)[^\n:|]*$", ""),
    ("an item of a list is dropped", r"(?m)^- (?=[^\n]*\w)[^\n]*$", "-"),
    ("a heading is dropped", r"(?m)^#{2,3} (?=\w)[^\n]*$", ""),
    ("an alt text is lost", r"!\[\w[^\]\n]*\]", "![]"),
    ("a line of code is cut", r"(?m)^(```\w*\n)(?=[^\n]*\w)[^\n`]*\n", r"\1"),
    ("code is dropped", r"(?<!`)`\w[^`\n]*`(?!`)", ""),
    ("a word is doubled and changed", r"(?m)^(?=\w[^\n:|]*$)", "zyzzyva "),
]


def main():
    parser = argparse.ArgumentParser(usage=__doc__)
    for name in ("content", "site", "findings"):
        parser.add_argument(f"--{name}", required=True)
    options = parser.parse_args()
    content, site = Path(options.content), Path(options.site)
    findings = findings_by_path(json.loads(Path(options.findings).read_text()), content)
    failures = []
    for output, plants in (("archive", ARCHIVE), ("docusaurus", POST)):
        pages = list(pages_of(output, site, repository_of(content)))
        for name, pattern, replacement in plants:
            count, missed = planted(output, pages, pattern, replacement, content, findings)
            print(f"{output}: {name}: found {count - len(missed)} of {count}")
            failures += missed if count else [f"{output}: {name}: nowhere to plant it"]
    for failure in failures:
        print(f"not found: {failure}")
    sys.exit(1 if failures else 0)


def pages_of(output, site, repository):
    return archive_pages(site, repository) if output == "archive" else docusaurus_pages(site)


def planted(output, pages, pattern, replacement, content, findings):
    """How often a defect could be planted, and the pages where it was not told."""
    count, missed = 0, []
    all_units = units(content)
    with TemporaryDirectory() as folder:
        for page in pages:
            text = page.file.read_text()
            damaged = damage(text, output, pattern, replacement)
            unit = unit_of(page.source)
            if damaged is None or unit not in all_units:
                continue
            count += 1
            others = [other for other in pages if unit_of(other.source) == unit and other.file != page.file]
            shown = [*others, reread(output, page, damaged, Path(folder))]
            result = verdict(unit, all_units[unit], output, shown, content, findings)
            undamaged = verdict(unit, all_units[unit], output, [*others, page], content, findings)
            if result.size <= undamaged.size:
                missed.append(f"{page.file}: {pattern}")
    return count, missed


def damage(text, output, pattern, replacement):
    """The page with a defect at the first place in its document's part; `None` when there is no place."""
    if output == "archive":
        parts = [(part.start(1), part.end(1)) for part in re.finditer(r"<!--\[\[body-->(.*?)<!--\]\]-->", text, re.DOTALL)]
    else:
        start = text.index("\n---\n", 3) + 5
        # What the generator puts above a runbook's text is not the document's.
        start += len(text[start:]) - len(COMMAND.sub("", FACTS.sub("", text[start:])))
        parts = [(start, max(text.rfind("\n## After the incident"), text.rfind("\n## Incidents where this"), start))]
    for start, end in parts:
        part, changes = re.subn(pattern, replacement, text[start:end], count=1, flags=re.DOTALL)
        if changes and part != text[start:end]:
            return text[:start] + part + text[end:]
    return None


def reread(output, page, text, folder):
    """A page as the reader sees its damaged copy."""
    below = "static/archive/runbooks" if output == "archive" else "docs" if "/docs/" in str(page.file) else "blog"
    file = folder / below / page.file.name
    file.parent.mkdir(parents=True, exist_ok=True)
    file.write_text(text)
    repository = "" if output != "archive" else re.search(r'<p class="edit"><a href="([^"]*)"', text).group(1)
    repository = repository[: -len(page.source) - 1]
    return next(iter(pages_of(output, folder, repository)))


main()
