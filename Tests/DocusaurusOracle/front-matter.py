#!/usr/bin/env python3
"""Reads the front matter of every generated page with a YAML 1.1 and a YAML 1.2 loader.

usage: front-matter.py SITE

The two have to agree, and dates have to be dates to both. Exit 1 when they do not.
"""
import datetime, pathlib, sys

import yaml
from ruamel.yaml import YAML


def plain(value):
    if isinstance(value, dict):
        return {str(key): plain(item) for key, item in value.items()}
    if isinstance(value, (list, tuple)):
        return [plain(item) for item in value]
    if isinstance(value, datetime.datetime):
        zoned = value if value.tzinfo else value.replace(tzinfo=datetime.timezone.utc)
        return ("date", zoned.astimezone(datetime.timezone.utc).isoformat())
    for kind in (bool, int, float, str):
        if isinstance(value, kind):
            return (kind.__name__, kind(value))
    return value


def main():
    newer = YAML(typ="safe", pure=True)
    newer.version = (1, 2)
    pages = problems = 0
    for file in sorted(pathlib.Path(sys.argv[1]).glob("[bd][lo][oc][gs]/**/*.md")):
        text = file.read_text(encoding="utf-8")
        front = text[4 : text.index("\n---\n", 3)]
        pages += 1
        old, new = plain(yaml.safe_load(front)), plain(newer.load(front))
        if old != new:
            problems += 1
            print(f"{file}: {[(key, old.get(key), new.get(key)) for key in old if old.get(key) != new.get(key)]}")
        if file.is_relative_to(pathlib.Path(sys.argv[1]) / "blog") and old["date"][0] != "date":
            problems += 1
            print(f"{file}: the date is a {old['date'][0]}")
    print(f"{pages} pages read as YAML 1.1 and 1.2: {problems} differ")
    sys.exit(1 if problems or not pages else 0)


main()
