"""What readers that others wrote make of the archive's feeds and data.

usage: check.py ARCHIVE

feedparser reads both feeds' Atom, icalendar the calendar, xmllint the XML, jsonschema site.json by its schema, and the csv
module the tables. What they read is compared with site.json. Prints what is wrong, and ends with 1 then.
"""
import csv
import json
import pathlib
import subprocess
import sys

import feedparser
import icalendar
import jsonschema

archive = pathlib.Path(sys.argv[1])
problems = []


def expect(condition, text):
    if not condition:
        problems.append(text)


def text(name):
    return (archive / name).read_text(encoding="utf-8")


site = json.loads(text("site.json"))
schema = json.loads(text("site.schema.json"))
jsonschema.Draft202012Validator.check_schema(schema)
for error in jsonschema.Draft202012Validator(
    schema, format_checker=jsonschema.FormatChecker()
).iter_errors(site):
    problems.append(f"site.json {error.json_path}: {error.message[:200]}")
editors = sorted((archive / "schemas").glob("*.json"))
expect(len(editors) == 5, f"schemas: {len(editors)} files instead of 5")
for path in editors:
    jsonschema.Draft7Validator.check_schema(json.loads(path.read_text(encoding="utf-8")))
keys = [incident["key"] for incident in site["incidents"]]
expect(len(keys) == len(set(keys)), "site.json: keys are not unique")
for page in site["incidents"] + site["runbooks"]:
    expect((archive / page["url"]).is_file(), f"site.json: {page['url']} is no page")
    for other in page.get("runbooks", []):
        expect((archive / other).is_file(), f"site.json: {other} is no page")

for name in ["feed.xml", "sitemap.xml"]:
    if (archive / name).exists():
        run = subprocess.run(["xmllint", "--noout", archive / name], capture_output=True, text=True)
        expect(run.returncode == 0, f"{name}: xmllint: {run.stderr[:200]}")

dated = [incident for incident in site["incidents"] if incident["date"]][:30]
feed = feedparser.parse(archive.joinpath("feed.xml").read_bytes())
expect(not feed.bozo, f"feed.xml: {feed.get('bozo_exception')}")
expect(feed.version == "atom10", f"feed.xml is {feed.version}")
expect([entry.title for entry in feed.entries] == [" ".join(incident["title"].split()) for incident in dated], "feed.xml: other titles")
expect(all(entry.get("id") and entry.get("updated_parsed") and entry.get("link") for entry in feed.entries), "feed.xml: an entry lacks id, day or link")
expect(len({entry.id for entry in feed.entries}) == len(feed.entries), "feed.xml: ids are not unique")

items = json.loads(text("feed.json"))
expect(items["version"] == "https://jsonfeed.org/version/1.1" and items["title"], "feed.json: no version or title")
expect([item["title"] for item in items["items"]] == [incident["title"] for incident in dated], "feed.json: other titles")
expect([item["id"] for item in items["items"]] == [entry.id for entry in feed.entries], "feed.json: other ids than feed.xml")

calendar = icalendar.Calendar.from_ical(archive.joinpath("calendar.ics").read_bytes())
events = calendar.walk("VEVENT")
due = sorted(
    (item["due"], "Due: " + item["title"])
    for incident in site["incidents"]
    for item in incident["actions"]["items"]
    if item["state"] == "open" and item["due"]
)
found = sorted((event["DTSTART"].dt.isoformat(), str(event["SUMMARY"])) for event in events if str(event["SUMMARY"]).startswith("Due: "))
expect(found == due, f"calendar.ics: {len(found)} items are due, {len(due)} expected")
expect(len({str(event["UID"]) for event in events}) == len(events), "calendar.ics: ids are not unique")
for number, line in enumerate(archive.joinpath("calendar.ics").read_bytes().split(b"\r\n")):
    expect(len(line) <= 75, f"calendar.ics:{number + 1}: {len(line)} bytes")

with open(archive / "incidents.csv", newline="", encoding="utf-8") as file:
    rows = list(csv.DictReader(file, strict=True))
expect([row["key"] for row in rows] == keys, "incidents.csv: other incidents")
for row, incident in zip(rows, site["incidents"]):
    expect(row["title"].lstrip("'") == incident["title"].lstrip("'"), f"incidents.csv: {row['title']}")
    for name, minutes in incident["minutes"].items():
        expect(row[f"{name}_minutes"] == str(minutes), f"incidents.csv: {row['key']} {name}")
with open(archive / "actions.csv", newline="", encoding="utf-8") as file:
    actions = list(csv.DictReader(file, strict=True))
expect(len(actions) == sum(incident["actions"]["total"] for incident in site["incidents"]), "actions.csv: other action items")
for cells in [row.values() for row in rows + actions]:
    expect(not any((cell or "")[:1] in ("=", "+", "-", "@") for cell in cells), "a table has a cell that a spreadsheet runs")

lines = [line for line in text("llms.txt").splitlines() if line.startswith("- [")]
expect(len(lines) == len(site["runbooks"]) + min(500, len(site["incidents"])), "llms.txt: other pages")

for problem in problems[:40]:
    print(problem)
print(f"{len(site['incidents'])} incidents, {len(events)} events, {len(actions)} action items: {len(problems)} problems")
sys.exit(1 if problems or not site["incidents"] else 0)
