"""Rows 75 to 81: determinism and size. Row 80 is in injection.py."""
import os
import shutil
import subprocess

from harness import GOOD, QUICK, ROOT, Project, Skipped, built, expect, test
from bytes_encoding import MEASURE


@test(75, "the same bytes twice, elsewhere, in another order, by one thread, another umask")
def same():
    files = {f"incidents/{i}.md": GOOD.replace("Checkout", f"Service {i}") for i in range(40)} | {"runbooks/r.md": "# R\n\n## Steps\n\n1. a\n"}
    with Project(files) as first, Project(dict(reversed(files.items()))) as second:
        expect(first.build().code == 0)
        run = second.build(env={"TZ": "Asia/Tokyo", "LC_ALL": "tr_TR.UTF-8", "USER": "other"}, prefix=("taskset", "-c", "0"), preexec_fn=lambda: os.umask(0o077))
        expect(run.code == 0, run)
        expect(first.tree() == second.tree())
        for file in first.at("content/incidents").iterdir():
            os.utime(file, (1, 1))
        run = first.build()
        expect("0 written" in run.text and first.tree() == second.tree(), run)


@test(76, "a second build writes nothing")
def nothing():
    with built({"incidents/a.md": GOOD, "runbooks/r.md": "# R\n\n## Steps\n\n1. a\n"}) as project:
        def times():
            return {os.path.join(f, n): os.lstat(os.path.join(f, n)).st_mtime_ns for f, d, ns in os.walk(project.at("site")) for n in ns if ".build-site" not in f}
        before = times()
        run = project.build()
        expect(run.code == 0 and "0 written" in run.text and " 0 removed" in run.text, run)
        expect(times() == before)


@test(77, "an incident that goes leaves nothing behind")
def removed():
    files = {"incidents/a.md": GOOD, "incidents/x.md": GOOD.replace("Checkout", "Xylophonic").replace("severity: P2", "severity: P1\ntags: [xylo]\nservices: [xylo]")}
    with built(files) as project, built({"incidents/a.md": GOOD}) as without:
        expect(project.site("Xylophonic"))
        os.remove(project.at("content/incidents/x.md"))
        expect(project.build().code == 0)
        expect(project.tree() == without.tree())
        empty = [f for f, d, ns in os.walk(project.at("site")) if not d and not ns and ".build-site" not in f and os.path.dirname(f) != str(project.at("site"))]
        expect(not empty, empty)


@test(78, "a thousand reviews in bounded time, memory and index")
def thousand():
    maker = os.environ.get("SHARED", str(ROOT.parent / "shared")) + "/tools/make-reviews"
    if not os.path.exists(maker):
        raise Skipped("the folder shared is missing")
    with Project({}) as project:
        count = 200 if QUICK else 1000
        subprocess.run([maker, str(count), str(project.at("content"))], check=True, capture_output=True)
        run = project.run("/usr/bin/python3", "-c", MEASURE, *project.words("build", "--keep-going"), timeout=300)
        megabytes = int(run.out.split(b"MB=")[-1])
        index = sum(len(t) for p, t in project.tree().items() if "/search/" in p and p.endswith(".js"))
        expect(megabytes < 500, megabytes)
        expect(index < 1_500_000, index)
        expect("release" not in os.environ.get("BUILD_SITE", "") or run.seconds < 10, run)
        return f"{run.seconds:.1f} s, {megabytes} MB, index {index >> 10} KB"


@test(79, "none, one, a thousand in one tag, all severe, none resolved")
def odd_libraries():
    with Project({"runbooks/r.md": "# R\n\n## Steps\n\n1. a\n"}) as project:
        expect(project.build().code == 0 and project.tree())
    for files in ({"incidents/a.md": GOOD}, {f"incidents/{i}.md": GOOD.replace("Checkout", f"S {i}").replace("P2", "P0\ntags: [one]") for i in range(60)},
                  {f"incidents/{i}.md": GOOD.replace("Checkout", f"S {i}").replace("- 10:40 UTC - Resolved\n", "") for i in range(8)}):
        with built(files) as project:
            expect(project.built.code in (0, 1), project.built)
            expect(not [p for p, t in project.tree().items() if p.endswith((".html", ".svg", ".json")) and (b"NaN" in t or b">inf" in t or b"-9223372036854775808" in t)])


@test(81, "mutated documents neither crash nor hang, and fixing twice is fixing once")
def fuzz():
    with Project({"incidents/a.md": GOOD.replace("## Timeline", "## timeline").replace("10:05", "9:05").replace("09:05", "9:05")}) as project:
        project.check("--fix")
        once = project.at("content/incidents/a.md").read_bytes()
        project.check("--fix")
        expect(project.at("content/incidents/a.md").read_bytes() == once)
    script = ROOT / ".ci/fuzz"
    if not script.exists():
        raise Skipped("no fuzzer")
    count = "100" if QUICK else "2000"
    done = subprocess.run([str(script), count, "7"], cwd=ROOT, capture_output=True, text=True, timeout=1800)
    expect(done.returncode == 0, done.stdout[-1500:], done.stderr[-500:])
    return done.stdout.strip().splitlines()[-1] if done.stdout.strip() else ""
