package import CommonMark
internal import Vocabulary

/// Reads action items from headings and from running text.
enum ActionItemProse {
  /// One item per heading, with the text below it, when the part has at least two headings and no list.
  /// Headings in a quote below another heading are text.
  static func headedItems(in blocks: [Block]) -> [ActionItem] {
    let all = blocks.filter {
      if case .heading = $0.kind { true } else { false }
    }
    let depth = all.map(\.depth).min()
    let headings = all.filter { $0.depth == depth }
    guard headings.count > 1 else { return [] }
    return headings.map { ActionItem(of: $0, task: nil) }
  }

  /// If every line of a paragraph is a sentence, each line is an item. Otherwise each paragraph is an item
  /// if all of them are short; of longer running text, only the first paragraph is one.
  static func toldItems(in blocks: [Block], isMixed: Bool) -> [ActionItem] {
    let told = blocks.filter {
      $0.kind == .paragraph && !SectionContent.isPlaceholder($0.text) && !isNone($0.text)
    }
    for paragraph in told {
      let lines = paragraph.text.utf8.split(separator: 0x0A)
      if lines.count > 1, lines.allSatisfy(endsSentence) { return items(of: lines, in: paragraph) }
    }
    let paragraphs = told.filter { !$0.text.endsWithColon }
    if isMixed { return [] }
    let areShort = paragraphs.allSatisfy { $0.text.utf8.count <= longestParagraph }
    return paragraphs.prefix(areShort ? .max : 1).map { ActionItem(of: $0, task: nil) }
  }

  /// The most bytes that a paragraph about a single thing may have.
  private static let longestParagraph = 240

  private static func endsSentence(_ line: Substring.UTF8View) -> Bool {
    line.last { $0 != 0x20 }.map { ".!?;)".utf8.contains($0) } ?? false
  }

  private static func items(of lines: [Substring.UTF8View], in paragraph: Block) -> [ActionItem] {
    lines.enumerated().map { offset, line in
      var own = paragraph
      own.text = String(Substring(line))
      own.lines =
        paragraph.lines.lowerBound + offset..<paragraph.lines.lowerBound + offset + 1
      own.links = Array(paragraph.links.lazy.filter { own.text.contains($0.text) }.prefix(1))
      return ActionItem(of: own, task: nil)
    }
  }

  /// "None", "No action items", "Not applicable": the review states that there is nothing to do.
  static func isNone(_ text: String) -> Bool {
    guard text.utf8.count <= 60 else { return false }
    let words = FoldedText.name(text)
    return nothings.contains(words) || words.hasPrefix("no action") || words.hasPrefix("no further")
      || words.hasPrefix("no follow") || words.hasPrefix("there are no")
      || words.hasPrefix("there is nothing")
  }

  private static let nothings: Set<String> = [
    "none", "nothing", "na", "n a", "not applicable", "none identified", "none needed",
    "none required", "none at this time", "nenhuma", "nenhum", "ninguna", "ninguno", "aucune",
    "aucun", "keine", "nessuna", "nessuno", "geen", "brak", "없음", "なし", "特になし", "无", "無", "暂无",
  ]
}

extension Block {
  /// Whether it states that there is nothing to do: "None", "No action items".
  package var saysNothingToDo: Bool {
    switch kind {
    case .paragraph, .item: ActionItemProse.isNone(text)
    default: false
    }
  }
}

extension ActionItem {
  /// Makes an item of a block: a bullet, a heading or a paragraph.
  init(of block: Block, task: Bool?) {
    let link = block.links.first { !$0.isImage && !$0.isOfPerson }
    var marks = ActionItemMarks(
      block.textOfItem(without: link), isTask: task != nil, linked: block.links.map(\.text))
    marks.remove(link?.text)
    if let person = block.links.first(where: \.isOfPerson) { marks.takeOwner(linked: person.text) }
    self.init(
      line: block.lines.lowerBound, title: marks.title, owner: marks.owner,
      dueWritten: marks.dueWritten, due: marks.dueWritten.flatMap(DueDate.day),
      link: link?.destination ?? marks.reference, linkText: link?.text ?? marks.reference,
      kind: nil,
      state: block.isStruck ? .dropped : task == true || marks.isDone ? .done : .open)
  }
}

extension Block {
  /// The text without lines that are pictures, and without the number of a linked ticket at the end of a
  /// line among others.
  fileprivate func textOfItem(without link: Link?) -> String {
    guard text.utf8.contains(0x0A) else { return text }
    let pictures = links.filter(\.isImage).map(\.text)
    return text.split(separator: "\n").compactMap { line -> Substring? in
      if pictures.contains(String(line)) { return nil }
      guard let link, link.text.hasPrefix("#"), line.hasSuffix(link.text) else { return line }
      return line.dropLast(link.text.count)
    }.joined(separator: "\n")
  }
}

extension Link {
  /// Whether it leads to somebody and not to a ticket: an address, a handle, a profile.
  var isOfPerson: Bool {
    if isImage { return false }
    if destination.hasPrefix("mailto:") || text.hasPrefix("@") { return true }
    let profiles = ["https://github.com/", "https://gitlab.com/", "https://twitter.com/"]
    guard let host = profiles.first(where: destination.hasPrefix) else { return false }
    let path = destination.dropFirst(host.count)
    return !path.isEmpty && !path.dropLast().contains("/")
  }
}

extension String {
  var endsWithColon: Bool { utf8.last == UInt8(ascii: ":") || hasSuffix("：") }
}
