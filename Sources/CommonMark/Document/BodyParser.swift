internal import Bytes
internal import Diagnostics

/// Builds the tree of a file's body: parses it, and runs the passes that have anything to do.
struct BodyParser {
  let file: SourceFile
  private let firstLine: Int
  /// The tags of tabs, by line.
  private let tabs: [Int: TabTag]
  /// Whether the file is a page made from documents, and not a document itself.
  private let isPage: Bool
  var diagnostics: [Diagnostic] = []
  /// The definitions of links and footnotes, in the order of the file.
  private(set) var definitions: [Definition] = []

  init(file: SourceFile, firstLine: Int, tabs: [Int: TabTag] = [:], isPage: Bool = false) {
    self.file = file
    self.firstLine = firstLine
    self.tabs = tabs
    self.isPage = isPage
  }

  /// Builds the tree; without passes it is exactly cmark's.
  mutating func parse(passes: Bool) -> SyntaxTree {
    guard file.bytes.count <= BodyScan.largestFile else {
      report("BS005", .error, line: nil, "file is larger than 4 MB", "split the file")
      return SyntaxTree(parsing: [])
    }
    let scan = BodyScan(of: file, from: firstLine)
    diagnostics += scan.findings(in: file)
    // A page has more of them than its documents, which were counted before.
    guard scan.tooManyImages == nil, isPage || scan.tooManySigns == nil else { return plainText() }
    let cleaned = passes ? CmarkInput.cleaned(file, scan: scan) : file
    var parsed = parse(cleaned, scan, nil)
    var input: CmarkInput?
    if passes, parsed.survey.isSound,
      !scan.fenceLines.isEmpty || !scan.footnoteLines.isEmpty
    {
      input = prepare(cleaned, scan, &parsed)
    }
    if let line = parsed.survey.tooDeep {
      report(
        "BS006", .error, line: line, "nested more than \(Survey.deepest) levels deep",
        "use fewer levels; until then the file is shown as plain text")
      return plainText()
    }
    if passes, let line = parsed.survey.tooMany {
      report(
        "BS025", .error, line: line,
        "more than \(Survey.mostPieces) blocks, links and marks before this line",
        "split the file; until then it is shown as plain text")
      return plainText()
    }
    if passes { runPasses(on: &parsed, scan, input, file: input?.file ?? cleaned) }
    return parsed.takeTree()
  }

  private func parse(_ file: SourceFile, _ scan: BodyScan, _ input: CmarkInput?) -> SurveyedTree {
    SurveyedTree(
      SyntaxTree(parsing: file.bytes[bodyOffset(of: file)...], blankLines: firstLine - 1),
      scan: scan, input: input)
  }

  private func bodyOffset(of file: SourceFile) -> Int {
    guard firstLine <= file.lineCount else { return file.bytes.count }
    return file.offsets(ofLine: firstLine).lowerBound
      + (firstLine == 1 && file.hasByteOrderMark ? 3 : 0)
  }

  private func plainText() -> SyntaxTree {
    .showing(String(decoding: file.bytes[bodyOffset(of: file)...], as: UTF8.self))
  }

  /// Replaces definitions and fences and parses again; lines that turn out not to be what they look like
  /// are left unchanged the next time.
  private func prepare(
    _ cleaned: SourceFile, _ scan: BodyScan, _ parsed: inout SurveyedTree
  ) -> CmarkInput? {
    let verbatim = parsed.survey.verbatim
    var excluded: Set<Int> = []
    var lastLines: [Int: Int] = [:]
    for number in 0..<Self.mostParses {
      // Each parse may find one more such line; the few spellings that cause this are then left as text at
      // once.
      if number == Self.mostParses - 2 { excluded.formUnion(indentedClosings(scan, in: cleaned)) }
      let input = CmarkInput(cleaned, scan: scan, lastLines: lastLines) { line in
        excluded.contains(line) || verbatim.covers(line)
      }
      guard !input.footnotes.isEmpty || !input.fences.isEmpty else {
        if !excluded.isEmpty { break }
        return input
      }
      parsed = parse(input.file, scan, input)
      guard parsed.survey.isSound else { return input }
      let found = Set(parsed.survey.footnotes.map(\.line) + parsed.survey.fences.map(\.line))
      let stray = strayClosings(in: parsed, input)
      let missing = Set(input.footnotes.keys).union(input.fences.keys).subtracting(found)
        .union(stray.deeper)
      if missing.isEmpty, stray.ended.isEmpty { return input }
      lastLines.merge(stray.ended) { _, new in new }
      excluded.formUnion(missing)
    }
    parsed = parse(cleaned, scan, nil)
    return nil
  }

  private static let mostParses = 8

  private func indentedClosings(_ scan: BodyScan, in file: SourceFile) -> [Int] {
    scan.fenceLines.filter { line in
      let text = file.bytes[file.offsets(ofLine: line)]
      return text.first != 0x3A && FenceLine(text)?.type.isEmpty == true
    }
  }

  /// Lines that would close something that was opened in another container. A closing line in a deeper
  /// container is text; if the container of the opening has already ended, the line closes something else.
  private func strayClosings(
    in parsed: borrowing SurveyedTree, _ input: CmarkInput
  ) -> (deeper: [Int], ended: [Int: Int]) {
    let comments = parsed.survey.fences
    let nodes = Dictionary(uniqueKeysWithValues: comments.map { ($0.line, $0.node) })
    var deeper: [Int] = []
    var ended: [Int: Int] = [:]
    for (node, line) in comments {
      guard case .close(let opening)? = input.fences[line], let parent = nodes[opening]?.parent,
        parent != node.parent
      else { continue }
      let last = parsed.tree.lastLine(of: parent, in: input.file)
      if last < line { ended[opening] = last } else { deeper.append(line) }
    }
    return (deeper, ended)
  }

  private mutating func runPasses(
    on parsed: inout SurveyedTree, _ scan: BodyScan, _ input: CmarkInput?, file prepared: SourceFile
  ) {
    let outer = parsed.tree.enterMemory()
    defer { NodeMemory.leave(to: outer) }
    let survey = parsed.survey
    // Tables come first: they count the quotes around their lines, which the later passes change.
    var tables = Tables(in: survey.tables, file: prepared, written: file)
    definitions =
      DefinitionReader(among: scan.definitionLines, survey.leaves, input, in: file).definitions
    tables.build(in: &parsed.tree, definitions: definitions)
    report(tables.surplus)
    if !survey.fences.isEmpty {
      parsed.tree.wrapAdmonitions(survey.fences, input?.fences ?? [:], in: prepared)
    }
    if !survey.quotes.isEmpty { parsed.tree.wrapAlerts(survey.quotes) }
    let footnotes = Footnotes(
      moving: survey.footnotes, labels: input?.footnotes ?? [:], in: &parsed.tree)
    if !footnotes.isEmpty {
      definitions += footnotes.definitions(in: file)
      definitions.sort { $0.lines.lowerBound < $1.lines.lowerBound }
    }
    if scan.hasTilde { parsed.tree.strikeThrough() }
    if scan.hasTilde, scan.hasEscapedTilde { parsed.tree.restore(CmarkInput.escapedTilde, as: "~") }
    if scan.hasTask { parsed.tree.addTaskBoxes(to: survey.items) }
    var text = RunningText(scan: scan, footnotes: footnotes)
    text.apply(to: &parsed.tree)
    if scan.hasEscapedReference, !scan.footnoteLines.isEmpty {
      parsed.tree.restore(CmarkInput.escapedBracket, as: "[")
    }
    report(text.unused, input?.unknownFences ?? [])
    if !tabs.isEmpty { parsed.tree.showTabs(tabs) }
    if scan.hasMarkup {
      var html = RawHTML(in: file, isOfPage: isPage)
      html.apply(to: &parsed.tree)
      report(html)
      reportUnsafeLinks(of: html)
    }
    parsed.tree.addHeadingIDs(
      to: survey.headings.filter { !tables.replaced.contains($0) }, file: prepared)
    if scan.hasUnsafeScheme { reportUnsafeLinks(in: parsed.tree) }
  }
}
