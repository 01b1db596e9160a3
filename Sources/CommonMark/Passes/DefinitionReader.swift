internal import Bytes
internal import Diagnostics

/// Finds the definitions of links: cmark takes them out of its tree, so they are on lines of no block
/// or at the start of the text of one.
struct DefinitionReader {
  private enum Place {
    case verbatim
    case text(LineRange)
    case none
  }

  private(set) var definitions: [Definition] = []
  private let file: SourceFile
  private let survey: Survey
  private let source: PreparedSource?
  /// The lines of paragraphs and headings, in the order of the file.
  private var texts: [LineRange] = []

  /// - Parameters:
  ///   - candidates: The lines at which a definition may begin, in order.
  ///   - survey: What is in the tree before the passes.
  ///   - source: The lines that cmark got in place of others.
  ///   - file: The file as it was written.
  init(
    among candidates: [Int], _ survey: Survey, _ source: PreparedSource?, in file: SourceFile
  ) {
    self.file = file
    self.survey = survey
    self.source = source
    guard !candidates.isEmpty else { return }
    texts = survey.texts.map { (source?.file ?? file).lines(of: $0) }
      .sorted { $0.lowerBound < $1.lowerBound }
    var next = 0
    for line in candidates where line >= next && source?.footnotes[line] == nil {
      switch place(of: line) {
      case .verbatim: continue
      case .text(let lines): if line == lines.lowerBound { read(lines) }
      case .none:
        next = end(from: line)
        read(line..<next)
      }
    }
  }

  private mutating func read(_ lines: LineRange) {
    definitions += DefinitionLines(lines, in: file).definitions()
  }

  private func place(of line: Int) -> Place {
    if survey.isVerbatim(line) { return .verbatim }
    let index = texts.partition { $0.lowerBound > line }
    guard index > 0, texts[index - 1].contains(line) else { return .none }
    return .text(texts[index - 1])
  }

  /// The line behind those of one container that cmark took out.
  private func end(from line: Int) -> Int {
    var end = line + 1
    while end <= file.lineCount, !file.isBlank(line: end), source?.fences[end] == nil,
      case .none = place(of: end),
      file.contentOffsets(ofLine: end) == file.unquotedOffsets(ofLine: end)
    {
      end += 1
    }
    return end
  }
}
