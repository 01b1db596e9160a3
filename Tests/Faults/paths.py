"""Rows 53 to 64: paths and the file system."""
import os
import socket
import stat
import subprocess
import time

from harness import GOOD, TEMPLATES, Project, Skipped, built, expect, expect_site_unchanged, needs, test


@test(53, "slugs that leave the site or that some disk cannot hold")
def hostile_slugs():
    for slug in ("../../etc/cron.d/x", "/abs", "a/../b", ".", '""', "CON", "'a.'", "'a '", "n" * 300, "%2e%2e", "'a\\b'", '"a\\0b"', "..", "a//b"):
        with Project({"incidents/a.md": GOOD.replace("severity: P2", f"severity: P2\nslug: {slug}")}) as project:
            run = project.build("--keep-going")
            expect(run.code in (0, 1), slug, run)
            outside = [str(p) for p in project.path.iterdir() if p.name not in ("content", "site")]
            expect(not outside, slug, outside)
            for path in project.tree():
                expect(".." not in path.split("/") and "\\" not in path and not path.startswith("/"), slug, path)
                expect(all(len(part.encode()) <= 255 and part.rstrip(". ") == part for part in path.split("/")), slug, path)
            expect(run.code == 1 or not any(x in "".join(project.tree()) for x in ("%2e", "CON")), slug)


@test(54, "paths that lead out of the content are refused and never read")
def outside():
    with Project({"incidents/a.md": GOOD}) as project:
        project.write("secret.txt", "canary-7731")
        for target in ("../../secret.txt", "../../../etc/passwd", "file:///etc/passwd", "/etc/passwd", "..%2f..%2fsecret.txt", "../incidents/../../secret.txt"):
            project.add("incidents/a.md", GOOD + f'\n![p]({target}) [l]({target}) <img src="{target}"> <a href="{target}">x</a>\n')
            run = project.build()
            project.build("--keep-going")
            expect(not project.site("canary-7731") and not project.site("root:x:0"), target)
            # An address with a scheme leads nowhere and says so; a path that leads out is an error.
            expect("BS022" in run.text if target.startswith("file:") else run.code == 1, target, run)


@test(55, "links of the file system in the content")
def links():
    with Project({"incidents/good.md": GOOD}) as project:
        project.write("outside/x.md", GOOD.replace("Checkout", "Canaryword"))
        os.symlink("../../outside/x.md", project.at("content/incidents/x.md"))
        os.symlink("..", project.at("content/incidents/loop"))
        os.symlink("../../outside", project.at("content/incidents/folder"))
        os.symlink("nowhere", project.at("content/incidents/dangling.md"))
        run = project.build("--keep-going")
        expect(run.code in (0, 1) and run.text.count("BS009") >= 4, run)
        expect(not project.site("Canaryword"))
    with Project({"incidents/good.md": GOOD}) as project:
        os.rename(project.at("content"), project.at("real"))
        os.symlink("real", project.at("content"))
        expect(project.build().code == 0, "a content folder behind a link")


def change_between(project, change, wait="mkdir"):
    """Builds, and changes something after the check: the first folder that the build makes is held up for two seconds.

    Without a cache, whose folder would be the first.
    """
    needs("strace")
    words = ["strace", "-f", "-qq", "-o", "/dev/null", "-e", f"trace={wait},mkdirat", "-e", f"inject={wait}:delay_enter=2000000:when=1"]
    process = subprocess.Popen([*words, *project.words("build", "--keep-going", "--no-cache")], cwd=project.path, stdout=subprocess.PIPE, stderr=subprocess.PIPE, stdin=subprocess.DEVNULL)
    time.sleep(1.2)
    change()
    out, err = process.communicate(timeout=60)
    return process.returncode, (out + err).decode()


@test(56, "a source that changes between check and rendering ends the build")
def changed():
    def another(project):
        project.add("incidents/a.md", GOOD + "\nCanaryword.\n")

    def invalid(project):
        project.add("incidents/a.md", GOOD.encode() + b"\xff\n")

    def link(project):
        project.write("outside.md", GOOD + "\nCanaryword.\n")
        os.unlink(project.at("content/incidents/a.md"))
        os.symlink("../../outside.md", project.at("content/incidents/a.md"))

    def folder_link(project):
        os.rename(project.at("content/incidents"), project.at("moved"))
        os.symlink("../moved", project.at("content/incidents"))

    def picture(project):
        project.add("incidents/p.png", "other")

    def gone(project):
        os.unlink(project.at("content/incidents/a.md"))

    for change in (another, invalid, link, folder_link, picture, gone):
        with Project({"incidents/a.md": GOOD + "\n![p](p.png)\n", "incidents/p.png": "png"}) as project:
            code, text = change_between(project, lambda: change(project))
            expect(code == 75 and "changed while the build was running" in text, change.__name__, code, text)
            expect(not project.tree(), change.__name__, "something is published")


@test(57, "pipes, sockets, devices and folders in place of documents")
def irregular():
    with Project({"incidents/good.md": GOOD}) as project:
        os.mkfifo(project.at("content/incidents/pipe.md"))
        listener = socket.socket(socket.AF_UNIX)
        here = os.getcwd()
        os.chdir(project.at("content/incidents"))
        listener.bind("socket.md")
        os.chdir(here)
        os.mkdir(project.at("content/incidents/folder.md"))
        os.mkfifo(project.at("content/site.yml"))
        names = ["incidents/pipe.md", "incidents/socket.md", "incidents/folder.md", "site.yml"]
        if os.geteuid() == 0:
            os.mknod(project.at("content/incidents/device.md"), 0o600 | stat.S_IFCHR, os.makedev(1, 5))
            names.append("incidents/device.md")
        run = project.build("--format", "json", timeout=10)
        expect(run.code == 1 and not project.tree(), run)
        for name in names:
            expect(f'"content/{name}"' in run.text.replace("\\/", "/"), f"no finding about {name}", run)
        expect(run.text.count("BS067") >= len(names), run)
        listener.close()


def as_nobody():
    if os.geteuid() != 0:
        return ()
    needs("setpriv")
    return ("setpriv", "--reuid=65534", "--regid=65534", "--clear-groups")


@test(57, "files without permission")
def closed():
    with Project({"incidents/good.md": GOOD, "incidents/closed.md": GOOD, "incidents/folder/x.md": GOOD}) as project:
        os.chmod(project.path, 0o777)
        os.chmod(project.at("content/incidents/closed.md"), 0)
        os.chmod(project.at("content/incidents/folder"), 0)
        run = project.build("--format", "json", prefix=as_nobody())
        expect(run.code == 1 and run.text.count("BS068") == 2 and "permission denied" in run.text, run)
        expect(not project.at("site").exists())


@test(58, "dangerous site folders are refused before anything is written")
def dangerous():
    with Project({"incidents/a.md": GOOD}) as project:
        project.write("home/x", "kept")
        project.write("repository/.git/config", "")
        os.mkdir(project.at("real"))
        os.symlink("real", project.at("link"))
        os.symlink(".", project.at("here"))

        def names():
            return sorted(os.path.join(f, n) for f, d, ns in os.walk(project.path) for n in d + ns)
        before = names()
        for site in ("", "content", ".", "./", "..", "content/site", "content/incidents", "/", "//", "home", "repository", "link", "link/", "here/content", "content/..", str(project.path), "nothing/../content"):
            run = project.build("--site", site, env={"HOME": str(project.at("home"))})
            expect(run.code == (74 if site.startswith("nothing") else 64), site, run)
            expect(names() == before, site, "something is written")


@test(59, "files that the build did not write")
def foreign():
    with built({"incidents/a.md": GOOD}) as project:
        page = next(p for p in project.tree() if p.startswith("blog/") and p.endswith(".md"))
        mine = ["blog/mine.md", "docs/own/page.md", "static/archive/notes.txt", "static/.archive.aside/mine.txt", "package.json"]
        for name in mine:
            project.write("site/" + name, "mine")
        project.add("incidents/a.md", GOOD.replace("ten", "twenty"))
        expect(project.build().code == 0)
        os.remove(project.at("content/incidents/a.md"))
        project.add("incidents/b.md", GOOD.replace("Checkout", "Cart"))
        expect(project.build().code == 0)
        expect(all(project.at("site/" + n).read_text() == "mine" for n in mine))
        expect(page not in project.tree())
    for back in (False, True):
        with built({"incidents/a.md": GOOD}) as project:
            page = next(p for p in project.tree() if p.startswith("blog/") and p.endswith(".md"))
            file = project.at("site/" + page)
            times, text = os.stat(file), file.read_bytes()
            file.write_bytes(text.swapcase())
            if back:
                os.utime(file, ns=(times.st_atime_ns, times.st_mtime_ns))
            before = project.tree()
            project.add("incidents/a.md", GOOD.replace("ten", "twenty"))
            run = project.build()
            expect(run.code == 1 and "BS042" in run.text, back, run)
            expect_site_unchanged(project, before)
            os.remove(project.at("content/incidents/a.md"))
            project.add("incidents/b.md", GOOD.replace("Checkout", "Cart"))
            run = project.build()
            expect(run.code == 0 and f"kept site/{page}" in run.text, back, run)
            expect(file.read_bytes() == text.swapcase(), "the edit is gone", back)
    with Project() as project:
        project.write("site/static/archive/index.html", "mine")
        run = project.build()
        expect(run.code == 1 and "BS043" in run.text and project.tree() == {"static/archive/index.html": b"mine"}, run)


@test(60, "a site of another tool, and manifests that are damaged or false")
def manifests():
    with Project() as project:
        project.write("site/.build-site/other.db", "mine")
        run = project.build()
        expect(run.code == 1 and "BS043" in run.text and not project.tree(), run)
    with built({"incidents/good.md": GOOD}) as project:
        manifest = project.at("site/.build-site/manifest")
        text, before = manifest.read_bytes(), project.tree()
        project.add("incidents/good.md", GOOD.replace("ten", "twenty"))
        for damage in (b"", text[: len(text) // 2], b"\0" * len(text), text[:-3], text.replace(b"build-site manifest 2", b"build-site manifest 9"), os.urandom(500)):
            expect(damage != text)
            manifest.write_bytes(damage)
            run = project.build()
            expect(run.code == 1, damage[:30], run)
            expect_site_unchanged(project, before)
        manifest.write_bytes(text)
        project.write("site/package.json", "mine")
        status = os.stat(project.at("site/package.json"))
        lines = text.decode().splitlines()
        lines[1:-1] = sorted(lines[1:-1] + [f"{'0' * 32} 4 {status.st_mtime_ns} - package.json"], key=lambda x: x.split(" ", 4)[4].encode())
        lines[-1] = f"end {len(lines) - 2}"
        manifest.write_text("\n".join(lines) + "\n")
        run = project.build()
        expect(run.code == 0 and project.at("site/package.json").read_text() == "mine", run)


@test(61, "names that one disk tells apart and another does not")
def collisions():
    for first, second in (("A.md", "a.md"), ("stra\u00dfe.md", "strasse.md"), ("e\u0301.md", "\u00e9.md")):
        with Project({"runbooks/" + first: "# One\n\n## Steps\n\n1. a\n", "runbooks/" + second: "# Two\n\n## Steps\n\n1. b\n"}) as project:
            run = project.build()
            if run.code == 0:
                paths = [p.lower() for p in project.tree()]
                expect(len(set(paths)) == len(paths), first, second)
            else:
                expect(run.code == 1 and not project.tree(), run)
                expect(os.path.basename(first) in run.text or os.path.basename(second) in run.text, run)


@test(62, "a site that may not be written to")
def read_only():
    with Project() as project:
        expect(project.build().code == 0)
        os.chmod(project.path, 0o777)
        before = project.tree()
        project.add("incidents/good.md", GOOD.replace("ten", "twenty"))
        run = project.build(prefix=as_nobody())
        if os.geteuid() == 0:
            expect(run.code == 74 and "permission denied" in run.text and "site/" in run.text, run)
            expect_site_unchanged(project, before)


@test(63, "names with spaces, quotes, line breaks, emoji and hyphens")
def names():
    for name in ("a b", "it's", 'say "x"', "-rf", "\U0001f525", "a\nb", "--help", "n" * 240, "a&b<c>", "100%", "#1"):
        with Project({f"incidents/{name}.md": GOOD, f"runbooks/{name}.md": "# Relay\n\n## Steps\n\n1. a\n"}) as project:
            run = project.build()
            expect(run.code in (0, 1) and (run.code == 1 or project.tree()), name, run)


@test(64, "the result holds nothing of the machine")
def clean():
    with built({"incidents/a.md": GOOD + "\n![p](p.png)\n", "incidents/p.png": "png", "runbooks/r.md": "# R\n\n## Steps\n\n1. a\n"}) as project:
        for folder, folders, files in os.walk(project.at("site")):
            for name in folders + files:
                status = os.lstat(os.path.join(folder, name))
                expect(stat.S_ISREG(status.st_mode) or stat.S_ISDIR(status.st_mode), folder, name)
                expect(not stat.S_ISREG(status.st_mode) or status.st_nlink == 1, folder, name, "has two names")
                expect(".tmp" not in name and "aside" not in name and name != "stage", folder, name)
        for word in (str(project.path), TEMPLATES, socket.gethostname()):
            expect(not project.site(word), word)
