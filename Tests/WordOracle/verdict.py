"""What of a document is in neither its pages nor a finding, and what of its pages is invented."""

import os
import re
import unicodedata
from collections import Counter
from dataclasses import dataclass, field
from pathlib import Path

from reading import Reading, comparable, front_matter, read_markdown, read_raw, without_mdx
from site_pages import archive_pages, docusaurus_pages


@dataclass
class Verdict:
    source: str
    output: str
    pages: int
    lost: Counter = field(default_factory=Counter)
    invented: Counter = field(default_factory=Counter)
    lost_marks: Counter = field(default_factory=Counter)
    invented_marks: Counter = field(default_factory=Counter)
    lost_addresses: Counter = field(default_factory=Counter)
    excepted: Counter = field(default_factory=Counter)
    # Whether MDX is read as if it were Markdown, which has code and HTML where MDX has text with escapes.
    guesses: bool = False

    @property
    def leaked(self):
        """Invented marks that only a program writes: backslashes and characters without width."""
        if self.guesses:
            return Counter()
        marks = self.invented_marks
        return Counter({m: n for m, n in marks.items() if m == "\\" or unicodedata.category(m) == "Cf"})

    @property
    def has_problem(self):
        return bool(self.lost or self.invented or self.lost_addresses or self.leaked)

    @property
    def size(self):
        """How many words and addresses are lost or invented."""
        return sum(sum(counts.values()) for counts in (self.lost, self.invented, self.lost_addresses))

    def told(self, marks=False):
        """The verdict in a few lines."""
        lines = [f"{self.output} {self.source}:" + ("" if self.pages else " no page")]
        names = ["lost", "invented", "lost_addresses", "leaked"] + (["lost_marks", "invented_marks"] if marks else [])
        for name in names:
            counts = getattr(self, name)
            if counts:
                words = " ".join(shown(word, count) for word, count in counts.most_common(30))
                lines.append(f"  {name.replace('_', ' ')}: {words[:400]}")
        return "\n".join(lines)


def shown(word, count):
    visible = word if unicodedata.category(word[0]) != "Cf" else f"U+{ord(word):04X}"
    return visible if count == 1 else f"{visible}×{count}"


def verdicts(content, site, findings, repository, compiled=None):
    """One verdict for each document of a content folder that has a page, and each output.

    - findings: those of a build, as `--format json` prints them, by path.
    """
    content = Path(content)
    for output, pages in (("archive", archive_pages(site, repository)), ("docusaurus", docusaurus_pages(site, compiled))):
        by_unit = {}
        for page in pages:
            by_unit.setdefault(unit_of(page.source), []).append(page)
        for unit, files in units(content).items():
            found = verdict(unit, files, output, by_unit.get(unit, []), content, findings)
            if output == "docusaurus" and compiled is None:
                found.guesses = any(page.file.suffix == ".mdx" for page in by_unit.get(unit, []))
            yield found


def units(content):
    """The documents of each unit: an incident's folder, or else a file."""
    found = {}
    for folder in ("incidents", "runbooks"):
        for file in sorted(Path(content, folder).rglob("*")):
            if file.suffix in (".md", ".mdx", ".markdown", ".erb") and file.is_file():
                source = str(file.relative_to(content))
                found.setdefault(unit_of(source), []).append(source)
    return found


def unit_of(source):
    parts = source.split("/")
    return "/".join(parts[:2]) if parts[0] == "incidents" else source


def verdict(unit, files, output, pages, content, findings):
    wanted, raw, told = Reading(), Reading(), Reading()
    for source in files:
        text = Path(content, source).read_bytes().decode("utf-8", "replace")
        body = front_matter(text)[1]
        wanted.add(read_markdown(without_mdx(body) if source.endswith(".mdx") else body))
        raw.add(read_raw(f"{source} {text}"))
        told.add(told_reading(text, findings.get(source, []), has_page=bool(pages)))
    shown, made, repeated = Reading(), Reading(), Reading()
    for page in pages:
        shown.add(page.shown)
        made.add(page.made)
        repeated.add(page.repeated)
    result = Verdict(unit, output, len(pages))
    joined = shown.words - wanted.words
    lost = unjoined(wanted.words - shown.words, joined) - made.words - told.words
    invented = shown.words - (wanted.words | raw.words) - made.words - repeated.words if pages else Counter()
    # The number or the box of an item, where another reader takes it for text, as after the end of an admonition.
    lost -= shown.signs - wanted.signs
    # A finding tells the words of its lines as they are written, apart where a tag or a comment is within one.
    result.lost = unglued(lost, joined + told.words)
    result.invented = unglued(invented, wanted.words - shown.words)
    result.lost_marks = wanted.marks - shown.marks - made.marks - told.marks
    if pages:
        result.invented_marks = shown.marks - (wanted.marks | raw.marks) - made.marks - repeated.marks
    result.lost_addresses = lost_addresses(wanted, shown, made, told)
    return result


BROKEN_HOST = re.compile(r"[a-z]*:?//[^/]*\ufffd")
# GitHub takes marks of emphasis in a bare address for a part of it: `https://example.com/*a*/b`.
EMPHASIS = re.compile(r"[*_~`\[]")


def lost_addresses(wanted, shown, made, told):
    """An address that cannot be clicked is not lost when it can be read, nor is one that ends where emphasis begins."""
    text = comparable(shown.text + made.text + told.text)
    counts = {address: n - shown.addresses[address] - made.addresses[address] - text.count(address) for address, n in wanted.addresses.items()}
    lost = {address: n for address, n in counts.items() if n > 0 and not is_cut(address, shown, text)}
    # Docusaurus stops at a host with a byte that is no character; the finding of the file tells that it has such bytes.
    # Elsewhere in an address a stand-in is shown for them.
    stood_in = {with_stand_ins(shown_address) for shown_address in shown.addresses}
    seen = with_stand_ins(text)
    return Counter({
        address: n for address, n in lost.items()
        if not (told.is_broken and (BROKEN_HOST.match(address) or is_stood_in(address, stood_in, seen)))
    })


# One stand-in is for each byte that is no character, or for several.
STAND_IN = re.compile("(?:\ufffd|\u2426|%e2%90%a6|%ef%bf%bd)+", re.IGNORECASE)


def with_stand_ins(text):
    return STAND_IN.sub("\u2426", text)


def is_stood_in(address, addresses, text):
    return "\ufffd" in address and (with_stand_ins(address) in addresses or with_stand_ins(address) in text)


def is_cut(address, shown, text):
    beginning = comparable(EMPHASIS.split(address)[0])
    return beginning != address and (beginning in shown.addresses or beginning in text)


def unglued(words, others):
    """The words that do not fall into others.

    Raw HTML that one reader takes for a tag and another for text holds words together or apart: `a<b/>c`.
    """
    others = Counter(others)
    left = Counter()
    for word, count in words.items():
        for _ in range(count):
            pieces = split(word, others)
            if pieces is None:
                left[word] += 1
            else:
                others.subtract(pieces)
    return left


def unjoined(words, others):
    """The words that do not make up one of others together.

    Where an address swallows the mark of a code span, spans begin where they end elsewhere: `see`this`and` is one word.
    """
    left = Counter(words)
    for word, count in others.items():
        for _ in range(count):
            pieces = split(word, left)
            if pieces is None:
                break
            left.subtract(pieces)
    return +left


def split(word, others):
    """Words that make up a word together; `None` if there are none."""
    if word == "":
        return []
    for end in range(len(word), 0, -1):
        if others.get(word[:end], 0) > 0:
            rest = split(word[end:], others)
            if rest is not None:
                return [word[:end], *rest]
    return None


# Rules of files, links and names tell what is left out; those of reviews and runbooks judge what is shown.
TELLING = re.compile(r"BS0")
# The one for files of many incidents names the first lines that are on no page, and how many more there are.
NOT_UTF_8 = "BS003"
TELLING_OF_ALL = ("PM013", "shown on no page")


def told_reading(text, findings, has_page):
    """What the findings of a document tell of it: the words of their lines; everything, when it has no page for them."""
    lines = text.split("\n")
    told = Reading()
    for finding in findings:
        code, message = TELLING_OF_ALL
        tells_all = finding["code"] == code and message in finding["message"]
        if tells_all or not has_page and finding["level"] == "error":
            return read_raw(text)
        if finding["code"] == NOT_UTF_8:
            told.is_broken = True
        if TELLING.match(finding["code"]):
            start = finding.get("line") or 1
            end = finding.get("endLine") or len(lines)
            if NOTE in finding["message"]:
                end = end_of_note(lines, end)
            told.add_text("\n".join(lines[start - 1 : end]))
    return told


# A finding of a note that nothing refers to names its first line, and means all of it.
NOTE = "is not shown because nothing refers to it"


def end_of_note(lines, end):
    """The number of a note's last line: it goes on to a line without indentation after a blank one."""
    while end < len(lines) and (lines[end].strip() == "" or lines[end][:1] in " \t" or lines[end - 1].strip() != ""):
        end += 1
    return end


def findings_by_path(report, content):
    """The findings of a JSON report, by path below the content folder."""
    # A build names what is below the working folder from there.
    prefix = os.path.abspath(content) + "/"
    by_path = {}
    for finding in report["findings"]:
        path = os.path.abspath(finding["path"])
        if path.startswith(prefix):
            by_path.setdefault(path[len(prefix) :], []).append(finding)
    return by_path
