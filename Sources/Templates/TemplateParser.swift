internal import Bytes
internal import Diagnostics

/// Compiles a Mustache template into instructions.
///
/// The rules are those of the specification's required modules: comments, delimiters,
/// interpolation, inverted, partials and sections. A tag that is alone on its line takes the
/// whole line with it.
struct TemplateParser {
  let file: SourceFile
  let form: TemplateSet.Form
  /// The fields that records may have; empty when any name may be one.
  let fields: Set<String>
  var diagnostics: [Diagnostic] = []

  var template = CompiledTemplate()
  private var open = Array("{{".utf8)
  private var close = Array("}}".utf8)
  /// The sections around the current place: the instruction, the name and the place of the tag.
  private var sections: [(instruction: Int, name: String, offsets: Range<Int>)] = []
  /// Where the text that is not written yet begins.
  var textStart = 0
  private var isTooDeep = false

  /// Rendering recurses once per section, so the depth is bounded.
  private static let deepest = 64

  init(file: SourceFile, form: TemplateSet.Form, fields: Set<String> = []) {
    self.file = file
    self.form = form
    self.fields = fields
  }

  mutating func parse() -> CompiledTemplate {
    var place = 0
    while let start = find(open, from: place), let tag = readTag(at: start) {
      place = apply(tag)
      if isTooDeep { return CompiledTemplate() }
    }
    writeText(upTo: file.bytes.count)
    for section in sections {
      report(
        section.offsets, "section '\(section.name)' is not closed",
        help: "add '{{/\(section.name)}}' at its end")
    }
    return template
  }

  // MARK: Tags

  struct Tag {
    enum Kind { case value, raw, section, inverted, end, partial, comment, delimiters }
    let kind: Kind
    /// The text of the tag without its sign and surrounding white space.
    let content: Range<Int>
    /// The whole tag with its delimiters.
    let offsets: Range<Int>
  }

  /// - Returns: `nil` when the tag is not closed, which is reported.
  private mutating func readTag(at start: Int) -> Tag? {
    var first = start + open.count
    while first < file.bytes.count, file.bytes[first].isWhitespace { first += 1 }
    let kind: Tag.Kind? =
      first < file.bytes.count ? Self.kinds[file.bytes[first]] : nil
    let isTriple = first < file.bytes.count && file.bytes[first] == UInt8(ascii: "{")
    var ending = close
    if isTriple { ending.insert(UInt8(ascii: "}"), at: 0) }
    if kind == .delimiters { ending.insert(UInt8(ascii: "="), at: 0) }
    let contentStart = kind == nil ? first : first + 1
    guard let end = find(ending, from: contentStart) else {
      report(
        start..<start + open.count, "tag is not closed",
        help: "close the tag with '\(String(decoding: ending, as: UTF8.self))'")
      return nil
    }
    return Tag(
      kind: kind ?? .value, content: trimmed(contentStart..<end),
      offsets: start..<end + ending.count)
  }

  private static let kinds: [UInt8: Tag.Kind] = [
    UInt8(ascii: "{"): .raw, UInt8(ascii: "&"): .raw, UInt8(ascii: "#"): .section,
    UInt8(ascii: "^"): .inverted, UInt8(ascii: "/"): .end, UInt8(ascii: ">"): .partial,
    UInt8(ascii: "!"): .comment, UInt8(ascii: "="): .delimiters,
  ]

  /// Turns a tag into instructions.
  ///
  /// - Returns: where to read on.
  private mutating func apply(_ tag: Tag) -> Int {
    let line = tag.kind == .value || tag.kind == .raw ? nil : standaloneLine(around: tag.offsets)
    writeText(upTo: line?.lowerBound ?? tag.offsets.lowerBound)
    textStart = line?.upperBound ?? tag.offsets.upperBound
    switch tag.kind {
    case .comment: break
    case .delimiters: changeDelimiters(tag)
    case .end: closeSection(tag)
    case .partial:
      let indent = line.map { $0.lowerBound..<tag.offsets.lowerBound } ?? 0..<0
      addPartial(tag, indent: indent)
    case .value: path(of: tag).map { template.instructions.append(.value($0)) }
    case .raw: addRawValue(tag)
    case .section, .inverted: openSection(tag)
    }
    return textStart
  }

  private mutating func changeDelimiters(_ tag: Tag) {
    let parts = file.bytes[tag.content].split(whereSeparator: \.isWhitespace)
    guard parts.count == 2, !parts.contains(where: { $0.contains(UInt8(ascii: "=")) }) else {
      report(
        tag.offsets, "the delimiters are not two words",
        help: "write the new delimiters with a space between, as in '{{=<% %>=}}'")
      return
    }
    open = Array(parts[0])
    close = Array(parts[1])
  }

  private mutating func addRawValue(_ tag: Tag) {
    if form == .strict {
      report(
        tag.offsets, "'\(text(tag.content))' would be written without escaping",
        help: "write '{{\(text(tag.content))}}': markup made by build-site is never escaped twice")
    } else if let path = path(of: tag) {
      template.instructions.append(.rawValue(path))
    }
  }

  private mutating func addPartial(_ tag: Tag, indent: Range<Int>) {
    guard !tag.content.isEmpty else { return reportName(tag) }
    let use = CompiledTemplate.PartialUse(name: text(tag.content), offsets: tag.offsets)
    template.instructions.append(
      .partial(Int32(template.partials.count), indent: addLiteral(indent)))
    template.partials.append(use)
  }

  private mutating func openSection(_ tag: Tag) {
    guard sections.count < Self.deepest else {
      isTooDeep = true
      return report(
        tag.offsets, "sections are nested more than \(Self.deepest) deep",
        help: "move the inner sections to a partial")
    }
    let path = path(of: tag) ?? 0..<0
    sections.append((template.instructions.count, text(tag.content), tag.offsets))
    template.instructions.append(
      tag.kind == .section ? .section(path, end: 0) : .inverted(path, end: 0))
  }

  private mutating func closeSection(_ tag: Tag) {
    let name = text(tag.content)
    guard let section = sections.popLast() else {
      return report(
        tag.offsets, "end tag '\(name)' does not match the open section",
        help: "remove the tag, or open the section with '{{#\(name)}}'")
    }
    if section.name != name {
      report(
        tag.offsets, "end tag '\(name)' does not match the open section",
        help: "write '{{/\(section.name)}}' first")
    }
    let end = Int32(template.instructions.count)
    switch template.instructions[section.instruction] {
    case .section(let path, _):
      template.instructions[section.instruction] = .section(path, end: end)
    case .inverted(let path, _):
      template.instructions[section.instruction] = .inverted(path, end: end)
    case .literal, .value, .rawValue, .partial: break
    }
  }
}
