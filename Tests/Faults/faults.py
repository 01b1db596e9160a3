"""Runs the tests of the reliability catalogue and counts them.

usage: faults.py [--list] [NUMBER...]
"""
import importlib
import pathlib
import subprocess
import sys
import time
import traceback

import harness

GROUPS = ["bytes_encoding", "front_matter", "dates_times", "markdown", "injection", "docusaurus", "secrets_privacy", "paths", "disk_faults", "concurrency", "scale"]
ROWS = 81


def run(number, name, function):
    start = time.monotonic()
    try:
        note = function()
        verdict, said = "pass", note or ""
    except harness.Skipped as reason:
        verdict, said = "skip", str(reason)
    except subprocess.TimeoutExpired as error:
        verdict, said = "FAIL", f"no end after {error.timeout} s"
    except Exception as error:
        verdict = "FAIL"
        said = str(error) if isinstance(error, AssertionError) else traceback.format_exc()
    seconds = time.monotonic() - start
    print(f"{verdict} {number:2} {name} ({seconds:.1f} s){': ' + said if said and verdict != 'FAIL' else ''}", flush=True)
    if verdict == "FAIL":
        print("        " + said.strip().replace("\n", "\n        "), flush=True)
    return verdict


def main(words):
    for group in GROUPS:
        importlib.import_module(group)
    wanted = {int(word) for word in words if word.isdigit()}
    chosen = [x for x in sorted(harness.tests, key=lambda x: x[0]) if not wanted or x[0] in wanted]
    if "--list" in words:
        for number, name, _ in chosen:
            print(f"{number:2} {name}")
        return 0
    results = {}
    for number, name, function in chosen:
        results.setdefault(number, []).append(run(number, name, function))
    for number, name in harness.absent:
        if not wanted or number in wanted:
            print(f"none {number:2} {name}: no feature yet")
    passed = sorted(n for n, all in results.items() if set(all) == {"pass"})
    failed = sorted(n for n, all in results.items() if "FAIL" in all)
    skipped = sorted(n for n, all in results.items() if n not in passed + failed)
    absent = sorted({n for n, _ in harness.absent} - results.keys())
    tests = [verdict for all in results.values() for verdict in all]
    print(f"{len(passed)} of {ROWS} rows pass, {len(failed)} fail {failed or ''}, {len(skipped)} skipped {skipped or ''}, {len(absent)} have no feature {absent or ''}")
    print(f"{tests.count('pass')} passed, {tests.count('FAIL')} failed")
    return 1 if failed else 0


if __name__ == "__main__":
    sys.path.insert(0, str(pathlib.Path(__file__).parent))
    sys.exit(main(sys.argv[1:]))
