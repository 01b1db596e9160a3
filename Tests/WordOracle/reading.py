"""What a person sees of a document: its words, its marks and where its links lead."""

import re
from collections import Counter
from html import entities
from urllib.parse import unquote
from xml.etree import ElementTree

import html5lib
from cmarkgfm.cmark import Options, markdown_to_html_with_extensions

EXTENSIONS = ["table", "autolink", "tagfilter", "strikethrough", "tasklist"]
OPTIONS = Options.CMARK_OPT_UNSAFE | Options.CMARK_OPT_FOOTNOTES | Options.CMARK_OPT_GITHUB_PRE_LANG

# The elements of Markdown that do not separate the words on their two sides. Any other may come from raw HTML, which one
# page shows as an element and another as text, so there the words on both sides are two words everywhere.
INLINE = {"a", "code", "del", "em", "strong"}
# A browser shows none of what these hold.
HIDDEN = {"head", "script", "style", "template", "noscript", "svg"}

WORD = re.compile(r"[^\W_]+")
MARK = re.compile(r"[^\w\s]|_")
FRONT_MATTER = re.compile(r"\A(?:\ufeff)?(---|\+\+\+)[ \t]*\r?\n(.*?)^(?:\1|\.\.\.)[ \t]*(?:\r?\n|\Z)", re.DOTALL | re.MULTILINE)
# What Docusaurus and others read as the id of a heading, not as its text.
HEADING_ID = re.compile(r"\s*\{#[^{}\s]*\}\s*\Z")

IMAGE = "image"
PREFORMATTED = re.compile(r"(<pre.*?</pre>)", re.DOTALL)
# An admonition of Docusaurus with a title, which is shown in place of the kind's name.
TITLED = re.compile(
    r"^((?:<[a-z][^>]*>)*\s*):{3,}[ \t]*(?:note|tip|info|warning|danger|caution|important|success|secondary)"
    r"(?:(?=\[|[ \t]+[^\s<])|\{title=(?=&quot;))",
    re.MULTILINE,
)
# Raw HTML in which a browser would find a character that no other reader sees: `&not` and `&notit;` for `¬`.
ENTITY = re.compile(r"&(?=[A-Za-z])([A-Za-z0-9]*;)?")


class Reading:
    """The words and marks of a text, how often each, and the addresses of its links.

    A word is a row of letters and digits, in small letters: a notice is titled `Note` here and `[!NOTE]` there. The
    signs of items are apart: the numbers of ordered lists, and an x for a ticked box. A broken
    one is of a file with bytes that are no characters.
    """

    def __init__(self):
        self.words = Counter()
        self.marks = Counter()
        self.addresses = Counter()
        self.signs = Counter()
        self.is_broken = False
        self.text = ""

    def add_text(self, text):
        self.words.update(WORD.findall(text.casefold()))
        self.marks.update(MARK.findall(text))
        self.text += text + "\n"

    def add_address(self, address):
        """Only addresses on the web: the others lead to files, whose places an output may change."""
        if re.match(r"(?i)(https?:)?//[^/]*\.|mailto:", address):
            self.addresses[comparable(address)] += 1

    def add(self, other):
        self.words.update(other.words)
        self.marks.update(other.marks)
        self.addresses.update(other.addresses)
        self.signs.update(other.signs)
        self.is_broken |= other.is_broken
        self.text += other.text


def comparable(address):
    """An address as it is compared: escapes resolved, because the readers escape differently."""
    return unquote(address.strip()).rstrip("/").lower()


def front_matter(text):
    """The front matter of a document and what follows it."""
    match = FRONT_MATTER.match(text)
    return (match.group(2), text[match.end() :]) if match else ("", text)


# GitHub's parser makes text of definitions right above a table; every other parser reads definitions.
DEFINITION_ABOVE_TABLE = re.compile(r"^( {0,3}\[[^\[\]\n]+\]:[ \t]*\S+[ \t]*\n)(?= {0,3}\|)", re.MULTILINE)


def html_of(markdown):
    """The HTML that GitHub's parser makes of Markdown."""
    markdown = DEFINITION_ABOVE_TABLE.sub(r"\1\n", markdown)
    html = markdown_to_html_with_extensions(markdown.replace("\0", "\ufffd"), OPTIONS, EXTENSIONS)
    pieces = PREFORMATTED.split(ENTITY.sub(plain_entity, html))
    pieces[::2] = [TITLED.sub(r"\1", piece) for piece in pieces[::2]]
    return "".join(pieces)


def plain_entity(match):
    """An entity as it is when it is one, and as text when it only looks like one."""
    return match.group(0) if match.group(1) in entities.html5 else f"&amp;{match.group(1) or ''}"


def without_mdx(text):
    """A text without what MDX does not show: comments, imports and exports; a tab is led by its label."""
    text = re.sub(r"\{/\*.*?\*/\}", "", text, flags=re.DOTALL)
    text = re.sub(r"^(?:import|export)\b.*$", "", text, flags=re.MULTILINE)
    # Tags on lines of their own separate blocks, which Markdown would take for text of the tag.
    text = re.sub(r"^[ \t]*(?:</?Tabs\b[^<>\n]*>|</TabItem>)[ \t]*$", "\n", text, flags=re.MULTILINE)
    return re.sub(r"<TabItem\b[^>]*?\b(?:label|value)=[\"']([^\"']*)[\"'][^>]*>", r"\n\n\1\n\n", text)


def parsed(html):
    return html5lib.parse(html, treebuilder="etree", namespaceHTMLElements=False)


def read_markdown(markdown):
    """What GitHub shows of a document without front matter."""
    return read_tree(parsed(html_of(markdown)))


def read_raw(text):
    """Every word of a text, whatever it is there for."""
    reading = Reading()
    reading.add_text(text)
    return reading


def read_tree(tree):
    reading = Reading()
    for _, part in read_marked(tree).items():
        reading.add(part)
    return reading


def read_marked(tree):
    """What a page shows, by the template's tag that put it there: see `marking`. What no tag put there is under ''."""
    readings = {}
    texts = {}
    places = [""]

    def place():
        return places[-1]

    def separate():
        texts.setdefault(place(), []).append(" ")

    def add(text):
        texts.setdefault(place(), []).append(text or "")

    # Without recursion, for documents nested a thousand deep. Each step is an element to open, or what to do after it.
    steps = [("open", tree)]
    while steps:
        action, node = steps.pop()
        if action == "text":
            add(node)
            continue
        if action == "close":
            separate()
            continue
        if node.tag is ElementTree.Comment:
            if node.text.startswith("]]"):
                separate()
                places.pop()
            elif node.text.startswith("[["):
                places.append(node.text[2:])
                separate()
            continue
        if not isinstance(node.tag, str) or node.tag in HIDDEN or is_own(node):
            continue
        reading = readings.setdefault(place(), Reading())
        if node.tag == "a" and "href" in node.attrib:
            # A remote image is a link in the archive, but not inside a link, which leads somewhere else.
            for image in node.iter("img"):
                image.attrib["data-inside"] = ""
        for name in ("href", "src"):
            if name in node.attrib and "data-inside" not in node.attrib:
                reading.add_address(node.attrib[name])
        if node.tag == "img":
            # Where the archive shows no image because it is elsewhere, it needs a word.
            is_remote = re.match(r"(?i)[a-z][a-z0-9+.-]*:|//", node.attrib.get("src", ""))
            add(" " + (node.attrib.get("alt", "") or (IMAGE if is_remote else "")) + " ")
        if node.tag == "time":
            # The author's writing of a time that stands there in another form.
            add(" " + node.attrib.get("title", "") + " ")
        if node.tag == "ol":
            reading.signs.update(numbers_of(node))
        if node.tag == "input" and "checked" in node.attrib:
            reading.signs["x"] += 1
        if re.fullmatch("h[1-6]", node.tag):
            strip_heading_id(node)
        # An empty `span` in a post keeps Docusaurus from reading a mark; it shows nothing.
        is_inline = node.tag in INLINE or node.tag == "span" and not node.text and len(node) == 0
        if not is_inline:
            separate()
            steps.append(("close", node))
        for child in reversed(list(node)):
            steps.append(("text", child.tail))
            steps.append(("open", child))
        add(node.text)
    for name, pieces in texts.items():
        readings.setdefault(name, Reading()).add_text("".join(pieces))
    return readings


def numbers_of(node):
    """The numbers that a browser shows before the items of a list."""
    written = node.attrib.get("start", "1")
    start = int(written) if re.fullmatch(r"\d{1,9}", written) else 1
    return [str(start + place) for place, _ in enumerate(node.findall("li"))]


def strip_heading_id(node):
    children = list(node)
    last = children[-1] if children else None
    if last is None:
        node.text = HEADING_ID.sub("", node.text or "")
    else:
        last.tail = HEADING_ID.sub("", last.tail or "")


def is_own(node):
    """Numbers, arrows and the heading of footnotes, which each renderer makes itself."""
    classes = node.attrib.get("class", "").split()
    names = {"footnote-ref", "footnote-backref"}
    own = {"data-footnote-ref", "data-footnote-backref"}
    return bool(names & set(classes) or own & set(node.attrib) or node.attrib.get("id") == "footnote-label")
