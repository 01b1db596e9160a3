internal import Incidents
package import Runbooks
internal import Vocabulary

/// A message of the policy's template, filled with what the timeline says.
package struct UpdateDraft: Sendable {
  /// Ends in a line break. What is not known is `[unknown: …]`.
  package private(set) var text = ""
  /// What the unknown fields ask for, with the lines of the text from 1.
  package private(set) var unknown: [(line: Int, field: String)] = []
  /// Where the template is, or that it is build-site's own.
  package let source: String

  private let kind: UpdateTemplate.Kind
  private let running: RunningIncident

  package init(_ kind: UpdateTemplate.Kind, of running: RunningIncident) {
    self.kind = kind
    self.running = running
    let process = running.library.process
    if let process, let template = process.updateTemplates.first(where: { $0.kind == kind }) {
      source = Self.source(template, of: process)
      fill(template.text)
    } else {
      source = "template: build-site's own, because the policy has none for '\(kind.rawValue)'"
      fill(kind.standardText)
    }
  }

  /// Fills one of the policy's templates.
  init(_ template: UpdateTemplate, of running: RunningIncident) {
    kind = template.kind
    self.running = running
    source = running.library.process.map { Self.source(template, of: $0) } ?? ""
    fill(template.text)
  }

  private static func source(_ template: UpdateTemplate, of process: Runbook) -> String {
    "template: \(process.path):\(template.line)"
  }

  private mutating func fill(_ template: String) {
    var lines: [String] = []
    for (index, line) in template.numberedLines {
      lines.append(filled(line, number: index + 1))
    }
    while lines.last?.isEmpty == true { lines.removeLast() }
    text = lines.joined(separator: "\n") + "\n"
  }

  // MARK: - Lines

  private mutating func filled(_ line: String, number: Int) -> String {
    let label = line.firstIndex(of: ":").map { line[..<$0].foldedWords } ?? ""
    let bytes = Array(line.utf8)
    let fields = UpdateTemplate.fields(in: bytes, firstLine: number)
    guard !fields.isEmpty else { return filledExample(line, label) }
    func text(_ range: Range<Int>) -> String { String(decoding: bytes[range], as: UTF8.self) }
    var result = ""
    var end = 0
    for field in fields {
      result += text(end..<field.offsets.lowerBound)
      end = field.offsets.upperBound
      let behind = text(end..<bytes.count).foldedWords
      if let value = value(of: field.text, label: label, behind: behind) {
        result += value
      } else {
        unknown.append((number, field.text))
        result += "[unknown: \(field.text)]"
      }
    }
    return result + text(end..<bytes.count)
  }

  /// A line without brackets in which a template gives times and states as examples: "⏰ 10:15 UPDATE",
  /// "Status: INVESTIGATING / MITIGATING / RESOLVED", "Next update: 10:25".
  private func filledExample(_ line: String, _ label: String) -> String {
    if label == "status", let colon = line.firstIndex(of: ":"),
      let state = state(among: String(line[line.index(after: colon)...]))
    {
      return "\(line[...colon]) \(state)"
    }
    guard let clock = line.clock else { return line }
    let words = line.foldedWords
    let value: String? =
      label.hasPrefix("next update")
      ? nextUpdate
      : words.hasSuffix("update") || words.contains("resolved") ? running.now.time : nil
    return value.map { line.replacing(clock, with: $0) } ?? line
  }

  /// The option among "investigating / mitigating / resolved" that is the state of the incident, as it is written.
  private func state(among options: String) -> String? {
    let parts = options.split(separator: "/").map(\.trimmed)
    guard parts.count > 1 else { return nil }
    let status = kind == .resolved ? .resolved : running.status
    let words: [String] =
      switch status {
      case .investigating: ["investigating", "identified"]
      case .mitigating: ["mitigating", "fixing", "identified"]
      case .monitoring: ["monitoring", "mitigating", "fixing"]
      case .resolved: ["resolved", "fixed"]
      }
    return words.lazy.compactMap { word in parts.first { $0.foldedWords == word } }.first
  }

  // MARK: - Fields

  /// What is known for the words in some brackets; `label` are the folded words before the colon of the line, and
  /// `behind` those after the brackets.
  private func value(of field: String, label: String, behind: String) -> String? {
    let words = field.foldedWords
    if field.contains("/"), let state = state(among: field) { return state }
    if label.hasPrefix("next update") || words.hasPrefix("next update") { return nextUpdate }
    if label.contains("review") || words.contains("review") { return reviewDue }
    if words.hasPrefix("time") || words == "hh mm" {
      let milestone = Self.milestones.first { _, names in names.contains { behind.contains($0) } }
      guard let milestone else { return kind == .resolved ? resolution : running.now.time }
      return running.moment(of: milestone.0)?.timeOfDay
    }
    for (names, value) in Self.facts
    where names.contains(where: { label.mentions($0) }) { return value(running) }
    for (names, value) in Self.facts
    where names.contains(where: { words.mentions($0) }) { return value(running) }
    return nil
  }

  /// What the words behind a time name. The order matters: "fully restored" is the end, "mitigation" comes before.
  private static let milestones: [(Milestone, [String])] = [
    (.started, ["began", "begin", "started", "start of"]), (.detected, ["detected", "noticed"]),
    (.acknowledged, ["acknowledged"]), (.declared, ["declared"]),
    (.mitigated, ["mitigation", "mitigated"]), (.resolved, ["restored", "resolved"]),
    (.closed, ["closed"]),
  ]

  private static let facts: [([String], @Sendable (RunningIncident) -> String?)] = [
    // No timeline says where they are tracked.
    (["action items", "tracking"], { _ in nil }),
    (["impact", "affected"], { $0.said(["impact"]) }),
    (["actions", "action", "doing"], { $0.said(["actions", "action"]) ?? $0.latest }),
    (
      ["eta", "estimated", "if known"],
      { $0.status == .resolved ? "none, it is resolved" : $0.estimate }
    ),
    (["workaround", "if available"], { $0.said(["workaround"]) }),
    (["root cause", "cause"], { $0.said(["root cause", "cause"]) }),
    (
      ["fix applied", "fix", "what was done"],
      { $0.said(["fix applied", "fix"]) ?? ($0.incident.fix.isEmpty ? nil : $0.incident.fix) }
    ),
    (["monitoring", "what was added"], { $0.said(["monitoring"]) }),
    (
      ["service", "services"],
      { running in
        let names = running.incident.services.map {
          running.library.configuration.service($0)?.name ?? $0
        }
        return names.isEmpty ? nil : Wording.list(names)
      }
    ),
    (["severity"], { $0.incident.severity?.name ?? $0.incident.severityWritten }),
    (["title", "summary", "brief description"], { $0.incident.title }),
    (["incident id", "incident"], { $0.incident.id?.description }),
  ]

  private var resolution: String? {
    running.moment(of: .resolved)?.timeOfDay ?? running.now.time
  }

  private var nextUpdate: String {
    guard kind != .resolved, running.status != .resolved else { return "none, it is resolved" }
    return running.now.time(after: running.rhythm(of: kind).minutes)
  }

  /// The review's time when it is known, or else the end of its window.
  private var reviewDue: String? {
    if let held = running.moment(of: .reviewed) {
      return [held.day?.description, held.timeOfDay].compactMap(\.self).joined(separator: " ")
    }
    let minutes = running.library.policy[.review].minutes
    let end = running.moment(of: .resolved)?.clock ?? running.now.clock
    let due = LocalTime(clock: end + minutes * 60, offset: running.now.offset)
    return "by \(due.day) \(due.time)"
  }
}

extension String {
  /// The first clock time in a text, as written: `10:15`.
  var clock: String? {
    let bytes = Array(utf8)
    for index in bytes.indices where bytes[index] == UInt8(ascii: ":") {
      guard index >= 2, index + 2 < bytes.count else { continue }
      let text = bytes[(index - 2)...(index + 2)]
      let isClock = text.enumerated().allSatisfy {
        $0.offset == 2 || (0x30...0x39).contains($0.element)
      }
      let next = index + 3 < bytes.count ? bytes[index + 3] : 0x20
      if isClock, !(0x30...0x39).contains(next) { return String(decoding: text, as: UTF8.self) }
    }
    return nil
  }
}
