internal import Bytes
internal import CommonMark
internal import Diagnostics
internal import Vocabulary

/// What a review states about itself outside the front matter: "**Severity:** SEV-2", `| Date | … |`, "-
/// Start: …".
struct StatedFacts {
  /// As the author wrote it, without the brackets after it.
  private(set) var severity: StatedSeverity?
  /// Texts that may name the day on which it began.
  private(set) var begun: [(text: String, line: Int)] = []
  /// Texts that may name the day on which it was seen or reported, which may be later.
  private(set) var seen: [String] = []
  private(set) var title: String?
  private(set) var id: IncidentID?
  /// What the review calls itself in another form, such as "PM-2026-042".
  private(set) var otherID: String?

  /// Reads labels, labelled bullets and tables of keys and values that come before the record.
  init(of document: DocumentReading, outline: ReviewOutline) {
    let end = outline.sections.first { section in
      section.kind.map(Self.record.contains) ?? false
    }
    let last = end?.line ?? .max
    var header: [Cell] = []
    var heading: String?
    for block in document.blocks.lazy.map(\.withoutStruck) {
      if block.lines.lowerBound >= last { break }
      switch block.kind {
      case .paragraph, .item:
        // "## Severity" and the value below it.
        if let key = heading { read(key, block.text, line: block.lines.lowerBound) }
        heading = nil
        readLines(of: block, in: document.file)
      case .tableHeader:
        header = block.cells
        readPair(block.cells, line: block.lines.lowerBound)
      case .tableRow:
        readPair(block.cells, line: block.lines.lowerBound)
        readColumns(header, block.cells, line: block.lines.lowerBound)
        header = []
      case .heading: heading = block.text
      case .code, .html, .thematicBreak, .quote: continue
      }
    }
  }

  /// Parts in which such words mean something else.
  private static let record: Set<SectionKind> = [
    .timeline, .rootCause, .actionItems, .lessons, .wentWell, .wentWrong, .lucky, .resolution,
  ]

  private mutating func readLines(of block: Block, in file: SourceFile) {
    for (offset, line) in block.text.utf8.split(separator: 0x0A).enumerated() {
      guard let (key, value) = Self.pair(in: line) else { continue }
      read(key, value, line: block.lines.lowerBound + offset)
    }
  }

  /// The text before and after the first colon of a line.
  private static func pair(in line: Substring.UTF8View) -> (key: String, value: String)? {
    guard
      let colon = line.prefix(48).firstIndex(where: { $0 == UInt8(ascii: ":") || $0 == 0xEF }),
      colon > line.startIndex, line.first.map({ !$0.isDigit }) ?? false
    else { return nil }
    let value = String(Substring(line[colon...])).drop { $0 == ":" || $0 == "：" || $0 == " " }
    return (String(Substring(line[..<colon])), String(value))
  }

  /// Whether the first line of a text states a fact, as in "Date: 2026-01-10".
  static func isStated(in text: String) -> Bool {
    pair(in: text.utf8.prefix { $0 != 0x0A }).map { meaning(of: $0.key) != nil } ?? false
  }

  /// A row of a table with a key in the first column and its value in the second.
  private mutating func readPair(_ cells: [Cell], line: Int) {
    guard cells.count >= 2 else { return }
    read(cells[0].text, cells[1].text, line: line)
  }

  /// A table with the keys in its header and one row of values.
  private mutating func readColumns(_ header: [Cell], _ cells: [Cell], line: Int) {
    guard header.count > 2 else { return }
    for (key, value) in zip(header, cells) { read(key.text, value.text, line: line) }
  }

  private mutating func read(_ key: String, _ value: String, line: Int) {
    guard key.utf8.count <= 48, !value.isEmpty, let meaning = Self.meaning(of: key) else { return }
    switch meaning {
    case .severity: severity = severity ?? StatedSeverity(value, line: line)
    case .date: if begun.count < 8 { begun.append((value, line)) }
    case .seen: if seen.count < 8 { seen.append(value) }
    case .title: if !Self.isStated(in: value) { title = title ?? value.onOneLine }
    case .id:
      if let known = IncidentID(whole: value) {
        id = id ?? known
      } else if Self.isID(value), FoldedText.name(key).hasSuffix("id") {
        otherID = otherID ?? value
      }
    }
  }

  /// Whether a text is one word with a digit, as ids are.
  private static func isID(_ text: String) -> Bool {
    text.utf8.count <= 40 && text.utf8.contains(where: \.isDigit)
      && !text.utf8.contains { $0.isWhitespace || $0 == UInt8(ascii: "/") }
  }

  // MARK: The vocabulary

  private enum Meaning {
    case severity
    case date
    case seen
    case title
    case id
  }

  /// The meaning of the whole key, or otherwise of the part before "(UTC)" or "/ time".
  private static func meaning(of key: String) -> Meaning? {
    let folded = FoldedText.name(key)
    if let meaning = keys[folded] { return meaning }
    // The full-width variants begin with 0xEF.
    let end = key.utf8.firstIndex {
      $0 == UInt8(ascii: "(") || $0 == UInt8(ascii: "/") || $0 == UInt8(ascii: "[") || $0 == 0xEF
    }
    return end.flatMap { keys[FoldedText.name(key[..<$0])] }
  }

  private static let keys: [String: Meaning] = {
    var keys: [String: Meaning] = [:]
    for (meaning, names) in rows {
      for name in names { keys[FoldedText.name(name)] = meaning }
    }
    return keys
  }()

  private static let rows: [(Meaning, [String])] = [
    (
      .severity,
      [
        "Severity", "Sev", "Severity level", "Incident severity", "Priority", "Incident priority",
        "Incident level", "Severity rating", "Impact level", "Severidade", "Gravidade",
        "Severidad", "Gravedad", "Gravité", "Sévérité", "Criticité", "Priorité", "Prioridad",
        "Prioridade", "Schweregrad", "Priorität", "重大度", "深刻度", "重要度", "優先度", "严重程度",
        "严重级别", "严重性", "严重度", "严重等级", "影响级别", "Gravità", "Severità", "Priorità",
        "Ernst", "Prioriteit", "Waga", "Priorytet", "Krytyczność", "영향도 등급", "심각도", "등급", "故障等级",
        "事故等级", "级别", "等级", "故障级别",
      ]
    ),
    (
      .date,
      [
        "Date", "Incident date", "Date of incident", "Date of the incident", "Date of outage",
        "Date of event", "Outage date", "Event date", "Date/time", "Date and time", "Start",
        "Started", "Start date", "Start time", "Started at", "Incident start", "Incident started",
        "Start of incident", "Incident start time", "Impact start", "Outage start", "Occurred",
        "Occurred on", "Occurred at", "Date occurred", "Happened on", "When", "Date(s)", "Dates",
        "Incident date/time", "Date started", "Begin", "Beginning", "Data", "Data do incidente",
        "Início", "Fecha", "Fecha del incidente", "Inicio", "Date de l'incident", "Début",
        "Datum", "Datum des Vorfalls", "Beginn", "Vorfallsdatum", "発生日時", "発生日", "日時", "日付",
        "発生時刻", "开始时间", "发生时间", "日期", "事故时间", "故障时间", "事件日期", "事故日期", "時間", "影響期間", "発生期間", "影响时间",
        "Duration", "Start time (UTC)",
        "Incident period", "Impact period", "Outage window", "Time of incident", "Incident window",
        "Data e hora", "Fecha y hora", "Date et heure", "Datum und Uhrzeit", "Zeitraum", "Período",
        "Période", "Date de début", "Hora de início", "Fecha de inicio", "발생 일시", "발생일시", "발생일",
        "일시", "날짜", "발생 시각", "Day", "Dates of incident", "Date and duration", "Dates and duration",
      ]
    ),
    (
      .seen,
      [
        "Detected", "Detected at", "Detected on", "Detection time", "Time detected",
        "Date detected", "First detected", "Detection date", "Reported", "Reported at",
        "Reported on", "Date reported", "Opened", "Opened at", "Opened on", "Discovered",
        "Discovered on", "Date discovered", "Identified", "Fecha de detección",
        "Data de detecção", "Date de détection", "検知日時", "发现时间", "감지 일시",
      ]
    ),
    (
      .title,
      ["Title", "Incident title", "Incident name", "Título", "Titre", "Titel", "タイトル", "标题", "제목"]
    ),
    (
      .id,
      [
        "ID", "Incident ID", "Incident", "Channel", "Incident channel", "Postmortem ID",
        "Post-mortem ID", "Review ID", "インシデントID", "インシデント ID",
      ]
    ),
  ]
}

/// A severity as a review words it.
package struct StatedSeverity: Hashable, Sendable {
  package let written: String
  package let line: Int

  init?(_ text: String, line: Int) {
    let bytes = Array(text.utf8)
    var end = bytes.count
    for index in bytes.indices where index > 0 {
      let rest = bytes[index...]
      let isSpaced = bytes[index - 1] == 0x20
      let isEnd =
        bytes[index] == UInt8(ascii: "(") || bytes[index] == 0x0A || rest.starts(with: Self.bracket)
        || bytes[index] == UInt8(ascii: ",") || bytes[index] == UInt8(ascii: ";")
        || (isSpaced && (bytes[index] == UInt8(ascii: "-") || rest.starts(with: Self.dashes)))
      if isEnd {
        end = index
        break
      }
    }
    let words = String(decoding: bytes[..<end], as: UTF8.self).split(separator: " ")
      .joined(separator: " ")
    guard !words.isEmpty, words.utf8.count <= 40, !SectionContent.isPlaceholder(words) else {
      return nil
    }
    written = words
    self.line = line
  }

  private static let bracket = Array("（".utf8)
  private static let dashes: [UInt8] = [0xE2, 0x80]
}
