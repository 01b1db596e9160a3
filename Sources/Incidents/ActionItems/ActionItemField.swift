internal import Vocabulary

/// A line with one field of an action item: "Owner: Ada", "Due: 2026-02-01".
struct ActionItemField {
  let meaning: ActionItemColumns.Meaning
  let value: String

  /// - Returns: `nil` unless the whole text is a known key, a colon and a value.
  init?(_ text: String) {
    guard
      let colon = text.utf8.prefix(24).firstIndex(where: { $0 == UInt8(ascii: ":") || $0 == 0xEF }),
      colon > text.startIndex
    else { return nil }
    let value = text[colon...].drop { $0 == ":" || $0 == "：" || $0 == " " }
    guard !value.isEmpty, let meaning = Self.meanings[FoldedText.name(text[..<colon])] else {
      return nil
    }
    self.meaning = meaning
    self.value = String(value)
  }

  /// Fewer words than for columns: "Data: check it twice" is an item.
  private static let meanings: [String: ActionItemColumns.Meaning] = {
    var meanings: [String: ActionItemColumns.Meaning] = [:]
    let rows: [(ActionItemColumns.Meaning, [String])] = [
      (
        .title,
        ["action", "action item", "task", "ação", "acción", "maßnahme", "アクション", "行动", "行动项"]
      ),
      (
        .owner,
        [
          "owner", "owners", "assignee", "assigned to", "responsible", "dri", "responsável",
          "responsable", "dueño", "dono", "propietario", "pilote", "verantwortlich", "zuständig",
          "担当", "担当者", "负责人", "责任人", "담당", "담당자", "responsabile", "verantwoordelijke",
          "eigenaar", "odpowiedzialny", "właściciel",
        ]
      ),
      (
        .due,
        [
          "due", "due date", "deadline", "target date", "eta", "prazo", "plazo", "échéance",
          "fecha límite", "frist", "期限", "截止时间", "截止日期", "기한", "scadenza", "termin",
        ]
      ),
      (.status, ["status", "state", "estado", "statut", "状態", "ステータス", "状态", "상태"]),
      (.link, ["ticket", "issue", "jira", "tracking", "tracked in", "link", "pr", "チケット"]),
      (.kind, ["priority", "type", "category", "kind", "prioridade", "prioridad", "priorité"]),
    ]
    for (meaning, names) in rows {
      for name in names { meanings[name] = meaning }
    }
    return meanings
  }()
}
