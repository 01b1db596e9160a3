#!/usr/bin/env python3
"""Sends `build-site serve` what no browser sends: by a raw socket, so that no library mends it.

usage: attack.py BINARY CONTENT TEMPLATES [quick]

Ends with 1 and a line for each answer that is wrong. quick: fewer requests and sockets.
"""

import concurrent.futures
import os
import shutil
import signal
import socket
import subprocess
import sys
import time

from served import Server, parsed, read_all

CANARY = b"canary-of-a-file-that-is-not-in-the-manifest"
PAGE = "/incidents/index.html"


def requests(port):
    """Names, bytes and the statuses that are right; 0 is an end without an answer."""
    host = f"Host: 127.0.0.1:{port}\r\n".encode()

    def get(path, headers=b"", own=host, method=b"GET", version=b"HTTP/1.1"):
        if isinstance(path, str):
            path = path.encode("latin-1")
        return method + b" " + path + b" " + version + b"\r\n" + own + headers + b"Connection: close\r\n\r\n"

    # Out of the archive, in every encoding.
    for path in [
        "/../../../.build-site/manifest", "/%2e%2e/%2e%2e/content/site.yml", "/..%2f..%2fcontent/site.yml", "/..%5c..%5ccontent",
        "/.%2e/x", "/%2e./x", "/incidents/../../../canary.txt", "/incidents/..%2f..%2f..%2fcanary.txt", "//etc/passwd",
        "///etc/passwd", "/%2fetc%2fpasswd", "/etc/passwd", "/%252e%252e%252fcanary.txt", "/\\..\\..\\canary.txt",
        "/....//....//canary.txt", "/..;/canary.txt", "/canary.txt", "/link.txt", "/folder-link/canary.txt", "/archive-leak/canary.txt",
        "/../archive-leak/canary.txt", "/incidents/index.html/", "/incidents/index.html/../../canary.txt", "/.git/config",
        "/.build-site/", "/.build-site/manifest", "/.build-site/lock", "/.build-site/live.js/", "/INDEX.HTML", "/index.html%20",
        "/index.html.", "/index.html::$DATA", "/CON", "/%EF%BC%8E%EF%BC%8E/canary.txt", "/?/../../canary.txt/x", "/%3f",
        "/~root/", "/proc/self/environ",
    ]:
        status = {200} if path.startswith("/?") else {404}
        yield f"path {path}", get(path), status
    for path in [
        "/%c0%ae%c0%ae/canary.txt", "/%e0%80%ae/", "/index.html%00", "/index.html%00.txt", "/%", "/%2", "/%zz", "/%u002e/",
        "/a%0d%0aX-Evil:%20y", "/%ff%fe", "*", "index.html", f"http://127.0.0.1:{port}/index.html", "http://evil.example/",
        "file:///etc/passwd",
    ]:
        yield f"address {path}", get(path), {400, 404}
    yield "raw bytes", get(b"/\xff\xfe\xc0\xae"), {400, 404}
    # A NUL ends the path for the library; what stands before it is a file of the site.
    yield "a raw NUL", get(b"/index.html\x00.txt"), {0, 200, 400, 404}
    yield "a raw NUL before a file of others", get(b"/canary.txt\x00/index.html"), {0, 400, 404}
    yield "a raw escape", get(b"/\x1b[2J"), {0, 400, 404}
    # Who asks.
    for name in [
        "evil.example", f"evil.example:{port}", f"127.0.0.1.evil.example:{port}", "localhost.evil.example", f"localhost:{port}@evil.example",
        "0x7f000001", "2130706433", "127.1", "localhost.", "[evil]", "a" * 5000,
    ]:
        yield f"host {name[:40]}", get("/", own=f"Host: {name}\r\n".encode()), {421}
    yield "no host", get("/", own=b""), {400}
    yield "an empty host", get("/", own=b"Host: \r\n"), {400, 421}
    yield "two hosts", get("/", own=host + b"Host: evil.example\r\n"), {400}
    yield "two hosts, the other first", get("/", own=b"Host: evil.example\r\n" + host), {400}
    for origin in ["http://evil.example", "null", f"http://127.0.0.1:{port + 1}", f"https://127.0.0.1:{port}", "http://127.0.0.1"]:
        yield f"origin {origin}", get("/.build-site/events?page=%2F", f"Origin: {origin}\r\n".encode()), {403}
    yield "a script of another site", get("/archive.js", b"Sec-Fetch-Site: cross-site\r\nSec-Fetch-Mode: no-cors\r\n"), {403}
    yield "a frame of another port", get("/", b"Sec-Fetch-Site: same-site\r\nSec-Fetch-Mode: cors\r\n"), {403}
    # How they ask.
    for method in ["POST", "PUT", "DELETE", "OPTIONS", "TRACE", "PATCH", "CONNECT", "PROPFIND", "get", "X" * 100]:
        yield f"method {method[:20]}", get("/", method=method.encode()), {405}
    yield "POST with a body", get("/", b"Content-Length: 5\r\n", method=b"POST") + b"hello", {405}
    yield "GET with a body", get("/", b"Content-Length: 5\r\n") + b"hello", {400}
    yield "GET in chunks", get("/", b"Transfer-Encoding: chunked\r\n") + b"5\r\nhello\r\n0\r\n\r\n", {400}
    yield "a body of 1 GB announced", get("/", b"Content-Length: 1073741824\r\n"), {400, 413}
    yield "a negative length", get("/", b"Content-Length: -1\r\n"), {0, 400, 413}
    yield "a length that is none", get("/", b"Content-Length: 5x\r\n"), {0, 400}
    yield "two lengths", get("/", b"Content-Length: 0\r\nContent-Length: 5\r\n") + b"hello", {0, 400}
    yield "length and chunks", get("/", b"Content-Length: 5\r\nTransfer-Encoding: chunked\r\n") + b"0\r\n\r\n", {0, 400}
    yield "a request in a body", get("/", b"Content-Length: 40\r\n") + get("/canary.txt"), {0, 400}
    yield "a header of 1 MB", get("/", b"X: " + b"a" * (1 << 20) + b"\r\n"), {0, 400, 413, 431}
    yield "a path of 1 MB", get("/" + "a" * (1 << 20)), {0, 400, 404, 414, 431}
    yield "a query of 1 MB", get("/?" + "a=b&" * (1 << 18)), {0, 400, 414, 431}
    yield "10,000 headers", get("/", b"".join(b"X-%d: y\r\n" % n for n in range(10_000))), {0, 400, 413, 431}
    yield "a path of 20 KB", get("/" + "a" * 20_000), {404, 414, 431}
    yield "HTTP/0.9", b"GET /\r\n\r\n", {0, 200, 400, 505}
    yield "HTTP/3.7", get("/", version=b"HTTP/3.7"), {0, 200, 400, 505}
    yield "no version", b"GET / \r\n" + host + b"\r\n", {0, 200, 400, 505}
    yield "TLS", b"\x16\x03\x01\x02\x00\x01\x00\x01\xfc\x03\x03" + bytes(range(200)), {0, 400, 405, 505}
    yield "noise", bytes((n * 197 + 13) & 255 for n in range(4_000)) + b"\r\n\r\n", {0, 400, 405, 414, 431, 505}
    yield "line feeds alone", b"GET / HTTP/1.1\n" + host.replace(b"\r\n", b"\n") + b"Connection: close\n\n", {0, 200, 400}
    yield "a folded header", get("/", b"X: a\r\n b\r\n"), {0, 200, 400}
    yield "a header without a name", get("/", b": x\r\n"), {0, 200, 400}
    yield "a header without a colon", get("/", b"nothing\r\n"), {0, 200, 400}
    yield "an upgrade", get("/", b"Upgrade: websocket\r\nConnection: Upgrade\r\n"), {200, 400}
    yield "a range", get("/", b"Range: bytes=0-99999999999999999999\r\n"), {200, 206, 416}
    yield "Expect", get("/", b"Expect: 100-continue\r\n"), {100, 200, 417}
    yield "events about nothing", get("/.build-site/events"), {400}
    yield "two at once", get("/").replace(b"Connection: close\r\n", b"") + get(PAGE), {200}


class Checks:
    def __init__(self):
        self.failures = []
        self.count = 0

    def expect(self, is_right, what):
        self.count += 1
        if not is_right:
            self.failures.append(what)
            print(f"WRONG: {what}", flush=True)


def check_requests(server, checks):
    for name, raw, statuses in requests(server.port):
        start = time.monotonic()
        answer = server.send(raw)
        status, headers, _ = parsed(answer)
        took = time.monotonic() - start
        checks.expect(status in statuses, f"{name}: {status} is none of {sorted(statuses)}")
        checks.expect(took < 5, f"{name}: took {took:.1f} s")
        checks.expect(CANARY not in answer and b"root:x:" not in answer, f"{name}: a file that is none of the site's")
        checks.expect("x-evil" not in headers, f"{name}: a header of the client's")
        if status == 200 and headers.get("content-type", "").startswith("text/html"):
            checks.expect(headers.get("cross-origin-resource-policy") == "same-origin", f"{name}: may be read by others")
    checks.expect(server.get(PAGE)[0] == 200, "afterwards pages are there")


def check_answers(server, checks):
    """What a good client gets is what is in the folder, but for the live part of pages."""
    files = [path for path in server.archive.rglob("*") if path.is_file() and not path.is_symlink()]
    wanted = {str(path.relative_to(server.archive)): path.read_bytes() for path in files}
    served = 0
    for name, content in sorted(wanted.items()):
        status, headers, body = server.get("/" + "".join(c if c.isalnum() or c in "-._/" else f"%{ord(c):02X}" for c in name))
        if name in ("canary.txt",):
            continue
        checks.expect(status == 200, f"{name}: {status}")
        served += 1
        if not name.endswith(".html"):
            checks.expect(body == content, f"{name}: other bytes")
        head, headers, empty = server.get(f"/{name}", method="HEAD")
        checks.expect((head, empty) == (200, b""), f"HEAD {name}: {head}")
        if not name.endswith(".html"):
            checks.expect(headers.get("content-length") == str(len(content)), f"HEAD {name}: another length")
    checks.expect(served > 30, f"{served} files were served")
    checks.expect(server.get("/incidents")[0] == 302, "/incidents leads to its folder")
    checks.expect(server.get("/incidents/")[0] == 200, "/incidents/ is a page")


def check_slow_heads(server, checks):
    """Clients that never end their heads, silent ones and ones that send a byte now and then."""
    silent, trickling = server.connect(40), server.connect(40)
    trickling.sendall(b"GET / HTTP/1.1\r\nHost: 127.0.0.1\r\nX: ")
    start = time.monotonic()
    ended = {}
    silent.setblocking(False)
    trickling.setblocking(False)
    while len(ended) < 2 and time.monotonic() - start < 30:
        for name, client in [("silent", silent), ("trickling", trickling)]:
            if name in ended:
                continue
            try:
                if name == "trickling":
                    client.send(b"a")
                if client.recv(10) == b"":
                    ended[name] = time.monotonic() - start
            except BlockingIOError:
                pass
            except OSError:
                ended[name] = time.monotonic() - start
        time.sleep(0.25)
    for name in ["silent", "trickling"]:
        checks.expect(8 < ended.get(name, 99) < 20, f"a {name} client was ended after {ended.get(name, 'never')}")


def check_connections(server, checks, count):
    """Many clients at once, and one page that is asked for meanwhile."""
    with concurrent.futures.ThreadPoolExecutor(50) as pool:
        clients = list(pool.map(lambda _: server.connect(30), range(count)))
        start = time.monotonic()
        status = server.get(PAGE)[0]
        took = time.monotonic() - start
        checks.expect(status == 200 and took < 3, f"with {count} idle clients: {status} after {took:.1f} s")

        def ask(client):
            try:
                client.sendall(f"GET {PAGE} HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n\r\n".encode())
                return parsed(read_all(client))[0]
            except OSError:
                return 0

        answers = list(pool.map(ask, clients))
        for client in clients:
            client.close()
    if count <= 200:
        checks.expect(answers == [200] * count, f"{count} clients at once: {answers.count(200)} got the page")


def check_slow_reader(server, checks):
    """A client that asks for everything and reads nothing keeps nobody waiting."""
    client = server.connect(5)
    client.setsockopt(socket.SOL_SOCKET, socket.SO_RCVBUF, 1024)
    client.sendall(b"".join(f"GET {PAGE} HTTP/1.1\r\nHost: localhost\r\n\r\n".encode() for _ in range(200)))
    start = time.monotonic()
    status = server.get(PAGE)[0]
    took = time.monotonic() - start
    checks.expect(status == 200 and took < 2, f"beside a slow reader: {status} after {took:.1f} s")
    client.close()


def check_leaks(server, checks, count):
    """Requests, streams that are left, and connections that are cut off keep nothing."""

    def ask(number):
        with server.connect() as client:
            for inner in range(number):
                last = inner == number - 1
                path = ["/", PAGE, "/archive.css", "/nothing", "/%zz"][inner % 5]
                client.sendall(
                    f"GET {path} HTTP/1.1\r\nHost: localhost\r\n{'Connection: close' if last else 'X: y'}\r\n\r\n".encode())
                head = b""
                while b"\r\n\r\n" not in head:
                    if not (piece := client.recv(65536)):
                        return inner
                    head += piece
                _, headers, body = parsed(head)
                left = int(headers["content-length"]) - len(body)
                while left > 0:
                    left -= len(client.recv(65536))
            return number

    def leave(number):
        with server.connect() as client:
            client.sendall(b"GET /.build-site/events?page=%2F HTTP/1.1\r\nHost: localhost\r\n\r\n")
            if number % 2:
                client.recv(200)

    def round_of(many):
        with concurrent.futures.ThreadPoolExecutor(8) as pool:
            answered = sum(pool.map(ask, [100] * (many // 100)))
            list(pool.map(leave, range(many // 50)))
        return answered

    checks.expect(round_of(1_000) == 1_000, "1,000 requests on ten connections are answered")
    server.wait(lambda: server.descriptors() < 25, 45, "connections that are left are closed")
    descriptors, memory = server.descriptors(), server.memory()
    start = time.monotonic()
    answered = round_of(count)
    took = time.monotonic() - start
    checks.expect(answered == count, f"{answered} of {count} requests were answered")
    server.wait(lambda: server.descriptors() <= descriptors, 45, "connections that are left are closed")
    grown = server.memory() - memory
    checks.expect(grown < 12_000, f"{count} requests: {grown} KB more memory")
    print(f"{count} requests in {took:.1f} s: {grown} KB more memory, {server.descriptors()} descriptors", flush=True)


def check_vanishing(server, checks):
    """The content goes and comes back; the pages stay, and say so."""
    content, aside = server.folder / "content", server.folder / "aside"
    content.rename(aside)
    server.wait(lambda: "not rebuilt" in server.told(), 15, "a missing folder is told")
    checks.expect(server.get(PAGE)[0] == 200, "without the content, pages are there")
    builds = server.told().count("files changed") + server.told().count("file changed")
    aside.rename(content)
    server.wait(
        lambda: server.told().count("files changed") + server.told().count("file changed") > builds, 15,
        "the folder that is back is built")
    shutil.rmtree(server.folder / "site")
    server.wait(lambda: (server.archive / "index.html").exists(), 30, "a site that is deleted is built again")
    server.wait(lambda: server.get(PAGE)[0] == 200, 10, "its pages are there")


def check_taken_port(server, checks, binary):
    run = subprocess.run(
        [os.path.abspath(binary), "serve", "--port", str(server.port)], cwd=server.folder, capture_output=True, text=True, timeout=60)
    checks.expect(run.returncode == 74 and f"port {server.port} is taken" in run.stderr, f"a taken port: {run.returncode}, {run.stderr!r}")


def plant(server):
    """Files that lie in and beside the archive but are none of its files."""
    archive = server.archive
    (server.folder / "canary.txt").write_bytes(CANARY)
    for path in [archive / "canary.txt", archive.parent / "archive-leak/canary.txt", archive.parent / "canary.txt"]:
        path.parent.mkdir(exist_ok=True)
        path.write_bytes(CANARY)
    (archive / "link.txt").symlink_to(server.folder / "canary.txt")
    (archive / "folder-link").symlink_to(server.folder)


def main():
    binary, content, templates = sys.argv[1:4]
    is_quick = "quick" in sys.argv[4:]
    checks = Checks()
    server = Server(binary, content, templates)
    try:
        plant(server)
        with concurrent.futures.ThreadPoolExecutor(1) as pool:
            slow = pool.submit(check_slow_heads, server, checks)
            check_requests(server, checks)
            check_answers(server, checks)
            check_taken_port(server, checks, binary)
            check_slow_reader(server, checks)
            slow.result()
        check_connections(server, checks, 200)
        if not is_quick:
            check_connections(server, checks, 2_000)
        check_leaks(server, checks, 2_000 if is_quick else 10_000)
        check_vanishing(server, checks)
    except AssertionError as error:
        checks.expect(False, str(error))
    checks.expect(server.process.poll() is None, "it is still at work")
    code = server.end()
    checks.expect(code == 0, f"Ctrl-C: exit code {code}")
    if not is_quick:
        for number in [signal.SIGTERM, signal.SIGHUP]:
            other = Server(binary, content, templates)
            code = other.end(number)
            checks.expect(code == 128 + number, f"signal {number}: exit code {code}")
    print(f"{checks.count} checks, {len(checks.failures)} wrong")
    sys.exit(1 if checks.failures else 0)


main()
