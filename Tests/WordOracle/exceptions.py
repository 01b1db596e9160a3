"""Words that may be lost, each with its reason."""

from collections import Counter
from pathlib import Path


class Exceptions:
    """Lines of a document, an output or `*`, a word and a reason, between tabs; `#` starts a remark."""

    def __init__(self, file):
        lines = Path(file).read_text().splitlines() if file else []
        self.lines = [line.split("\t") for line in lines if line and not line.startswith("#")]
        self.needed = set()

    def apply(self, verdict):
        """Takes the words that may be lost out of a verdict."""
        for number, (source, output, word, _) in enumerate(self.lines):
            if source != verdict.source or output not in ("*", verdict.output):
                continue
            for counts in (verdict.lost, verdict.lost_addresses):
                if counts.pop(word, 0):
                    verdict.excepted[word] += 1
                    self.needed.add(number)

    def unused(self):
        return ["\t".join(line) for number, line in enumerate(self.lines) if number not in self.needed]
