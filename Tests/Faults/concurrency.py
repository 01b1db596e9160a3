"""Rows 72 to 74: two builds at once, and a server."""
import collections
import os
import subprocess

from harness import GOOD, Project, expect, no_feature, test


@test(72, "builds at once: one writes, the others say so")
def at_once():
    with Project({f"incidents/{i}.md": GOOD.replace("Checkout", f"Service {i}") for i in range(30)}) as project, Project({f"incidents/{i}.md": GOOD.replace("Checkout", f"Service {i}") for i in range(30)}) as alone:
        expect(alone.build().code == 0)
        processes = [subprocess.Popen(project.words("build"), cwd=project.path, stdout=subprocess.DEVNULL, stderr=subprocess.PIPE) for _ in range(8)]
        codes = collections.Counter()
        for process in processes:
            said = process.communicate(timeout=120)[1].decode()
            codes[process.returncode] += 1
            expect(process.returncode == 0 or "held by another build" in said, said)
        expect(set(codes) <= {0, 75} and codes[0], codes)
        expect(project.tree() == alone.tree())
        expect(project.build().code == 0, "a lock stays")
        return str(dict(codes))


@test(72, "a lock that a dead build left")
def dead():
    with Project() as project:
        project.write("site/.build-site/lock", "")
        expect(project.build().code == 0)
        os.remove(project.at("site/.build-site/lock"))
        os.symlink("../../elsewhere", project.at("site/.build-site/lock"))
        # A build without a change needs no lock.
        project.add("incidents/another.md", GOOD)
        expect(project.build().code == 74 and not project.at("elsewhere").exists())


no_feature(73, "a build while 'serve' runs")
no_feature(74, "requests that try to leave the served site")
