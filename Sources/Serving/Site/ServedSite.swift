package import Files

/// The files of an archive by their paths, and which of them a request means.
///
/// A request never becomes a path of the disk: what it asks for is looked up among the files that the build wrote.
package struct ServedSite: Sendable {
  /// The hash of each file, by its path below the archive.
  package let files: [String: ContentHash]
  /// What every page is told.
  package let state: LiveState
  private let origins: Origins
  /// The files that decide how all pages look and behave: styles and scripts beside the home page.
  let shared: [String]

  package init(files: [String: ContentHash], state: LiveState, origins: Origins) {
    self.files = files
    shared = files.keys.filter { path in
      !path.contains("/") && [".css", ".js", ".svg"].contains { path.hasSuffix($0) }
    }
    self.state = state
    self.origins = origins
  }

  /// The answer to a request. Nothing is read for it.
  package func response(to request: Request) -> Response {
    guard request.method == "GET" || request.method == "HEAD" else {
      return .refusal(405, "only GET and HEAD are understood", [.init("Allow", "GET, HEAD")])
    }
    if request.hasBody { return .refusal(400, "a request has no body here") }
    if let refusal = origins.refusal(of: request) { return refusal }
    guard request.path.utf8.first == 0x2F, let path = RequestPath.decoded(request.path) else {
      return .refusal(400, "the address is not one")
    }
    if let own = own(path, request) { return own }
    return file(String(path.dropFirst()), request)
  }

  /// The script and the style sheet of the panel, and the events that it listens to.
  private func own(_ path: String, _ request: Request) -> Response? {
    switch path {
    case LivePage.script: return live("live.js", LiveScript.script, request)
    case LivePage.style: return live("live.css", LiveScript.style, request)
    case LivePage.events:
      let page = request.query.first { $0.name == "page" }
      guard let page = page.flatMap({ RequestPath.decoded($0.value) }) else {
        return .refusal(400, "no page is named")
      }
      return Response(
        200, [.init("Content-Type", "text/event-stream")], .events(page: self.page(at: page)))
    default: return nil
    }
  }

  private func live(_ name: String, _ text: String, _ request: Request) -> Response {
    Response(200, [.init("Content-Type", MediaType.of(name))], .bytes(Array(text.utf8)))
  }

  /// The path below the archive that an address on this server leads to, whether or not there is a file.
  package func page(at address: String) -> String {
    let path = address.hasPrefix("/") ? String(address.dropFirst()) : address
    return path.isEmpty || path.utf8.last == 0x2F ? path + "index.html" : path
  }

  private func file(_ path: String, _ request: Request) -> Response {
    let file = page(at: "/" + path)
    if files[file] != nil {
      return Response(200, [.init("Content-Type", MediaType.of(file))], .file(file))
    }
    // Relative links of a folder's page only work with the slash.
    if !path.isEmpty, files[path + "/index.html"] != nil {
      return .refusal(
        302, "the page is at /\(path)/", [.init("Location", "/\(RequestPath.encoded(path))/")])
    }
    return Response(
      404, [.init("Content-Type", MediaType.html)], .bytes(LivePage.missing(path, in: self)))
  }
}
