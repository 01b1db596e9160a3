internal import CommonMark
internal import Diagnostics
internal import Incidents
internal import Vocabulary
internal import YAML

extension IncidentUnderReview {
  /// The title or the first line of text: where missing parts are reported. A title in the front matter
  /// counts before a heading with other words.
  var opening: SourceRange? {
    guard let document else { return nil }
    if !document.isPart, let title = incident.frontMatter.title,
      document.title.map({ $0.text.oneLine != title }) ?? true,
      let range = document.frontMatter?["title"]?.range, !range.isEmpty
    {
      return range
    }
    let line = document.title?.lines.lowerBound ?? document.blocks.first?.lines.lowerBound ?? 1
    return document.textRange(ofLine: min(line, document.file.lineCount))
  }

  /// Whether the review belongs to the content it is in, by its policy, folder or front matter.
  var isOwn: Bool { process != nil || folder != nil || incident.frontMatter.isOfAnIncident }

  /// Whether it is one incident of a log, which has no front matter of its own.
  var isLogged: Bool { incident.part != nil }

  /// Whether a team without a policy used headings of its own.
  var isInformal: Bool {
    guard process == nil else { return false }
    var kinds = Set(incident.sections.compactMap(\.kind))
    kinds.formUnion(incident.labelled.compactMap(\.kind))
    kinds.subtract([.metadata, .supporting])
    return kinds.count < 4
  }

  /// Whether the review says more than a line before its first section.
  var opensWithProse: Bool { review?.opensWithText(longerThan: 80) ?? false }

  /// A finding at the heading of the timeline or its first entry, for what the timeline does not record.
  func atRecord(_ message: String, help: String) -> Finding? {
    guard let timeline = incident.timeline, let document = document(at: timeline.path),
      let first = timeline.entries.first
    else { return nil }
    let isHeading = document.blocks(in: timeline.line..<timeline.line + 1).contains { block in
      if case .heading = block.kind { true } else { false }
    }
    let title = document.path == self.timeline?.path ? document.title?.lines.lowerBound : nil
    let line = title ?? (isHeading ? timeline.line : first.line)
    return Finding(
      path: document.path, range: document.textRange(ofLine: line), message: message, help: help)
  }

  /// A finding at an entry or another line of the timeline.
  func at(line: Int, _ message: String, help: String) -> Finding? {
    guard let timeline = incident.timeline, let document = document(at: timeline.path) else {
      return nil
    }
    return Finding(
      path: timeline.path, range: document.range(ofLine: line), message: message, help: help)
  }

  /// A finding where a milestone is worded or stated.
  func at(_ mark: MilestoneMark, _ message: String, help: String) -> Finding? {
    guard let document = document(at: mark.path) else { return nil }
    return Finding(
      path: mark.path, range: document.range(ofLine: mark.line), message: message, help: help)
  }

  /// A finding at a line that only looks like the heading of a missing part.
  func unmarked(_ kinds: [SectionKind]) -> Finding? {
    guard let review,
      let heading = incident.unmarkedHeadings.first(where: { kinds.contains($0.kind) })
    else { return nil }
    let words = "'\(heading.words)'"
    let help =
      heading.form == .unspaced
      ? "put a space after the '#', as in '## \(heading.words)'"
      : "make it a heading, as in '## \(heading.words)'"
    return Finding(
      path: review.path, range: review.range(ofLine: heading.line),
      message: "section '\(heading.kind.title)' is missing: \(words) is not a heading",
      help: "\(help); 'build-site check --fix' does it")
  }

  /// A doubt at a section of unknown meaning that may be the missing part; only a note in another team's
  /// review.
  func likely(_ kind: SectionKind) -> Finding? {
    guard let review, let section = incident.likelyPart(kind, in: review) else { return nil }
    return Finding(
      path: review.path, range: review.textRange(ofLine: section.line),
      message: "section '\(kind.title)' is missing, unless '\(section.heading.oneLine)' is it",
      help: "name it '## \(kind.title)', or add its heading to 'headings:' in site.yml",
      level: isOwn ? nil : .note)
  }

  var openingPath: String { document?.path ?? "" }
}

extension DocumentReading {
  func range(ofLine line: Int) -> SourceRange? {
    (1...file.lineCount).contains(line) ? file.range(ofLine: line) : nil
  }

  /// The text of a line, without the `#` of a heading.
  func textRange(ofLine line: Int) -> SourceRange? {
    guard let range = range(ofLine: line) else { return nil }
    let signs = file.bytes[file.offsets(ofLine: line)].drop { $0 == 0x20 }.prefix {
      $0 == UInt8(ascii: "#")
    }
    guard !signs.isEmpty else { return range }
    let blanks = file.bytes[signs.endIndex...].prefix { $0 == 0x20 }.count
    let start = SourceLocation(line: line, column: range.lowerBound.column + signs.count + blanks)
    return start < range.upperBound ? start..<range.upperBound : range
  }
}

/// Checks a section of a review: whether it is missing, empty or a placeholder.
enum RequiredSection {
  /// `example` says what the section should hold; the help names it.
  static func findings(
    _ kind: SectionKind, or others: [SectionKind] = [], in subject: IncidentUnderReview,
    example: String
  ) -> [Finding] {
    guard let review = subject.review else { return [] }
    let kinds = [kind] + others
    let sections = kinds.flatMap { subject.incident.parts(of: $0) }
    let name = "section '\(kind.title)'"
    guard let first = sections.first else {
      if let unmarked = subject.unmarked(kinds) { return [unmarked] }
      if let likely = subject.likely(kind) { return [likely] }
      return [
        Finding(
          path: review.path, range: subject.opening, message: "\(name) is missing",
          help: "add a section '## \(kind.title)' with \(example)")
      ]
    }
    // A section may be split up; one written part is enough.
    if sections.contains(where: { $0.content == .written }) { return [] }
    if case .placeholder(let line, let text) = first.content {
      return [
        Finding(
          path: review.path, range: review.range(ofLine: line),
          message: "\(name) is a placeholder: '\(text)'",
          help: "replace it with \(example)")
      ]
    }
    return [
      Finding(
        path: review.path, range: review.textRange(ofLine: first.line), message: "\(name) is empty",
        help: "below the heading, write \(example)")
    ]
  }
}
