internal import Bytes
internal import CommonMark
internal import Incidents

/// The logs of a library: which incident of a file contains a line or a heading.
struct LogTable: Sendable {
  private struct Log {
    /// In the order of the file.
    var incidents: [(index: Int, lines: Range<Int>)] = []
    /// The incident that has a heading, by the heading's id.
    var anchors: [String: Int] = [:]
    /// Definitions outside the incidents, which their pages take along, in the order of the file.
    var definitions: [Range<Int>] = []

    /// The incident whose part contains a line.
    func incident(at line: Int) -> (index: Int, lines: Range<Int>)? {
      let next = incidents.partition { $0.lines.lowerBound > line }
      return next > 0 && incidents[next - 1].lines.contains(line) ? incidents[next - 1] : nil
    }
  }

  private var logs: [String: Log] = [:]
  private var pages: [String: PageFacts] = [:]

  /// Without any log.
  init() {}

  init(of incidents: [Incident], pages: [String: PageFacts]) {
    self.pages = pages
    let parts = incidents.indices.filter { incidents[$0].part != nil }
      .sorted { incidents[$0].line < incidents[$1].line }
    for index in parts {
      let incident = incidents[index]
      var log = logs.removeValue(forKey: incident.path) ?? Log()
      log.incidents.append((index, incident.part ?? 0..<0))
      log.definitions += incident.definitions
      for anchor in incident.sections.compactMap(\.anchor) where log.anchors[anchor] == nil {
        log.anchors[anchor] = index
      }
      logs[incident.path] = log
    }
    logs = logs.mapValues { log in
      var log = log
      log.definitions = log.definitions.inOrder
      return log
    }
  }

  /// The first incident of a file; `nil` when the file is not a log.
  func first(in path: String) -> Int? { logs.isEmpty ? nil : logs[path]?.incidents.first?.index }

  /// The incident of a log that contains a heading, or raw HTML with an id.
  func incident(in path: String, holding anchor: String) -> Int? {
    guard !logs.isEmpty, let log = logs[path] else { return nil }
    if let index = log.anchors[anchor] { return index }
    return pages[path]?.line(ofID: anchor).flatMap { log.incident(at: $0)?.index }
  }

  /// The part that contains a line; the whole file when none does.
  func part(of path: String, at line: Int?) -> DocumentPart {
    guard !logs.isEmpty, let line, let incident = logs[path]?.incident(at: line) else {
      return DocumentPart(path: path)
    }
    return DocumentPart(path: path, line: incident.lines.lowerBound)
  }

  /// Whether a line of a file appears on a page.
  func shows(_ line: Int, of path: String) -> Bool {
    guard !logs.isEmpty, let log = logs[path] else { return true }
    return log.incident(at: line) != nil || log.definitions.covers(line)
  }
}
