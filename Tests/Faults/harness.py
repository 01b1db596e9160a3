"""What the fault tests share: a registry, a project in a folder of its own, and the program run in it."""
import json
import os
import pathlib
import shutil
import subprocess
import tempfile
import time

ROOT = pathlib.Path(__file__).resolve().parents[2]
BINARY = os.environ.get("BUILD_SITE", str(ROOT / ".build/debug/build-site"))
TEMPLATES = str(ROOT / "templates")
QUICK = os.environ.get("FAULT_QUICK") == "1"

GOOD = """---
date: 2026-01-10
severity: P2
---
# Checkout down

## Timeline

- 10:05 UTC - Error rate at 25%
- 10:40 UTC - Resolved

## Root cause

A pool of ten connections.

## Action items

- Alert on pool use @data
"""
RUNBOOK = "# Restart the relay\n\n## When\n\nQueue alerts.\n\n## Steps\n\n1. Restart it:\n\n   ```sh\n   systemctl restart relay\n   ```\n"

tests = []
absent = []


class Skipped(Exception):
    """The machine lacks what a test needs."""


def test(number, name):
    """Registers a function as the test of a row of the catalogue; a row may have several."""
    def add(function):
        tests.append((number, name, function))
        return function
    return add


def no_feature(number, name):
    absent.append((number, name))


def needs(*programs):
    for program in programs:
        if not shutil.which(program):
            raise Skipped(f"{program} is missing")


def as_bytes(text):
    return text.encode() if isinstance(text, str) else text


def review(body="", title="Checkout down", **fields):
    """A review without errors, with more front matter and text."""
    extra = "".join(f"{key}: {value}\n" for key, value in fields.items())
    head = GOOD.replace("severity: P2\n", "severity: P2\n" + extra).replace("# Checkout down", f"# {title}")
    return head.replace("A pool of ten connections.", "A pool of ten connections.\n\n" + body)


class Run:
    def __init__(self, code, out, err, seconds):
        self.code, self.out, self.err, self.seconds = code, out, err, seconds

    def __repr__(self):
        return f"exit {self.code}, {self.seconds:.1f} s\n{self.out.decode(errors='replace')[-1500:]}{self.err.decode(errors='replace')[-800:]}"

    @property
    def text(self):
        return (self.out + self.err).decode(errors="replace")


class Project:
    """A folder with content, which is removed afterwards."""

    def __init__(self, files=None, folder=None):
        self.path = pathlib.Path(tempfile.mkdtemp(prefix="fault-", dir=folder))
        for name, text in (files if files is not None else {"incidents/good.md": GOOD}).items():
            self.write("content/" + name, text)

    def __enter__(self):
        return self

    def __exit__(self, *_):
        subprocess.run(["chmod", "-R", "u+rwX", str(self.path)], stderr=subprocess.DEVNULL)
        shutil.rmtree(self.path, ignore_errors=True)

    def at(self, name):
        return self.path / name

    def write(self, name, text):
        file = self.at(name)
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_bytes(as_bytes(text))
        return file

    def add(self, name, text):
        return self.write("content/" + name, text)

    def words(self, command, *options):
        extra = ["--templates", TEMPLATES] if command == "build" else []
        return [BINARY, command, *extra, *options]

    def run(self, *words, prefix=(), env=None, timeout=60, cwd=None, **more):
        environment = {"PATH": "/usr/sbin:/usr/bin:/sbin:/bin", "NO_COLOR": "1", "HOME": "/nonexistent", **(env or {})}
        start = time.monotonic()
        more.setdefault("stdin", subprocess.DEVNULL)
        more.setdefault("stdout", subprocess.PIPE)
        more.setdefault("stderr", subprocess.PIPE)
        done = subprocess.run([*prefix, *words], cwd=cwd or self.path, env=environment, timeout=timeout, **more)
        return Run(done.returncode, done.stdout or b"", done.stderr or b"", time.monotonic() - start)

    def build(self, *options, **more):
        return self.run(*self.words("build", *options), **more)

    def check(self, *options, **more):
        return self.run(BINARY, "check", *options, **more)

    def findings(self, *options, **more):
        """The findings of a check, each as a dictionary."""
        run = self.check("--format", "json", *options, **more)
        expect(run.code in (0, 1), run)
        return json.loads(run.out)["findings"]

    def tree(self, name="site"):
        """Every file below a folder with its bytes, except the build's own; links are named, not followed."""
        root, files = self.at(name), {}
        for folder, folders, names in os.walk(root):
            if ".build-site" in folders:
                folders.remove(".build-site")
            for file in names + [x for x in folders if os.path.islink(os.path.join(folder, x))]:
                path = os.path.join(folder, file)
                key = os.path.relpath(path, root)
                files[key] = b"-> " + os.readlink(path).encode() if os.path.islink(path) else pathlib.Path(path).read_bytes()
        return files

    def site(self, text):
        """The paths of the site's files that hold a text."""
        return sorted(path for path, content in self.tree().items() if as_bytes(text) in content)

    def keep(self):
        """Saves the site, its state and its times, to be put back by `back`."""
        shutil.rmtree(self.at("kept"), ignore_errors=True)
        subprocess.run(["cp", "-a", self.at("site"), self.at("kept")], check=True)

    def back(self):
        shutil.rmtree(self.at("site"), ignore_errors=True)
        subprocess.run(["cp", "-a", self.at("kept"), self.at("site")], check=True)


def expect(condition, *said):
    if not condition:
        raise AssertionError("\n".join(str(part) for part in said))


def expect_site_unchanged(project, before):
    after = project.tree()
    changed = sorted(key for key in before.keys() | after.keys() if before.get(key) != after.get(key))
    expect(not changed, "the site changed:", changed[:10])


def expect_refused(files, code, path=None, line=None, column=None, options=(), good={"incidents/good.md": GOOD}):
    """Content added to a built site: exit 1 with this finding at this place, and the site as before."""
    with Project(good) as project:
        run = project.build()
        expect(run.code == 0, "the good content does not build", run)
        before = project.tree()
        for name, text in files.items():
            project.add(name, text)
        run = project.build("--format", "json", *options)
        expect(run.code == 1, f"expected exit 1 with {code}", run)
        found = json.loads(run.out)["findings"]
        path = "content/" + (path or next(iter(files)))
        matching = [x for x in found if x["code"] == code and x["path"] == path and (line is None or x.get("line") == line) and (column is None or x.get("column") == column)]
        expect(matching, f"no {code} at {path}:{line}:{column}; found", *[(x["code"], x["path"], x.get("line"), x.get("column"), x["message"]) for x in found])
        expect_site_unchanged(project, before)
        return matching[0]


def expect_found(text, code, line=None, column=None, level=None, path="incidents/bad.md", more={}):
    """A check of one document finds this."""
    with Project({path: text, **more}) as project:
        found = project.findings()
        matching = [x for x in found if x["code"] == code and (line is None or x.get("line") == line) and (column is None or x.get("column") == column) and (level is None or x["level"] == level)]
        expect(matching, f"no {code} at line {line}; found", *[(x["code"], x["level"], x.get("line"), x.get("column"), x["message"]) for x in found])
        return matching[0]


def built(files, *options, good=None):
    """A project that was built; the caller leaves it with `with`."""
    project = Project(files)
    run = project.build("--keep-going", *options)
    project.built = run
    expect(run.code in (0, 1), run)
    return project
