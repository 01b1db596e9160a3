internal import Bytes
internal import CommonMark
internal import Diagnostics
internal import Vocabulary

/// Decides what the headings of unknown parts leave open by what stands below them, where that is plain.
///
/// Only for parts that a document would otherwise lack: boxes to tick are action items, and a text that says
/// "was caused by" is the cause.
extension SectionReader {
  mutating func infer() {
    var known: Set<SectionKind> = []
    for section in outline.sections + outline.labelled {
      if let kind = section.kind { known.insert(kind) }
      known.formUnion(section.otherKinds)
    }
    let names = known.subtracting([.metadata, .supporting])
    // A page without a single part of a review is something else.
    guard !names.isEmpty, names.count > 1 || names != [.summary] else { return }
    if !known.contains(.actionItems), let index = candidates().last(where: isWorkList) {
      name(index, .actionItems)
    }
    if !known.contains(.rootCause) {
      let told = candidates().map {
        (index: $0, weight: CausePhrases.weight(in: words(below: outline.sections[$0])))
      }
      if let best = told.max(by: { ($0.weight, $1.index) < ($1.weight, $0.index) }),
        best.weight >= CausePhrases.enough
      {
        name(best.index, .rootCause)
      }
    }
  }

  private mutating func name(_ index: Int, _ kind: SectionKind) {
    outline.sections[index].kind = kind
    outline.sections[index].isInferred = true
  }

  /// The sections without a meaning that lie in no part with one, without the title.
  private func candidates() -> [Int] {
    var end = 0
    return outline.sections.indices.filter { index in
      let section = outline.sections[index]
      if section.kind != nil { end = max(end, section.lines.upperBound) }
      return section.kind == nil && section.line >= end && section.level > 1 && !section.isHeld
        && !Self.isCheck(section.heading)
        && ClockReading(leading: section.heading)?.hasClock != true
    }
  }

  /// A list of checks is no plan: "Verification", "Test checklist", "Sign-off".
  static func isCheck(_ heading: String) -> Bool {
    let name = FoldedLetters.plain(FoldedText.name(heading)[...])
    return checks.contains(where: name.contains)
  }

  private static let checks = [
    "faq", "question", "appendix", "reference", "related", "check", "verif", "valid", "test",
    "criteria", "sign", "approv", "complian", "review",
    "pruf", "prueba", "essai", "验证", "検証", "确认", "確認", "调查", "調査", "检查", "复现", "再現", "검증",
    "확인", "symptom", "症状", "현상", "investigat", "report", "question",
  ]

  /// The blocks directly below a heading, up to the next one.
  private func own(_ section: Section) -> ArraySlice<Block> {
    let blocks = document.blocks(
      in: section.line + 1..<max(section.line + 1, section.lines.upperBound))
    return blocks.prefix { block in
      if case .heading = block.kind { false } else { true }
    }
  }

  /// Whether most bullets are boxes of which at least one is open, or name who does them or when.
  private func isWorkList(_ index: Int) -> Bool {
    var bullets = 0
    var boxes = (all: 0, open: 0)
    var owned = 0
    for block in own(outline.sections[index]) {
      guard case .item(let task) = block.kind, block.depth == 0 else { continue }
      bullets += 1
      if let task { boxes = (boxes.all + 1, boxes.open + (task ? 0 : 1)) }
      if Self.namesOwner(block.text) { owned += 1 }
    }
    guard bullets > 1 else { return false }
    return boxes.all == bullets && boxes.open > 0 || owned * 2 > bullets
  }

  /// Whether a bullet says who does it or when: `@ada`, "owner: Ada", "due Friday".
  private static func namesOwner(_ text: String) -> Bool {
    let words = Words(text)
    return text.hasPrefix("@") || text.contains(" @") || text.contains("(@")
      || ownerWords.contains(where: words.contains)
  }

  private static let ownerWords = [
    "owner", "assignee", "assigned to", "due", "deadline", "zuständig", "verantwortlich", "frist",
    "responsable", "échéance", "plazo", "responsável", "prazo", "responsabile", "scadenza",
    "verantwoordelijk", "termin", "odpowiedzialny",
  ]

  /// The text of the paragraphs and bullets directly below a heading.
  func words(below section: Section) -> String {
    var text = ""
    for block in own(section) where text.utf8.count < 4000 {
      switch block.kind {
      case .paragraph, .item: text += block.text + "\n"
      default: continue
      }
    }
    return text
  }
}

/// Phrases that say what something was caused by.
enum CausePhrases {
  /// The least weight of a text that explains a cause.
  static let enough = 3

  static func weight(in text: String) -> Int {
    let words = Words(text)
    var weight = sure.count(where: words.contains) * 3 + likely.count(where: words.contains)
    weight += unspaced.count { text.contains($0) } * 3
    return weight
  }

  private static let sure = [
    "root cause", "root causes", "was caused by", "were caused by", "is caused by", "the cause of",
    "the cause was", "traced to", "traced back to", "the culprit", "the reason was",
    "the underlying problem", "ursache war", "ursache ist", "verursacht durch", "wurde verursacht",
    "cause racine", "causé par", "causée par", "provoqué par", "provoquée par", "la cause était",
    "causa raíz", "causado por", "causada por", "provocado por", "provocada por", "la causa fue",
    "causa raiz", "a causa foi", "causato da", "causata da", "provocato da", "la causa è stata",
    "veroorzaakt door", "de oorzaak was", "spowodowane przez", "spowodowana przez",
    "przyczyną była", "przyczyną było",
  ]
  private static let likely = [
    "caused by", "because", "due to", "as a result of", "resulted in", "led to", "weil", "aufgrund",
    "dadurch", "parce que", "en raison de", "à cause de", "porque", "debido a", "devido a",
    "perché", "a causa di", "omdat", "doordat", "ponieważ", "z powodu",
  ]
  private static let unspaced = [
    "根因", "根本原因", "原因是", "由于", "导致了", "が原因", "原因は", "ことにより", "원인은", "때문에", "로 인해",
  ]
}
