"""Runs `build-site serve` on a project of its own, for the tests beside this file."""

import os
import pathlib
import shutil
import signal
import socket
import subprocess
import tempfile
import time


class Server:
    """The program at work in a copy of some content, on a port that was free."""

    def __init__(self, binary, content, templates, options=()):
        self.folder = pathlib.Path(tempfile.mkdtemp(prefix="build-site-serve-"))
        shutil.copytree(content, self.folder / "content")
        shutil.copytree(templates, self.folder / "templates")
        self.log = open(self.folder / "log.txt", "w+b")
        self.process = subprocess.Popen(
            [os.path.abspath(binary), "serve", "--port", "0", *options], cwd=self.folder, stdin=subprocess.DEVNULL,
            stdout=subprocess.PIPE, stderr=self.log)
        line = self.process.stdout.readline().decode()
        if not line.startswith("serving http://"):
            raise SystemExit(f"serve did not start: {line!r}\n{self.told()}")
        self.address = line.split()[1]
        self.port = int(self.address.rsplit(":", 1)[1].rstrip("/"))
        self.archive = self.folder / "site/static/archive"

    def told(self):
        return (self.folder / "log.txt").read_text(errors="replace")

    def connect(self, timeout=15):
        return socket.create_connection(("127.0.0.1", self.port), timeout=timeout)

    def send(self, raw, timeout=15):
        """Sends bytes as they are and returns all that comes back until the server closes, or says nothing more."""
        with self.connect(timeout) as client:
            try:
                client.sendall(raw)
            except (BrokenPipeError, ConnectionResetError):
                pass  # Refused before all was sent.
            return read_all(client)

    def get(self, path, headers=(), method="GET"):
        """The status, the headers and the body of a request of a client that behaves."""
        lines = [f"{method} {path} HTTP/1.1", f"Host: 127.0.0.1:{self.port}", "Connection: close", *headers]
        return parsed(self.send(("\r\n".join(lines) + "\r\n\r\n").encode("latin-1")))

    def descriptors(self):
        return len(os.listdir(f"/proc/{self.process.pid}/fd"))

    def memory(self):
        """Resident memory in KB."""
        for line in open(f"/proc/{self.process.pid}/status"):
            if line.startswith("VmRSS:"):
                return int(line.split()[1])
        raise SystemExit("the server is gone")

    def wait(self, condition, seconds, what):
        end = time.monotonic() + seconds
        while not condition():
            if time.monotonic() > end:
                raise AssertionError(f"{what}: not within {seconds} s\n{self.told()}")
            time.sleep(0.02)

    def end(self, number=signal.SIGINT):
        """Returns the exit code."""
        self.process.send_signal(number)
        try:
            code = self.process.wait(10)
        except subprocess.TimeoutExpired:
            self.process.kill()
            raise AssertionError(f"signal {number} does not end it\n{self.told()}")
        shutil.rmtree(self.folder, ignore_errors=True)
        return code


def read_all(client):
    pieces = []
    try:
        while piece := client.recv(65536):
            pieces.append(piece)
    except (ConnectionResetError, socket.timeout):
        pass
    return b"".join(pieces)


def parsed(answer):
    head, _, body = answer.partition(b"\r\n\r\n")
    lines = head.decode("latin-1").split("\r\n")
    words = lines[0].split(" ", 2)
    status = int(words[1]) if len(words) > 1 and words[1].isdigit() else 0
    headers = {name.lower(): value for name, _, value in (line.partition(": ") for line in lines[1:])}
    return status, headers, body
