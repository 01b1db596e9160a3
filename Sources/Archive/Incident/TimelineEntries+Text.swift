internal import Bytes
internal import Incidents
internal import Templates
internal import Vocabulary

/// What an entry of the list is called, and how its time and text are written.
extension TimelineEntries {
  /// The id of each entry on the page: its time of day, with a number from the second one on.
  static func ids(of timeline: Timeline) -> [String] {
    var counts: [String: Int] = [:]
    return timeline.entries.map { entry in
      let base = "t-" + (entry.moment.map { hyphenated($0.timeOfDay) } ?? "unknown")
      let number = counts[base, default: 0] + 1
      counts[base] = number
      return number == 1 ? base : "\(base)-\(number)"
    }
  }

  /// The time of day with the author's writing of it, which may name the day and the zone as well.
  static func time(of entry: TimelineEntry) -> HTML {
    guard let moment = entry.moment else { return HTML(text: entry.written) }
    var html = HTML(trusted: "<time datetime=\"\(moment.machineTime)\"")
    if entry.written != moment.timeOfDay {
      html.append(HTML(trusted: " title=\""))
      html.append(HTML(text: entry.written))
      html.append(HTML(trusted: "\""))
    }
    html.append(HTML(trusted: ">\(moment.timeOfDay)</time>"))
    return html
  }

  /// Lines of the source joined to running text, except those that begin a field such as "Impact:
  /// …".
  static func flowing(_ text: String) -> String {
    guard text.utf8.contains(0x0A) else { return text }
    var flowing = ""
    for line in text.split(separator: "\n") {
      if !flowing.isEmpty { flowing += isField(line) ? "\n" : " " }
      flowing += line
    }
    return flowing
  }

  static func isField(_ line: Substring) -> Bool {
    guard let colon = line.firstIndex(of: ":"), line.first?.isUppercase == true else {
      return false
    }
    return line.distance(from: line.startIndex, to: colon) <= 24
  }

  static func hyphenated(_ time: String) -> String {
    String(decoding: time.utf8.map { $0 == .colon ? .hyphen : $0 }, as: UTF8.self)
  }
}

extension Timeline {
  /// Whether a page lists the entries. Where most times stand without a text, the text is somewhere the reader
  /// does not look, and the record as written says more than a list of times.
  var isListed: Bool { entries.count { $0.text.isEmpty } * 2 < entries.count }
}
