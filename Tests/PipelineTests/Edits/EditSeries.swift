import Files
import Foundation
import TestSupport

/// A project that a seed changes step by step, as people do: the files in memory, and some of the options.
struct EditSeries {
  private(set) var files: [String: [UInt8]] = [:]
  private(set) var withDrafts = false
  /// What the last step did.
  private(set) var last = "nothing"
  var random: SeededRandom
  private var number: Int
  /// Earlier texts, by path, for a file to go back to.
  private var earlier: [(path: String, bytes: [UInt8])] = []

  /// The project's own example and templates, and some generated reviews.
  init(seed: UInt64, reviews count: Int) throws {
    random = SeededRandom(seed: seed)
    number = count
    let root = URL(filePath: #filePath).appending(path: "../../../..").standardized.path()
    for folder in ["content", "templates/archive"] {
      for found in try FileSource.disk.list(root + folder, true) where found.kind == .file {
        files["\(folder)/\(found.path)"] = try readFile("\(root)\(folder)/\(found.path)")
      }
    }
    var known: [String] = []
    for number in 0..<count {
      let path = GeneratedReviews.path(number)
      files[path] = Array(GeneratedReviews.review(number, among: known, &random).utf8)
      known.append(String(path.dropFirst("content/".count)))
    }
  }

  private var paths: [String] { files.keys.sorted() }
  private var reviews: [String] {
    paths.filter { $0.hasPrefix("content/incidents/") && $0.hasSuffix(".md") }
  }
  private var runbooks: [String] {
    paths.filter { $0.hasPrefix("content/runbooks/") && $0.hasSuffix(".md") }
  }

  mutating func step() {
    let edits: [(String, (inout EditSeries) -> Void)] = [
      ("body", { $0.editLine(of: $0.reviews) { "\($0) Again and again." } }),
      (
        "title",
        { $0.replaceLine("title:", in: $0.reviews) { "title: Renamed \($0.random.below(99))" } }
      ),
      (
        "severity",
        { $0.replaceLine("severity:", in: $0.reviews) { "severity: P\($0.random.below(5))" } }
      ),
      (
        "services",
        { series in
          series.replaceLine("services:", in: series.reviews) {
            "services: [\($0.random.one(of: GeneratedReviews.services)), new-\($0.random.below(4))]"
          }
        }
      ),
      (
        "factors",
        { series in
          series.replaceLine("factors:", in: series.reviews) {
            "factors: [\($0.random.one(of: GeneratedReviews.factors))]"
          }
        }
      ),
      (
        "tags",
        { series in
          series.replaceLine("tags:", in: series.reviews) {
            "tags: [\($0.random.one(of: GeneratedReviews.tags)), free-\($0.random.below(3))]"
          }
        }
      ),
      (
        "authors",
        { series in
          series.replaceLine("authors:", in: series.reviews) {
            "authors: [\($0.random.one(of: ["davi-costa", "Mira Okafor", "new-\($0.random.below(3))"]))]"
          }
        }
      ),
      (
        "day",
        { series in
          series.replaceLine("date:", in: series.reviews) {
            "date: \(GeneratedReviews.day($0.random.below($0.number + 40)))"
          }
        }
      ),
      ("slug", { $0.insert("slug: name-\($0.random.below(6))", in: $0.reviews) }),
      (
        "repeats",
        { series in
          series.insert(
            "repeats: incident-\(GeneratedReviews.day(series.random.below(series.number)))-001",
            in: series.reviews)
        }
      ),
      (
        "visibility of a review",
        { series in
          series.insert(
            series.random.one(of: ["draft: true", "unlisted: true"]), in: series.reviews)
        }
      ),
      (
        "visibility of a runbook",
        { series in
          series.insert(
            series.random.one(of: ["draft: true", "unlisted: true"]), in: series.runbooks)
        }
      ),
      ("newest review", { $0.addReview($0.number) }),
      ("old review", { $0.addReview($0.random.below($0.number)) }),
      ("delete a review", { series in series.take(series.random.one(of: series.reviews)) }),
      ("rename a review", { $0.rename() }),
      ("timeline file", { $0.addTimeline() }),
      ("log", { $0.addLog() }),
      (
        "heading",
        { series in
          series.replace("## Why it broke", by: "## Why it failed", in: series.reviews)
        }
      ),
      (
        "heading back",
        { series in
          series.replace("## Why it failed", by: "## Why it broke", in: series.reviews)
        }
      ),
      ("link", { $0.addLink() }),
      ("asset", { $0.addAsset() }),
      (
        "change an asset",
        { series in
          let assets = series.paths.filter { $0.hasSuffix(".svg") || $0.hasSuffix(".log") }
          if !assets.isEmpty {
            series.set(series.random.one(of: assets), "changed \(series.random.below(9))")
          }
        }
      ),
      (
        "remove an asset",
        { series in
          let assets = series.paths.filter { $0.hasSuffix(".svg") || $0.hasSuffix(".log") }
          if !assets.isEmpty { series.take(series.random.one(of: assets)) }
        }
      ),
      (
        "close an action item",
        { series in
          series.replace("| open |", by: "| done |", in: series.reviews)
        }
      ),
      ("error", { $0.insert("colour: blue", in: $0.reviews + $0.runbooks) }),
      (
        "runbook title",
        { series in
          series.replaceLine("title:", in: series.runbooks) {
            "title: Runbook \($0.random.below(99))"
          }
        }
      ),
      (
        "runbook description",
        { series in
          series.replaceLine("description:", in: series.runbooks) {
            "description: Words \($0.random.below(99))."
          }
        }
      ),
      ("runbook text", { $0.editLine(of: $0.runbooks) { "\($0) And so on." } }),
      (
        "add a runbook",
        { series in
          let folder = series.random.one(of: ["", "alerts/", "queues/"])
          let number = series.random.below(20)
          series.set(
            "content/runbooks/\(folder)relay-\(number).md",
            "---\ntitle: Relay \(number)\nservices: [relay]\n---\n\n## Steps\n\n1. Restart the relay.\n"
          )
        }
      ),
      (
        "delete a runbook",
        { series in
          if series.runbooks.count > 3 { series.take(series.random.one(of: series.runbooks)) }
        }
      ),
      (
        "policy",
        { series in
          series.replace(
            "within \(series.random.one(of: ["5", "7"])) minutes",
            by: "within \(series.random.one(of: ["5", "7"])) minutes",
            in: ["content/runbooks/incident-response.md"])
        }
      ),
      (
        "site.yml",
        { series in
          let (key, values) = series.random.one(of: [
            ("title:", ["title: One", "title: Two"]), ("lang:", ["lang: de", "lang: en"]),
            ("    name:", ["    name: Renamed", "    name: Other"]),
            ("repository:", ["repository: https://git.example.com/x"]),
            ("time_zone:", ["time_zone: Europe/Berlin", "time_zone: UTC"]),
          ])
          series.replaceLine(key, in: ["content/site.yml"]) { $0.random.one(of: values) }
        }
      ),
      (
        "tags.yml",
        { series in
          series.replaceLine("  label:", in: ["content/tags.yml"]) {
            "  label: Label \($0.random.below(9))"
          }
        }
      ),
      (
        "authors.yml",
        { series in
          series.replaceLine("  name:", in: ["content/authors.yml"]) {
            "  name: Name \($0.random.below(9))"
          }
        }
      ),
      ("redirects.yml", { $0.addRedirect() }),
      (
        "template",
        { series in
          let templates = series.paths.filter { $0.hasSuffix(".mustache") }
          series.append(" ", to: series.random.one(of: templates))
        }
      ),
      ("style", { $0.append("\n", to: "templates/archive/archive.css") }),
      ("drafts", { $0.withDrafts.toggle() }),
      ("back", { $0.goBack() }),
      ("nothing", { _ in }),
    ]
    let (name, edit) = random.one(of: edits)
    last = name
    edit(&self)
  }
}

// MARK: - Edits

extension EditSeries {
  private func text(_ path: String) -> String { String(decoding: files[path] ?? [], as: UTF8.self) }

  private mutating func set(_ path: String, _ text: String) {
    last += " \(path)"
    if let bytes = files[path] { earlier.append((path, bytes)) }
    files[path] = Array(text.utf8)
  }

  private mutating func take(_ path: String) {
    last += " \(path)"
    if let bytes = files.removeValue(forKey: path) { earlier.append((path, bytes)) }
  }

  private mutating func append(_ text: String, to path: String) {
    set(path, self.text(path) + text)
  }

  private mutating func goBack() {
    guard !earlier.isEmpty else { return }
    let (path, bytes) = earlier.remove(at: random.below(earlier.count))
    set(path, String(decoding: bytes, as: UTF8.self))
  }

  /// Changes a line of plain text below the front matter.
  private mutating func editLine(of paths: [String], _ change: (String) -> String) {
    let path = random.one(of: paths)
    var lines = text(path).components(separatedBy: "\n")
    let plain = lines.indices.filter { $0 > 12 && lines[$0].first?.isLetter == true }
    guard !plain.isEmpty else { return }
    let line = random.one(of: Array(plain))
    lines[line] = change(lines[line])
    set(path, lines.joined(separator: "\n"))
  }

  private mutating func replaceLine(
    _ start: String, in paths: [String], _ line: (inout EditSeries) -> String
  ) {
    let path = random.one(of: paths)
    var lines = text(path).components(separatedBy: "\n")
    let found = lines.indices.filter { lines[$0].hasPrefix(start) }
    guard !found.isEmpty else { return }
    lines[random.one(of: Array(found))] = line(&self)
    set(path, lines.joined(separator: "\n"))
  }

  private mutating func replace(_ old: String, by new: String, in paths: [String]) {
    let holders = paths.filter { text($0).contains(old) }
    guard !holders.isEmpty else { return }
    let path = random.one(of: holders)
    set(path, text(path).replacingOccurrences(of: old, with: new))
  }

  /// Puts a line into the front matter, or takes it out again.
  private mutating func insert(_ line: String, in paths: [String]) {
    let path = random.one(of: paths)
    let text = text(path)
    guard text.hasPrefix("---\n") else { return }
    set(
      path,
      text.contains("\n\(line)\n")
        ? text.replacingOccurrences(of: "\n\(line)\n", with: "\n")
        : "---\n\(line)\n" + text.dropFirst(4))
  }

  private mutating func addReview(_ number: Int) {
    let known = reviews.map { String($0.dropFirst("content/".count)) }
    set(GeneratedReviews.path(number), GeneratedReviews.review(number, among: known, &random))
    if number == self.number { self.number += 1 }
  }

  private mutating func rename() {
    let path = random.one(of: reviews.filter { $0.contains("-case-") })
    let bytes = files[path]
    take(path)
    let other = path.replacingOccurrences(of: "-case-", with: "-case-\(random.below(9))")
    last += " to \(other)"
    files[other] = bytes
  }

  private mutating func addTimeline() {
    let folders = reviews.filter { $0.hasSuffix("/review.md") }.map {
      $0.dropLast("review.md".count)
    }
    guard !folders.isEmpty else { return }
    let path = "\(random.one(of: Array(folders)))timeline.md"
    if files[path] != nil { return take(path) }
    set(
      path,
      "# Timeline\n\n- 10:00 UTC - It began, see [it](review.md#impact)\n- 10:0\(random.below(9)) UTC - Resolved\n"
    )
  }

  private mutating func addLog() {
    var text = "# Incidents of the relay\n"
    for number in 0..<(2 + random.below(3)) {
      text +=
        "\n## \(GeneratedReviews.day(random.below(self.number))): Relay \(number) down\n\n### Impact\n\nLate mail, see [another](#impact-1) and [this](../runbooks/rollback.md).\n\n### Timeline\n\n- 10:00 UTC - It began\n- 10:20 UTC - Resolved\n"
    }
    set("content/incidents/relay-log.md", text)
  }

  private mutating func addLink() {
    let targets =
      reviews + runbooks
      + [
        "content/runbooks/alerts", "content/gone.md",
        "content/incidents/2026-06-16-unrestorable-backups.md#impact",
      ]
    let target = random.one(of: targets)
    let path = random.one(
      of: reviews.filter { !$0.hasSuffix("/review.md") && !$0.hasSuffix("/timeline.md") })
    append("\nSee also [that](../\(target.dropFirst("content/".count))).\n", to: path)
  }

  private mutating func addAsset() {
    let path = random.one(
      of: reviews.filter { !$0.hasSuffix("/review.md") && !$0.hasSuffix("/timeline.md") })
    let name = "graph-\(random.below(4)).\(random.one(of: ["svg", "log"]))"
    set("content/incidents/\(name)", "asset \(random.below(9))")
    append(name.hasSuffix("svg") ? "\n![A graph](\(name))\n" : "\nThe [log](\(name)).\n", to: path)
  }

  private mutating func addRedirect() {
    let target = random.one(of: reviews + runbooks).dropFirst("content/".count)
    append("/archive/incidents/old-\(random.below(30)): \(target)\n", to: "content/redirects.yml")
  }
}
