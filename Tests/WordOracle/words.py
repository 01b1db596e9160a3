"""usage: words.py --content FOLDER --site FOLDER --findings FILE [--compiled FOLDER] [--exceptions FILE] [--show N] [--only TEXT]

Tells for every document of a content folder which of its words are in neither its pages nor a finding, and which words
of the pages are invented, as an independent reader sees it: cmark-gfm for Markdown, html5lib for HTML.

- FILE is what the build printed with `--format json`; the site was built with the templates that `marking.py` marked.
- `--compiled`: the HTML that Docusaurus made of the posts (see `Tests/DocusaurusOracle/html.mjs`), in place of what
  cmark-gfm reads in them.
- `--exceptions`: lines of a document, an output or `*`, a word and the reason why it may be lost.

Exit 1 when a word or an address is lost or a word invented, or when an exception is not needed.
"""

import argparse
import json
import sys
from pathlib import Path

from exceptions import Exceptions
from site_pages import repository_of
from verdict import findings_by_path, verdicts


def main():
    parser = argparse.ArgumentParser(usage=__doc__)
    for name in ("content", "site", "findings"):
        parser.add_argument(f"--{name}", required=True)
    parser.add_argument("--compiled")
    parser.add_argument("--exceptions")
    parser.add_argument("--show", type=int, default=20)
    parser.add_argument("--only", default="")
    parser.add_argument("--marks", action="store_true", help="show other marks than letters and digits as well")
    options = parser.parse_args()
    findings = findings_by_path(json.loads(Path(options.findings).read_text()), options.content)
    exceptions = Exceptions(options.exceptions)
    totals = {}
    for verdict in verdicts(options.content, options.site, findings, repository_of(options.content), options.compiled):
        if options.only in verdict.source:
            exceptions.apply(verdict)
            totals.setdefault(verdict.output, Total()).add(verdict, options)
    for output, total in totals.items():
        print(f"{output}: {total}")
    for line in exceptions.unused():
        print(f"exception not needed: {line}")
    failed = not totals or any(total.problems for total in totals.values()) or (not options.only and exceptions.unused())
    sys.exit(1 if failed else 0)


class Total:
    """The counts of one output."""

    def __init__(self):
        self.documents = self.paged = self.lost = self.invented = self.addresses = self.leaked = 0
        self.problems = self.shown = self.excepted = 0

    def add(self, verdict, options):
        self.documents += 1
        self.paged += verdict.pages > 0
        self.lost += bool(verdict.lost)
        self.invented += bool(verdict.invented)
        self.addresses += bool(verdict.lost_addresses)
        self.leaked += bool(verdict.leaked)
        self.excepted += bool(verdict.excepted)
        self.problems += verdict.has_problem
        if (verdict.has_problem or options.marks and (verdict.lost_marks or verdict.invented_marks)) and self.shown < options.show:
            self.shown += 1
            print(verdict.told(options.marks))

    def __str__(self):
        return (
            f"{self.documents} documents, {self.paged} with a page, {self.lost} with lost words, {self.invented} with invented"
            f" words, {self.addresses} with lost addresses, {self.leaked} with marks of the generator, {self.excepted} with exceptions"
        )


main()
