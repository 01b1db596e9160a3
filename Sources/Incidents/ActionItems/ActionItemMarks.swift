internal import Bytes
internal import Vocabulary

/// The owner, due date, state and reference that the author wrote into the line of an action item.
struct ActionItemMarks {
  private(set) var title: String
  private(set) var owner: String?
  private(set) var dueWritten: String?
  private(set) var reference: String?
  private(set) var isDone = false

  init(_ text: String) {
    title = text
    takeDone()
    takePair()
    takeDue()
    tidy()
    takeOwner()
    takeReference()
    tidy()
  }

  /// Removes a link's text from the title when it is only a ticket number.
  mutating func remove(_ linkText: String?) {
    guard let linkText, linkText.utf8.contains(where: \.isDigit), linkText.utf8.count <= 16,
      title.hasSuffix(linkText)
    else { return }
    title.removeLast(linkText.count)
    tidy()
  }

  /// The day of a due date as people write it.
  static func day(_ text: String) -> CalendarDay? {
    CalendarDay(text) ?? StatedDate.first(in: text, order: { nil })
  }

  /// A name without `@` and white space.
  static func bareName(_ text: String) -> String {
    String(text.drop { $0 == "@" || $0 == " " })
  }

  private mutating func takeDone() {
    for mark in ["[done]", "(done)", "[completed]", "(completed)", "[x]", "✅", "✔", "☑"] {
      guard let range = firstRange(of: mark) else { continue }
      title.removeSubrange(range)
      isDone = true
    }
  }

  /// `(Ada, 2026-02-01)` at the end, also with words before the values: `(owner: Ada, due: 2026-02-01)`.
  private mutating func takePair() {
    guard title.hasSuffix(")") || title.hasSuffix("）"),
      let open = title.lastIndex(where: { $0 == "(" || $0 == "（" })
    else { return }
    let inner = title[title.index(after: open)...].dropLast()
    let parts = inner.split { $0 == "," || $0 == ";" || $0 == "、" || $0 == "，" }
    guard parts.count == 2 else { return }
    var day: String?
    var name: String?
    for part in parts {
      let words = Self.behindKey(part)
      if CalendarDay(words) != nil { day = words } else { name = words }
    }
    guard let day, let name, name.split(separator: " ").count <= 3 else { return }
    (owner, dueWritten) = (Self.bareName(name), day)
    title = String(title[..<open])
  }

  /// A value without the `owner:` before it.
  private static func behindKey(_ text: Substring) -> String {
    let value = text.firstIndex { $0 == ":" || $0 == "：" || $0 == "=" }.map {
      text[text.index(after: $0)...]
    }
    return (value ?? text).split(separator: " ").joined(separator: " ")
  }

  /// `@handle` at the start or the end, `owner: name` or `owner=name`. A handle in the middle of a sentence
  /// is somebody who is mentioned.
  private mutating func takeOwner() {
    if owner != nil { return }
    if takeHandle() || takeBracket() { return }
    for lead in ["owner: ", "owner:", "owner="] {
      guard let range = firstRange(of: lead) else { continue }
      let name = title[range.upperBound...].prefix {
        $0 != "," && $0 != ")" && $0 != ";" && $0 != "." && $0 != "]"
      }
      guard !name.isEmpty else { continue }
      owner = Self.bareName(String(name))
      title.removeSubrange(range.lowerBound..<name.endIndex)
      return
    }
  }

  private mutating func takeHandle() -> Bool {
    var from = title.startIndex
    while let range = firstRange(of: "@", from: from) {
      from = range.upperBound
      let before = title[..<range.lowerBound].last
      guard before == nil || before == " " || before == "(" || before == "[" else { continue }
      let name = title[range.upperBound...].prefix {
        $0.isLetter || $0.isNumber || $0 == "-" || $0 == "_" || $0 == "." || $0 == "/"
      }
      let bare = name.last == "." ? name.dropLast() : name
      guard !bare.isEmpty else { continue }
      let rest = title[bare.endIndex...]
      let isLast = !Self.withoutTag(rest).utf8.contains {
        $0.isLetter || $0 >= 0xE3
      }
      let isBracketed = before == "(" && rest.first == ")"
      let isFirst = before == nil && Self.startsWork(rest)
      guard isLast || isFirst || isBracketed else { continue }
      if owner == nil { owner = String(bare) }
      title.removeSubrange(range.lowerBound..<bare.endIndex)
      return true
    }
    return false
  }

  /// The text without a "[repair]" at the end.
  private static func withoutTag(_ rest: Substring) -> Substring {
    guard rest.last == "]", let open = rest.lastIndex(of: "[") else { return rest }
    return rest[..<open]
  }

  /// What follows the name of somebody who is asked to do something: "@ada: cap the pool", "@ada to cap the
  /// pool".
  private static func startsWork(_ rest: Substring) -> Bool {
    let text = rest.drop { $0 == " " }
    return text.isEmpty || text.first.map { ":-–—,]".contains($0) } == true
      || text.hasPrefix("to ") || text.hasPrefix("will ")
  }

  /// `[ada] cap the pool`; a state or a rank in brackets is not an owner.
  private mutating func takeBracket() -> Bool {
    guard title.hasPrefix("["), let close = title.firstIndex(of: "]") else { return false }
    let word = title[title.index(after: title.startIndex)..<close]
    guard (2...24).contains(word.utf8.count),
      word.allSatisfy({ $0.isLetter || $0 == "-" || $0 == "_" || $0 == "." }),
      !Self.states.contains(word.lowercased())
    else { return false }
    owner = String(word)
    title.removeSubrange(title.startIndex...close)
    return true
  }

  private static let states: Set<String> = [
    "done", "open", "todo", "wip", "closed", "tbd", "high", "medium", "low", "critical", "urgent",
    "prevent", "detect", "mitigate", "process", "optional", "must", "should", "could", "started",
    "ongoing", "blocked", "new", "later", "now", "fixed", "dropped", "completed", "planned",
  ]

  /// `due 2026-02-01`, `by Feb 1, 2026`, or a date in brackets or after a dash at the end.
  private mutating func takeDue() {
    if dueWritten != nil { return }
    if takeLastDate() { return }
    for lead in ["due: ", "due by ", "due ", "by ", "due=", "deadline: ", "("] {
      var from = title.startIndex
      while let range = firstRange(of: lead, from: from) {
        from = range.upperBound
        let bytes = Array(title[range.upperBound...].utf8)
        guard let reading = DateReading(leading: bytes[...]), reading.isCertain,
          reading.day != nil || reading.pair != nil, reading.year != nil,
          let end = title.utf8.index(
            range.upperBound, offsetBy: reading.length, limitedBy: title.endIndex)
        else { continue }
        let date = title[range.upperBound..<end]
        dueWritten = String(date)
        let start = lead == "(" ? range.upperBound : range.lowerBound
        title.removeSubrange(start..<date.endIndex)
        return
      }
    }
  }

  /// "… — 2026-02-01": the date is the last word, and a dash or a comma separates it from the work.
  private mutating func takeLastDate() -> Bool {
    let date = title.suffix(10)
    guard date.utf8.count == 10, CalendarDay(String(date)) != nil,
      let before = title.dropLast(10).last(where: { $0 != " " }), "—–-,|·".contains(before)
    else { return false }
    dueWritten = String(date)
    title.removeLast(10)
    return true
  }

  /// `#123`, when no link states it.
  private mutating func takeReference() {
    guard let range = firstRange(of: "#") else { return }
    let digits = title[range.upperBound...].prefix { $0.isASCII && $0.isNumber }
    guard !digits.isEmpty else { return }
    reference = "#\(digits)"
  }

  /// Removes empty brackets, repeated spaces and separators at the end.
  private mutating func tidy() {
    for empty in ["()", "( )", "[]", "(,)", "(, )"] {
      if let range = firstRange(of: empty) { title.removeSubrange(range) }
    }
    title = title.split(separator: " ").joined(separator: " ")
    while let last = title.last, " ,;–—-·:".contains(last) { title.removeLast() }
  }

  /// Where `pattern`, lower-case ASCII or any other text verbatim, first occurs.
  private func firstRange(of pattern: String, from start: String.Index? = nil) -> Range<
    String.Index
  >? {
    let wanted = Array(pattern.utf8)
    let bytes = title.utf8
    var index = start ?? bytes.startIndex
    while index < bytes.endIndex {
      var end = index
      var position = 0
      while position < wanted.count, end < bytes.endIndex {
        let byte = bytes[end]
        let folded = byte.lowercased
        guard folded == wanted[position] else { break }
        position += 1
        end = bytes.index(after: end)
      }
      if position == wanted.count { return index..<end }
      index = bytes.index(after: index)
    }
    return nil
  }
}
