"""usage: marking.py TEMPLATES OUT

A copy of the archive's templates that marks what each tag puts into a page.

Around every tag of `<main>` that stands in text comes a pair of comments with the tag's name and the names of the
sections around it, as in `<!--[[timeline.written--> … <!--]]-->`. So a page tells by itself what is the document's and
what is furniture, and nothing has to be known about the words of either.
"""

import re
import shutil
import sys
from pathlib import Path

TAG = re.compile(r"\{\{\{\s*([\w.]+)\s*\}\}\}|\{\{\s*([#^/>!&]?)\s*([\w./-]+)\s*\}\}")


def copy_marked(templates, out):
    """Copies a folder of templates and marks those of pages."""
    shutil.rmtree(out, ignore_errors=True)
    shutil.copytree(templates, out)
    for file in Path(out, "archive").rglob("*.mustache"):
        file.write_text(marked(file.read_text()))


def marked(template):
    pieces = []
    sections = []
    depth = 0  # inside an element's tag
    start = template.find("<main")
    is_page = start >= 0
    end = template.find("</main>") if is_page else len(template)
    if not is_page and "<html" in template or "<title" in template:
        return template
    position = 0
    for match in TAG.finditer(template):
        before = template[position : match.start()]
        pieces.append(before)
        for mark in re.findall("[<>]", before):
            depth = 1 if mark == "<" else 0
        position = match.end()
        kind, name = ("", match.group(1)) if match.group(1) else (match.group(2), match.group(3))
        whole = match.group(0)
        if kind in ("#", "^"):
            sections.append(name)
        elif kind == "/":
            sections.pop()
        elif kind in ("", "&") and depth == 0 and (not is_page or start <= match.start() < end):
            path = ".".join([*sections, name])
            whole = "<!--[[%s-->%s<!--]]-->" % (path, whole)
        pieces.append(whole)
    pieces.append(template[position:])
    return "".join(pieces)


if __name__ == "__main__":
    copy_marked(*sys.argv[1:])
