internal import CommonMark
internal import Vocabulary

/// The meaning of each column of an action item table.
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
      switch Self.meaning(of: cell.text) {
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

  /// `nil` unless the columns alone show that the rows are action items: one for the action, one for its
  /// owner, day or state, and none for a time.
  init?(header: [Cell], isLoose: Bool) {
    let names = header.map { FoldedText.name($0.text) }
    let meanings = names.map { Self.meaning(of: $0) }
    guard let title = names.firstIndex(where: { $0.split(separator: " ").contains("action") }),
      meanings.contains(.owner) || meanings.contains(.due) || meanings.contains(.status),
      !names.contains(where: { $0.hasPrefix("time") || $0.hasPrefix("date time") || $0 == "date" })
    else { return nil }
    self.init(header: header)
    self.title = title
  }

  /// Found by the name of a column, or by a word in it: "Assigned owner", "Due (UTC)", "Action required".
  private static func meaning(of name: String) -> Meaning? {
    let folded = FoldedText.name(name)
    if let meaning = meanings[folded] { return meaning }
    let words = folded.split(separator: " ").map(String.init)
    if words.count > 1, let last = words.last, let meaning = meanings[last], meaning != .title {
      return meaning
    }
    for (word, meaning) in tellingWords where words.contains(word) { return meaning }
    return nil
  }

  private static let tellingWords: [(String, Meaning)] = [
    ("owner", .owner), ("assignee", .owner), ("assigned", .owner), ("responsible", .owner),
    ("due", .due), ("deadline", .due), ("action", .title), ("task", .title), ("status", .status),
  ]

  /// - Returns: `nil` for a row without a title.
  func item(of row: Block) -> ActionItem? {
    guard let titleCell = cell(title, of: row), !titleCell.text.isEmpty else { return nil }
    let dueText = text(due, of: row)
    let linkCell = link.flatMap { cell($0, of: row) }
    let anyLink =
      linkCell?.links.first
      ?? row.cells.lazy.flatMap(\.links).first { !$0.isImage && !$0.isOfPerson }
    var reference = text(link, of: row)
    // A column "Bug" that holds DONE or TODO is one of states.
    let isState =
      status == nil && linkCell?.links.isEmpty != false && reference.map(Self.isState) == true
    let noted = isState ? reference.map(Self.state) : nil
    if isState { reference = nil }
    return ActionItem(
      line: row.lines.lowerBound, title: titleCell.text,
      owner: text(owner, of: row).map(ActionItemMarks.bareName),
      dueWritten: dueText, due: dueText.flatMap(DueDate.day),
      link: anyLink?.destination ?? reference,
      linkText: anyLink?.text ?? reference, kind: text(kind, of: row)?.lowercased(),
      state: titleCell.isStruck ? .dropped : noted ?? state(of: row, struck: false))
  }

  private func state(of row: Block, struck: Bool) -> ActionItem.State {
    if struck { return .dropped }
    return text(status, of: row).map(Self.state) ?? .open
  }

  /// Whether a cell holds nothing but a state.
  private static func isState(_ text: String) -> Bool {
    let name = FoldedText.name(text)
    return done.contains(name) || dropped.contains(name)
      || ["todo", "to do", "open", "in progress", "wip", "planned", "pending", "not started"]
        .contains(name)
  }

  /// The meaning of the words in a status.
  static func state(_ status: String) -> ActionItem.State {
    let words = Words(status)
    if dropped.contains(where: words.contains) { return .dropped }
    if words.contains("not") || words.contains("in progress") { return .open }
    if done.contains(where: words.contains) { return .done }
    if status.contains("未") { return .open }
    if unspacedDone.contains(where: status.contains) { return .done }
    return .open
  }

  private func cell(_ index: Int, of row: Block) -> Cell? {
    index < row.cells.count ? row.cells[index] : nil
  }

  /// `nil` for a missing or empty cell, and for one that holds only a dash.
  private func text(_ index: Int?, of row: Block) -> String? {
    guard let index, let text = cell(index, of: row)?.text, !text.isEmpty, text != "-", text != "–",
      text != "—"
    else { return nil }
    return text
  }

  private static let done = [
    "done", "completed", "complete", "closed", "fixed", "cleaned", "resolved", "finished", "merged",
    "shipped", "implemented", "concluído", "concluida", "feito", "hecho", "completado", "terminé",
    "fait", "erledigt", "abgeschlossen", "yes", "concluída", "finalizado", "finalizada",
    "completada", "cerrado", "listo", "terminée", "réalisé", "réalisée", "effectué", "effectuée",
    "umgesetzt", "fertig", "completato", "completata", "fatto", "chiuso", "gedaan", "afgerond",
    "gereed", "zrobione", "ukończone", "zakończone", "gotowe", "deployed",
  ]
  /// Japanese and Chinese have no spaces between words.
  private static let unspacedDone = ["完了", "対応済", "実施済", "已完成", "完成", "완료", "✅", "✔", "☑"]
  private static let dropped = [
    "won't do", "wont do", "dropped", "cancelled", "canceled", "not planned", "rejected",
  ]

  enum Meaning {
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
          "action items", "improvement", "recommendation", "follow up item", "todo", "to do",
          "対応", "アクション", "アクションアイテム", "対策", "内容", "行动项", "行动", "措施", "改进措施", "任务", "事项",
          "ação", "ações", "tarefa", "descrição", "acción", "acciones", "tarea", "descripción",
          "tâche", "maßnahme", "maßnahmen", "aufgabe", "beschreibung", "item de ação", "작업", "조치",
          "내용", "항목", "azione", "azioni", "attività", "actie", "actiepunt", "taak", "działanie",
          "zadanie", "mesure", "medida",
        ]
      ),
      (
        .owner,
        [
          "owner", "owners", "owner s", "who", "assignee", "assigned to", "assigned", "dri",
          "responsible", "person", "lead", "driver", "poc", "team", "accountable", "担当", "担当者",
          "オーナー", "責任者", "负责人", "責任人", "责任人", "负责团队", "responsável", "dono", "responsable",
          "encargado", "porteur", "verantwortlich", "verantwortliche", "verantwortlicher",
          "zuständig", "proprietário", "dueño", "asignado", "asignado a", "propietario", "pilote",
          "propriétaire", "assigné à", "atribuído a", "zuständigkeit", "담당", "담당자",
          "responsabile", "assegnatario", "verantwoordelijke", "eigenaar", "odpowiedzialny",
          "właściciel", "osoba", "qui", "quién", "quem", "chi", "wer", "wie",
        ]
      ),
      (
        .due,
        [
          "due", "due date", "due by", "deadline", "by", "by when", "when", "target", "target date",
          "eta", "expected date", "expected", "completion date", "date", "期限", "締切", "截止", "截止日期",
          "截止时间", "完成时间", "期日", "prazo", "data", "plazo", "fecha", "fecha límite", "échéance",
          "date limite", "frist", "fällig", "termin", "data limite", "bis", "기한", "마감", "완료 예정",
          "scadenza", "entro", "vervaldatum", "uiterlijk", "quand", "cuándo",
        ]
      ),
      (
        .link,
        [
          "link", "bug", "ticket", "tracking bug", "issue", "jira", "work item", "tracker",
          "bug ticket", "bugs", "tickets", "issues", "pr", "prs", "pull request", "tracking",
          "tracking issue", "tracking ticket", "reference", "jira ticket", "github issue", "チケット",
          "工单", "lien", "enlace",
        ]
      ),
      (.kind, ["type", "kind", "category", "カテゴリ", "種別", "类型", "分类", "tipo", "typ"]),
      (
        .status,
        [
          "status", "state", "done", "completed", "ステータス", "状態", "状态", "进度", "estado", "statut",
          "état", "stand", "current status", "situação", "상태", "stato", "stan",
        ]
      ),
    ]
    for (meaning, names) in rows {
      for name in names { meanings[name] = meaning }
    }
    return meanings
  }()
}
