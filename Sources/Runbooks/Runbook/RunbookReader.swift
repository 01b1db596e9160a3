package import CommonMark
package import Diagnostics
internal import Vocabulary

extension Runbook {
  /// Reads what a document says and puts its mistakes into ``diagnostics``.
  ///
  /// ``slugPath`` starts below `folder`; without a folder, below the last folder named `runbooks`. `pasted` is the file
  /// as it is, when the document is that of ``PastedPage/restored(_:)``.
  package init(
    reading document: borrowing MarkdownDocument, below folder: String? = nil,
    pasted: SourceFile? = nil
  ) {
    let file = document.file
    let blocks = document.blocks
    let outline = RunbookOutline(
      of: blocks, lines: document.bodyLine..<max(document.bodyLine, file.lineCount + 1))
    let fields = FieldReading(document.frontMatter, by: .runbook, in: file)
    let frontMatter = RunbookFrontMatter(fields)
    self.init(
      frontMatter: frontMatter, outline: outline, path: file.path,
      slugPath: Self.slugPath(of: file.path, below: folder))
    diagnostics +=
      fields.diagnostics + Visibility.findings(in: document.frontMatter, of: file)
    visibility = Visibility(document.frontMatter, in: file)
    diagnostics += Language.findings(in: document.frontMatter, of: file)
    language = Language.stated(in: document.frontMatter) ?? Language.ofScript(in: blocks.words)
    titleHeading = blocks.heading(saying: title)
    sections = sections(of: outline)
    readCommands(in: blocks, of: file)
    readProcess(in: outline, of: file)
    if let interval = frontMatter.interval, interval.value == nil {
      diagnostics.append(
        RunbookFinding.unreadableInterval.at(
          interval.range, in: file, "'\(interval.written)' is not a length of time",
          help: "write a number and a unit, as in '6 months'"))
    }
    settleKind(outline, stated: frontMatter.alert, in: file)
    if kind == .process {
      let reader = ResponsePolicyReader(self, outline, of: file)
      policy = reader.policy
      severities =
        SeverityScaleReader.scale(in: outline, path: path)
        ?? communicationMatrix.flatMap { SeverityScaleReader.scale(of: $0, path: path) }
      diagnostics += reader.findings
    }
    self = graded(by: severities ?? .standard)
    if let pasted { diagnostics.append(PastedPage.finding(in: pasted)) }
    diagnostics.sort()
  }

  private init(
    frontMatter: RunbookFrontMatter, outline: RunbookOutline, path: String, slugPath: String
  ) {
    let heading = outline.title.map { outline.passages[$0].heading.oneLine }
    self.path = path
    self.slugPath = slugPath
    kind = .other
    title = frontMatter.title ?? heading ?? Self.fallbackTitle(path)
    description = frontMatter.description ?? Self.firstSentence(of: outline)
    owner = frontMatter.owner
    lastVerified = frontMatter.lastVerified
    verifiedRange = frontMatter.verifiedRange
    interval = frontMatter.interval?.value
    dueOn = frontMatter.dueOn
    severity = frontMatter.severity
    minutes = frontMatter.minutes
    services = frontMatter.services
    alert = frontMatter.alert?.written
    tags = frontMatter.tags
    aliases = frontMatter.aliases
    leadsTo = frontMatter.leadsTo
    docusaurus = frontMatter.docusaurus
    sections = []
    commands = []
    scripts = []
    phases = []
    decisionTrees = []
    updateTemplates = []
    contacts = []
    tools = []
    checklist = ChecklistItem.all(in: outline)
    postIncidentChecklist = ChecklistItem.postIncident(in: outline)
    learningQuestions = LearningQuestion.all(in: outline)
    diagnostics = []
  }

  /// The name of the file or, for the page of a folder, what the folder's name says.
  private static func fallbackTitle(_ path: String) -> String {
    let name = baseName(of: path)
    guard DocumentName(path)?.isFolderPage == true else { return name }
    let folder = path.split(separator: "/").dropLast().last.map(String.init)
    return folder.map(title(ofFolder:)) ?? name
  }

  private func sections(of outline: RunbookOutline) -> [Section] {
    outline.passages.compactMap { passage in
      guard passage.level > 0, passage.line != titleHeading?.line else { return nil }
      return Section(
        heading: passage.heading.oneLine, level: passage.level, anchor: passage.anchor,
        lines: passage.lines)
    }
  }

  /// The first sentence of the first paragraph, at most 200 characters.
  private static func firstSentence(of outline: RunbookOutline) -> String {
    let paragraph = outline.passages.lazy.flatMap(\.blocks).first { block in
      block.kind == .paragraph && block.depth == 0 && !block.text.trimmed.isEmpty
    }
    let text = paragraph?.text.oneLine ?? ""
    let bytes = text.utf8
    let end = bytes.indices.first { index in
      guard bytes[index] == 0x2E else { return false }
      let next = bytes.index(after: index)
      return next == bytes.endIndex || bytes[next] == 0x20
    }
    let sentence = end.map { text[...$0] } ?? text[...]
    return sentence.utf8.count <= 200 || sentence.count <= 200
      ? String(sentence) : sentence.prefix(199).trimmed + "…"
  }

  private mutating func readCommands(in blocks: [Block], of file: SourceFile) {
    var folder: String?
    for block in blocks {
      guard let shell = ShellBlock(block, in: file) else {
        // A folder counts up to the next heading.
        if case .heading = block.kind { folder = nil }
        if firstCommand == nil { folder = WorkingFolder.stated(in: block.text) ?? folder }
        continue
      }
      for (number, line) in shell.commandLines.enumerated() {
        if firstCommand == nil {
          if let changed = WorkingFolder.changed(by: line.text),
            number + 1 < shell.commandLines.count
          {
            folder = changed
          } else {
            firstCommand = line.text
            firstCommandFolder = folder
          }
        }
        let words = ShellWords(line)
        let reading = PlaybookCommand.all(in: line, words, of: file)
        commands += reading.commands
        diagnostics += reading.findings
        diagnostics += words.commands.compactMap(ProgramCall.init).flatMap { $0.findings(in: file) }
      }
      if let script = ShellScript(shell) { scripts.append(script) }
    }
  }

  private mutating func readProcess(in outline: RunbookOutline, of file: SourceFile) {
    let phases = Phase.all(in: outline, of: file)
    self.phases = phases.phases
    let matrix = CommunicationMatrix.first(in: outline, of: file)
    communicationMatrix = matrix.matrix
    let trees = DecisionTreeReader(outline, of: file)
    decisionTrees = trees.trees
    updateTemplates = UpdateTemplate.all(in: outline, of: file)
    let contacts = Contact.all(in: outline)
    self.contacts = contacts.map(Contact.init)
    let tools = Tool.all(in: outline)
    self.tools = tools.map(Tool.init)
    diagnostics += phases.findings + matrix.findings + trees.findings
    diagnostics += (contacts + tools).compactMap { $0.placeholderFinding(in: file) }
  }

  private mutating func settleKind(
    _ outline: RunbookOutline, stated: Field<String>?, in file: SourceFile
  ) {
    let structure = AlertStructure(outline)
    var empty: [LineRange] = []
    if phases.count > 1 || communicationMatrix != nil {
      kind = .process
    } else if alert != nil || structure.isAlert
      || slugPath.hasPrefix("alerts/") && !isFolderPage
    {
      kind = .alert
      alertRange =
        stated?.range
        ?? outline.title.map { outline.passages[$0] }.map {
          file.range(of: $0.heading, inLine: $0.line)
        }
      alert = alert ?? (isFolderPage ? title : Self.baseName(of: path))
      diagnostics += structure.findings(in: file) + nameFindings(outline, stated: stated, in: file)
      empty = structure.emptyLines
    } else if !commands.isEmpty {
      kind = .playbook
    }
    diagnostics += UnfinishedText.findings(in: outline, outside: empty, of: file)
  }

  /// The alert, the file and the title of an alert runbook have one name, however they are spelt. A title in words is
  /// no name.
  private func nameFindings(
    _ outline: RunbookOutline, stated: Field<String>?, in file: SourceFile
  ) -> [Diagnostic] {
    guard !isFolderPage else { return [] }
    let name = Self.baseName(of: path)
    func isSame(_ other: String) -> Bool { Self.letters(of: other) == Self.letters(of: name) }
    if let stated, !isSame(stated.written) {
      return [
        RunbookFinding.differingNames.at(
          stated.range, in: file, "the file is named '\(name)', and its alert '\(stated.written)'",
          help: "name the file '\(stated.written).md'")
      ]
    }
    guard let heading = outline.title.map({ outline.passages[$0] }) else { return [] }
    let title = heading.heading.oneLine
    guard !title.contains(" "), !title.isEmpty, !isSame(title) else { return [] }
    return [
      RunbookFinding.differingNames.at(
        file.range(of: heading.heading, inLine: heading.line), in: file,
        "the file is named '\(name)', and its title is '\(title)'",
        help: "give both the name of the alert")
    ]
  }

  private static func letters(of name: String) -> String {
    String(name.lowercased().unicodeScalars.filter(\.isWordPart).map(Character.init))
  }
}
