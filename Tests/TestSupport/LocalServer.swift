import Foundation

/// A server of HTTP on this machine, for a test that asks addresses. Python's `http.server` answers.
package struct LocalServer: Sendable {
  package let port: Int
  private let log: URL

  /// `/ok` is there, `/gone` is not, `/moved` is at `/ok` by now, `/get` refuses HEAD, `/silent` never answers, `/loop`
  /// leads to itself, `/broken` fails, `/login` asks who is asking, and `/slow/…` takes a while.
  package static func run<Result>(
    _ body: (LocalServer) async throws -> Result
  ) async throws -> Result {
    try await withTemporaryFolder { folder in
      try folder.write(program, to: "server.py")
      let log = folder.appending(path: "log")
      _ = FileManager.default.createFile(atPath: log.path(), contents: nil)
      let process = Process()
      process.executableURL = URL(filePath: "/usr/bin/env")
      process.arguments = ["python3", folder.appending(path: "server.py").path(), log.path()]
      let output = Pipe()
      process.standardOutput = output
      process.standardInput = FileHandle.nullDevice
      try process.run()
      defer {
        // Threads of tests block other signals, and so does what they start.
        kill(process.processIdentifier, SIGKILL)
        process.waitUntilExit()
      }
      let line = String(decoding: output.fileHandleForReading.availableData, as: UTF8.self)
      guard let port = Int(line.trimmingCharacters(in: .whitespacesAndNewlines)) else {
        throw CocoaError(.executableLoad)
      }
      return try await body(LocalServer(port: port, log: log))
    }
  }

  package func address(_ path: String) -> String { "http://127.0.0.1:\(port)\(path)" }

  /// What was asked, as in `HEAD /ok`, in order.
  package func requests() throws -> [String] {
    let lines = try String(contentsOf: log, encoding: .utf8).split(separator: "\n")
    return lines.filter { !$0.hasPrefix("at once ") }.map(String.init)
  }

  /// The most requests that were open at once.
  package func mostAtOnce() throws -> Int {
    let lines = try String(contentsOf: log, encoding: .utf8).split(separator: "\n")
    return lines.compactMap { $0.hasPrefix("at once ") ? Int($0.dropFirst(8)) : nil }.max() ?? 0
  }

  private static let program = """
    import http.server, sys, threading, time

    lock = threading.Lock()
    open_requests = 0
    log = open(sys.argv[1], "a", buffering=1)

    class Handler(http.server.BaseHTTPRequestHandler):
        def answer(self):
            global open_requests
            with lock:
                open_requests += 1
                log.write(f"at once {open_requests}\\n{self.command} {self.path}\\n")
            path = self.path
            if path == "/silent":
                time.sleep(60)
            if path.startswith("/slow/"):
                time.sleep(0.4)
            with lock:
                open_requests -= 1
            statuses = {"/gone": 404, "/moved": 301, "/loop": 302, "/broken": 500, "/login": 401}
            status = statuses.get(path, 200)
            if path == "/get" and self.command == "HEAD":
                status = 405
            self.send_response(status)
            if path == "/moved":
                self.send_header("Location", "/ok")
            if path == "/loop":
                self.send_header("Location", "/loop")
            self.send_header("Content-Length", "0")
            self.end_headers()

        do_HEAD = do_GET = answer

        def log_message(self, *arguments):
            pass

    class Server(http.server.ThreadingHTTPServer):
        daemon_threads = True
        request_queue_size = 64

    server = Server(("127.0.0.1", 0), Handler)
    print(server.server_port, flush=True)
    server.serve_forever()

    """
}
