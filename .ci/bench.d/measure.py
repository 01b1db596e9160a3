"""What a run of a program costs."""
import os, subprocess, sys, time
from collections import namedtuple

# Seconds, and megabytes of the largest process.
Measure = namedtuple("Measure", "wall user system peak errors", defaults=[""])


def measured(command, folder):
    """Runs a command to its end. A build that finds errors in the reviews is a build all the same."""
    start = time.monotonic()
    process = subprocess.Popen(
        command, cwd=folder, stdout=subprocess.DEVNULL, stderr=subprocess.PIPE)
    errors = process.stderr.read().decode(errors="replace")
    _, status, usage = os.wait4(process.pid, 0)
    wall = time.monotonic() - start
    if os.waitstatus_to_exitcode(status) not in (0, 1):
        sys.exit(f"{command} failed:\n{errors[-2000:]}")
    return Measure(wall, usage.ru_utime, usage.ru_stime, usage.ru_maxrss / 1024, errors)


def settle():
    """A disk is slow for a while after many files have been written or have gone."""
    os.sync()
    time.sleep(1)
