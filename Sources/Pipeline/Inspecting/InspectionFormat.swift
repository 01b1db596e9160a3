internal import Diagnostics
internal import Incidents
internal import Publishing
internal import Vocabulary

/// A format for printing what was understood of a review.
package struct InspectionFormat: Sendable {
  package let name: String
  let text: @Sendable (_ inspection: Inspection) -> [UInt8]

  package static let all: [InspectionFormat] = [.json, .plain]

  /// JSON Lines: one object per incident.
  package static let json = InspectionFormat(name: "json") { inspection in
    let incident = inspection.incident
    var writer = JSONWriter()
    writer.object { writer in
      writer.member("path", inspection.path)
      writer.member("line", inspection.line)
      writer.member("title", incident.title)
      writer.member("date", incident.day?.description)
      writer.member("severity", incident.severityWritten)
      writer.key("sections")
      writer.object { writer in
        for (kind, section) in inspection.sections {
          writer.key(kind.rawValue)
          writer.object { writer in
            writer.member("line", section.line)
            writer.member("heading", section.heading)
            if section.isInferred { writer.member("inferred", true) }
          }
        }
      }
      writer.key("timeline")
      writer.write(incident.timeline)
      writer.key("actionItems")
      writer.array { writer in for item in incident.actionItems { writer.write(item) } }
      writer.key("unread")
      writer.array { writer in for line in inspection.unread { writer.write(line) } }
    }
    return writer.file()
  }

  /// One line for each thing that was understood, in the form of compiler messages.
  package static let plain = InspectionFormat(name: "text") { inspection in
    let incident = inspection.incident
    var lines: [(line: Int, text: String)] = inspection.sections.map { kind, section in
      let doubt = section.isInferred ? ", by its content" : ""
      return (section.line, "section \(kind.rawValue)\(doubt): \(section.heading)")
    }
    for entry in incident.timeline?.entries ?? [] {
      let time = entry.instantInWords
      lines.append((entry.line, "entry \(entry.written) (\(time)): \(entry.text.firstLine)"))
    }
    lines += incident.milestones.known.map { milestone, mark in
      (mark.line, "milestone \(milestone.rawValue): \(mark.moment.written)")
    }
    lines += incident.communications.map {
      ($0.line, "told \($0.audience.rawValue): \($0.channel)")
    }
    lines += incident.actionItems.map { ($0.line, $0.inWords) }
    lines += inspection.unread.map { ($0.line, "not understood, \($0.reason): \($0.text)") }
    let facts = [
      "title: \(incident.title)",
      "date: \(incident.day?.description ?? "unknown")",
      "severity: \(incident.severityWritten ?? "unknown")",
      "status: \(incident.updateStatus?.rawValue ?? incident.frontMatter.status ?? "unknown")",
      "zone: \(incident.timeline?.zone ?? "not stated")",
    ]
    let head = facts.map { "\(inspection.path): \($0.inertLine)\n" }
    let body = lines.enumerated().sorted {
      ($0.element.line, $0.offset) < ($1.element.line, $1.offset)
    }
    .map { "\(inspection.path):\($0.element.line): \($0.element.text.inertLine)\n" }
    return Array((head + body).joined().utf8)
  }
}

extension JSONWriter {
  fileprivate mutating func member(_ key: String, _ value: String?) {
    self.key(key)
    if let value { self.value(value) } else { null() }
  }

  fileprivate mutating func write(_ timeline: Timeline?) {
    guard let timeline else { return null() }
    object { writer in
      writer.member("zone", timeline.zone)
      writer.key("entries")
      writer.array { writer in
        for entry in timeline.entries {
          writer.object { writer in
            writer.member("line", entry.line)
            writer.member("written", entry.written)
            writer.member("time", entry.moment?.rfc3339)
            writer.member("text", entry.text)
          }
        }
      }
    }
  }

  fileprivate mutating func write(_ line: UnreadLine) {
    object { writer in
      writer.member("line", line.line)
      writer.member("text", line.text)
      writer.member("reason", line.reason)
    }
  }

  fileprivate mutating func write(_ item: ActionItem) {
    object { writer in
      writer.member("line", item.line)
      writer.member("title", item.title)
      writer.member("owner", item.owner)
      writer.member("due", item.due?.description ?? item.dueWritten)
      writer.member("link", item.link)
      writer.member("done", item.isDone)
    }
  }
}

extension TimelineEntry {
  /// The instant, or as much of it as is known.
  fileprivate var instantInWords: String {
    guard let moment else { return day.map { "\($0), no time" } ?? "no time" }
    if let instant = moment.rfc3339 { return instant }
    let time = moment.day.map { "\($0) \(moment.timeOfDay)" } ?? "\(moment.timeOfDay), no day"
    return moment.offset == nil ? "\(time), no time zone" : time
  }
}

extension ActionItem {
  fileprivate var inWords: String {
    let marks = [
      owner.map { "owner \($0)" }, dueWritten.map { "due \($0)" }, link, state.rawValue,
    ]
    return "action item: \(title) (\(marks.compactMap { $0 }.joined(separator: ", ")))"
  }
}

extension String {
  fileprivate var firstLine: Substring { prefix { $0 != "\n" } }
}
