/// The type of a file, as a browser needs it.
enum MediaType {
  /// By the ending of the name. Anything unknown is bytes that no browser shows or runs.
  static func of(_ path: String) -> String {
    guard let dot = path.utf8.lastIndex(of: 0x2E) else { return unknown }
    return types[path[path.index(after: dot)...].lowercased()] ?? unknown
  }

  static let html = "text/html; charset=utf-8"
  private static let text = "text/plain; charset=utf-8"
  private static let unknown = "application/octet-stream"

  private static let types = [
    "html": html, "css": "text/css; charset=utf-8", "js": "text/javascript; charset=utf-8",
    "json": "application/json", "xml": "application/xml", "txt": text, "log": text, "md": text,
    "mdx": text, "yml": text, "yaml": text, "csv": "text/csv; charset=utf-8",
    "ics": "text/calendar; charset=utf-8", "svg": "image/svg+xml", "png": "image/png",
    "jpg": "image/jpeg", "jpeg": "image/jpeg", "gif": "image/gif", "webp": "image/webp",
    "avif": "image/avif", "ico": "image/x-icon", "pdf": "application/pdf", "mp4": "video/mp4",
    "webm": "video/webm", "woff2": "font/woff2",
  ]
}
