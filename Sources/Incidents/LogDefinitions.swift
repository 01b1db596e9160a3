internal import CommonMark
internal import Diagnostics

/// What the text of a log defines for all of it: where links and footnotes with a label lead.
struct LogDefinitions: Sendable {
  private struct Definition: Sendable {
    /// With a `^` when it is a footnote's.
    let label: [UInt8]
    let lines: LineRange
  }

  private var definitions: [Definition] = []

  init(in file: SourceFile) {
    var fence: UInt8?
    var line = 1
    while line <= file.lineCount {
      let text = Self.text(ofLine: line, in: file)
      if let mark = Self.fence(text) {
        if fence == nil { fence = mark } else if fence == mark { fence = nil }
      }
      guard fence == nil, let label = Self.definedLabel(text) else {
        line += 1
        continue
      }
      let end = Self.end(ofDefinitionAt: line, isFootnote: label.first == Self.caret, in: file)
      definitions.append(Definition(label: label, lines: line..<end))
      line = end
    }
  }

  /// The lines of what stands outside a part and is referred to in it, and again in what that refers to.
  func lines(usedIn part: LineRange, of file: SourceFile) -> [LineRange] {
    guard !definitions.isEmpty else { return [] }
    var defined: Set<[UInt8]> = []
    for definition in definitions where part.contains(definition.lines.lowerBound) {
      defined.insert(definition.label)
    }
    var used: [LineRange] = []
    var texts = [part]
    while let lines = texts.popLast() {
      let wanted = Self.labels(in: lines, of: file).subtracting(defined)
      guard !wanted.isEmpty else { continue }
      for definition in definitions where wanted.contains(definition.label) {
        guard defined.insert(definition.label).inserted else { continue }
        used.append(definition.lines)
        texts.append(definition.lines)
      }
    }
    return used.sorted { $0.lowerBound < $1.lowerBound }
  }

  private static let caret = UInt8(ascii: "^")
  private static let open = UInt8(ascii: "[")
  private static let close = UInt8(ascii: "]")

  private static func text(ofLine line: Int, in file: SourceFile) -> ArraySlice<UInt8> {
    file.bytes[file.offsets(ofLine: line)].drop { $0 == 0x20 }
  }

  private static func fence(_ text: ArraySlice<UInt8>) -> UInt8? {
    guard let mark = text.first, mark == UInt8(ascii: "`") || mark == UInt8(ascii: "~") else {
      return nil
    }
    return text.prefix { $0 == mark }.count > 2 ? mark : nil
  }

  /// The label of `[label]: …`.
  private static func definedLabel(_ text: ArraySlice<UInt8>) -> [UInt8]? {
    guard text.first == open, let end = text.firstIndex(of: close), end + 1 < text.endIndex,
      text[end + 1] == UInt8(ascii: ":")
    else { return nil }
    return folded(text[text.startIndex + 1..<end])
  }

  /// A footnote goes on with what is indented; a title of a link may stand below it.
  private static func end(
    ofDefinitionAt line: Int, isFootnote: Bool, in file: SourceFile
  ) -> Int {
    var end = line + 1
    var next = end
    while next <= file.lineCount {
      let text = text(ofLine: next, in: file)
      let isIndented = text.startIndex >= file.start(ofLine: next) + 2
      if text.isEmpty {
        guard isFootnote else { break }
      } else if isIndented || (isFootnote && next == end && isRunning(text)) {
        end = next + 1
      } else {
        break
      }
      next += 1
    }
    return end
  }

  /// Whether a line goes on with the paragraph above it.
  private static func isRunning(_ text: ArraySlice<UInt8>) -> Bool {
    !"#[-*+>|`~".utf8.contains(text.first ?? open)
  }

  /// What stands in brackets.
  private static func labels(in lines: LineRange, of file: SourceFile) -> Set<[UInt8]> {
    let text = file.bytes[
      file.start(ofLine: lines.lowerBound)..<file.start(ofLine: lines.upperBound)]
    var labels: Set<[UInt8]> = []
    var start: Int?
    for (offset, byte) in zip(text.indices, text) {
      if byte == open { start = offset + 1 }
      guard byte == close, let first = start else { continue }
      labels.insert(folded(text[first..<offset]))
      start = nil
    }
    return labels
  }

  /// Labels match without regard to case and to the kind and number of blanks.
  private static func folded(_ label: ArraySlice<UInt8>) -> [UInt8] {
    let words = label.split { $0.isBlank || $0 == 0x0A || $0 == 0x0D }.joined(separator: [0x20])
    return Array(String(decoding: Array(words), as: UTF8.self).lowercased().utf8)
  }
}
