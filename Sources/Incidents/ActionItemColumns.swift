internal import CommonMark

/// Which column of an action-item table says what.
struct ActionItemColumns {
  private var title = 0
  private var owner: Int?
  private var due: Int?
  private var link: Int?
  private var kind: Int?
  private var status: Int?

  init(header: [Cell]) {
    var title: Int?
    for (index, cell) in header.enumerated() {
      let name = HeadingVocabulary.folded(cell.text)
      switch Self.meanings[name] {
      case .title?: title = title ?? index
      case .owner?: owner = owner ?? index
      case .due?: due = due ?? index
      case .link?: link = link ?? index
      case .kind?: kind = kind ?? index
      case .status?: status = status ?? index
      case nil: continue
      }
    }
    self.title = title ?? 0
  }

  /// - Returns: `nil` for a row without a title.
  func item(of row: Block) -> ActionItem? {
    guard let titleCell = cell(title, of: row), !titleCell.text.isEmpty else { return nil }
    let dueText = text(due, of: row)
    let linkCell = link.flatMap { cell($0, of: row) }
    let anyLink = linkCell?.links.first ?? row.cells.lazy.flatMap(\.links).first { !$0.isImage }
    let reference = text(link, of: row)
    return ActionItem(
      line: row.lines.lowerBound, title: titleCell.text,
      owner: text(owner, of: row).map(ActionItemMarks.bareName),
      dueWritten: dueText, due: dueText.flatMap { CalendarDay($0) },
      link: anyLink?.destination ?? reference,
      linkText: anyLink?.text ?? reference, kind: text(kind, of: row)?.lowercased(),
      state: state(of: row, struck: titleCell.isStruck))
  }

  private func state(of row: Block, struck: Bool) -> ActionItem.State {
    if struck { return .dropped }
    guard let status = text(status, of: row) else { return .open }
    let words = Words(status)
    if Self.dropped.contains(where: words.contains) { return .dropped }
    if Self.done.contains(where: words.contains) || status.contains("✅") { return .done }
    return .open
  }

  private func cell(_ index: Int, of row: Block) -> Cell? {
    index < row.cells.count ? row.cells[index] : nil
  }

  /// `nil` for a missing or empty cell, and for a dash that stands for one.
  private func text(_ index: Int?, of row: Block) -> String? {
    guard let index, let text = cell(index, of: row)?.text, !text.isEmpty, text != "-", text != "–",
      text != "—"
    else { return nil }
    return text
  }

  private static let done = [
    "done", "completed", "complete", "closed", "fixed", "cleaned", "resolved",
  ]
  private static let dropped = [
    "won't do", "wont do", "dropped", "cancelled", "canceled", "not planned", "rejected",
  ]

  private enum Meaning {
    case title
    case owner
    case due
    case link
    case kind
    case status
  }

  private static let meanings: [String: Meaning] = {
    var meanings: [String: Meaning] = [:]
    let rows: [(Meaning, [String])] = [
      (
        .title,
        [
          "action", "action item", "actions", "item", "task", "description", "what", "follow up",
          "対応", "行动项",
        ]
      ),
      (
        .owner,
        ["owner", "who", "assignee", "dri", "responsible", "person", "lead", "担当", "担当者", "オーナー"]
      ),
      (.due, ["due", "due date", "deadline", "by", "target", "target date", "eta", "期限", "截止"]),
      (
        .link,
        [
          "link", "bug", "ticket", "tracking bug", "issue", "jira", "work item", "tracker",
          "bug ticket",
        ]
      ),
      (.kind, ["type", "kind", "category"]),
      (.status, ["status", "state", "done"]),
    ]
    for (meaning, names) in rows {
      for name in names { meanings[name] = meaning }
    }
    return meanings
  }()
}
