"""Rows 1 to 11: bytes and encodings."""
import unicodedata

from harness import GOOD, Project, built, expect, expect_found, expect_refused, test


@test(1, "a byte order mark is accepted and not published")
def byte_order_mark():
    with Project({"incidents/a.md": GOOD}) as plain, Project({"incidents/a.md": b"\xef\xbb\xbf" + GOOD.encode()}) as marked:
        expect(plain.build().code == 0 and marked.build().code == 0)
        expect(plain.tree() == marked.tree(), "the sites differ")
        found = marked.findings()
        expect(any(x["code"] == "BS007" for x in found), found)


@test(2, "CRLF and mixed line ends give the same archive and the right lines")
def crlf():
    mixed = "".join(line + ("\r\n" if number % 2 else "\n") for number, line in enumerate(GOOD.splitlines()))
    with Project({"incidents/a.md": GOOD}) as plain:
        expect(plain.build().code == 0)
        archive = {k: v for k, v in plain.tree().items() if k.startswith("static/archive/")}
        for text in (GOOD.replace("\n", "\r\n"), mixed):
            with Project({"incidents/a.md": text}) as other:
                expect(other.build().code == 0)
                expect({k: v for k, v in other.tree().items() if k.startswith("static/archive/")} == archive, "the archives differ")
    bad = GOOD.replace("- 10:40 UTC - Resolved", "- 10:40 UTC - Resolved\n- 25:99 UTC - Nonsense").replace("\n", "\r\n")
    with Project({"incidents/a.md": bad}) as project:
        lines = {x.get("line") for x in project.findings()}
        with Project({"incidents/a.md": bad.replace("\r\n", "\n")}) as other:
            expect(lines == {x.get("line") for x in other.findings()})
    spelling = GOOD.replace("## Timeline", "## timeline").replace("\n", "\r\n").encode()
    with Project({"incidents/a.md": spelling}) as project:
        project.check("--fix")
        fixed = project.at("content/incidents/a.md").read_bytes()
        expect(fixed == GOOD.replace("\n", "\r\n").encode(), fixed)


@test(3, "lone carriage returns are refused")
def lone_cr():
    expect_refused({"incidents/bad.md": GOOD.replace("\n", "\r")}, "BS004", line=1)


@test(4, "bytes that are not UTF-8 are refused at their line")
def invalid_utf8():
    for bad in (b"\xff", b"\xc0\x80", b"\xed\xa0\x80", b"\xf5\x80\x80\x80", b"\xe2\x82"):
        expect_refused({"incidents/bad.md": GOOD.encode() + b"\n\nWord " + bad + b"\n"}, "BS003", line=21, column=6)
    with built({"incidents/a.md": GOOD.encode() + b"\nWord \xff end\n"}) as project:
        for bad in (b"\xff", "\ufffd".encode()):
            raw = [path for path, text in project.tree().items() if bad in text]
            expect(not raw, bad, raw)


@test(5, "control characters are refused")
def controls():
    for character in "\x00\x01\x07\x08\x0b\x0c\x0e\x1b\x1f\x7f":
        text = GOOD.replace("A pool of ten", "A pool" + character + "of ten")
        with Project({"incidents/a.md": text}) as project:
            found = [x for x in project.findings() if x["level"] == "error" and x.get("line") == 14]
            expect(found, f"{character!r} in the body is not an error", project.findings())
            project.build("--keep-going")
            pages = [p for p, content in project.tree().items() if character.encode() in content and not p.endswith(".png")]
            expect(not pages, f"{character!r} is raw in", pages)
        text = GOOD.replace("severity: P2", f'severity: P2\ntitle: "a{character}b"')
        with Project({"incidents/a.md": text}) as project:
            expect(project.check().code == 1, f"{character!r} in front matter is not an error")


@test(6, "UTF-16 is named")
def utf16():
    for encoding in ("utf-16", "utf-16-le", "utf-16-be"):
        with Project({"incidents/bad.md": GOOD.encode(encoding), "incidents/good.md": GOOD}) as project:
            run = project.check()
            expect(run.code == 1 and "UTF-16" in run.text, run)


@test(7, "bidirectional and invisible characters are told and shown")
def bidirectional():
    for code in [*range(0x202A, 0x202F), *range(0x2066, 0x206A), 0x200B, 0x200D, 0x2060, 0xFEFF]:
        character = chr(code)
        text = GOOD + f"\n```sh\nrm -rf /tmp/a{character}b\n```\n"
        with Project({"incidents/a.md": text}) as project:
            found = [x for x in project.findings() if f"{code:04X}" in x["message"]]
            expect(found, f"U+{code:04X} in code is not told", project.findings())
            project.build("--keep-going")
            pages = [p for p in project.site(character)]
            expect(not pages, f"U+{code:04X} is raw in", pages)


@test(8, "two spellings of one name are one")
def normal_forms():
    nfc, nfd = "caf\u00e9", unicodedata.normalize("NFD", "caf\u00e9")
    with Project({"incidents/a.md": GOOD.replace("severity: P2", f"severity: P2\nservices: [{nfc}]"),
                  "incidents/b.md": GOOD.replace("severity: P2", f"severity: P2\nservices: [{nfd}]").replace("Checkout down", "Cart down")}) as project:
        project.build("--keep-going")
        folders = {p.split("/")[3] for p in project.tree() if p.startswith("static/archive/services/") and p.count("/") > 3}
        expect(len(folders) == 1, folders)
    with Project({f"incidents/{nfc}.md": GOOD, f"incidents/{nfd}.md": GOOD}) as project:
        expect(project.check().code == 1, "two files that differ in their normal form only")


@test(9, "empty files get a finding")
def empty():
    for text in ("", " \n\t\n", "---\ndate: 2026-01-10\n---\n", "---\ndate: 2026-01-10\n---"):
        for folder in ("incidents", "runbooks"):
            with Project({f"{folder}/a.md": text, "incidents/good.md": GOOD}) as project:
                found = [x for x in project.findings() if x["path"] == f"content/{folder}/a.md"]
                expect(found, f"{text!r} in {folder} gets no finding")
                expect(project.build("--keep-going").code in (0, 1))
    with Project({"incidents/a.md": GOOD.rstrip("\n")}) as project:
        expect(project.build().code == 0)


@test(10, "large files and long lines end at a limit")
def large():
    row = "| a | b |\n"
    for name, text, code, seconds in [
        ("10 MB", "a" * (10 << 20), "BS005", 5), ("a line of 200 KB", GOOD + "\n" + "word " * 40_000 + "\n", None, 20),
        ("50,000 rows", GOOD + "\n| a | b |\n|---|---|\n" + row * 50_000, None, 30),
    ]:
        with Project({"incidents/a.md": text}) as project:
            run = project.run("/usr/bin/python3", "-c", MEASURE, *project.words("build", "--keep-going"), timeout=120)
            megabytes = int(run.out.split(b"MB=")[-1])
            expect(run.seconds < seconds, name, run)
            expect(megabytes < 300, name, f"{megabytes} MB")
            if code:
                expect(code in run.text, name, run)


MEASURE = """
import resource, subprocess, sys
code = subprocess.run(sys.argv[1:]).returncode
print(f"MB={resource.getrusage(resource.RUSAGE_CHILDREN).ru_maxrss // 1024}")
"""


@test(11, "many combining marks on a letter")
def zalgo():
    with built({"incidents/a.md": GOOD + "\nH" + "\u0301" * 20_000 + "ello\n"}) as project:
        expect(project.built.seconds < 10, project.built)
        expect(project.site("\u0301" * 200), "the text is lost")
