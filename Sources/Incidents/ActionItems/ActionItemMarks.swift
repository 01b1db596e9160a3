internal import Bytes
internal import Vocabulary

/// The owner, due date, state and reference that the author wrote into the line of an action item.
struct ActionItemMarks {
  /// With its line breaks until everything is taken.
  var title: String
  private(set) var owner: String?
  private(set) var dueWritten: String?
  private(set) var reference: String?
  private(set) var isDone = false
  /// Whether the item has a box.
  let isTask: Bool
  /// The texts of its links, which are not names.
  let linked: [String]
  /// Where the due date was cut out of ``title``, in bytes.
  private(set) var cut: Int?

  init(_ text: String, isTask: Bool, linked: [String]) {
    title = text
    self.isTask = isTask
    self.linked = linked
    // Nobody marks a page of text.
    if text.utf8.count <= Self.longest {
      takeDone()
      takePair()
      takeDue()
      takeOwner()
      takeReference()
    }
    tidy()
  }

  /// The most bytes of an item that are looked at; the looking takes longer than the text is.
  private static let longest = 2000

  mutating func setOwner(_ name: String) { owner = Self.bareName(name) }

  /// Makes a text that is linked the owner: `[Ana](mailto:ana@example.com)`.
  mutating func takeOwner(linked text: String) {
    guard owner == nil, !text.isEmpty, text.split(separator: " ").count <= 3,
      let range = title.firstRange(of: text)
    else { return }
    setOwner(text)
    title.removeSubrange(range)
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
      if DueDate.isDate(words) { day = words } else { name = words }
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
    var words = (value ?? text).split(separator: " ")
    while words.count > 1, let first = words.first, ["due", "by"].contains(first.lowercased()) {
      words.removeFirst()
    }
    return words.joined(separator: " ")
  }

  /// `due 2026-02-01`, `by Feb 1`, "due next week", or a date in brackets or after a dash at the end.
  private mutating func takeDue() {
    if dueWritten != nil { return }
    if takeLastDate() { return }
    for lead in ["due: ", "due by ", "due on ", "due ", "by ", "due=", "deadline: ", "("] {
      var from = title.startIndex
      while let range = firstRange(of: lead, from: from) {
        from = range.upperBound
        let isWord =
          title[..<range.lowerBound].last.map { $0.isLetter || "-_`".contains($0) } ?? false
        let rest = title[range.upperBound...]
        guard !isWord,
          let length = DueDate.length(leading: rest) ?? Self.stated(rest, behind: lead),
          let end = title.utf8.index(
            range.upperBound, offsetBy: length, limitedBy: title.endIndex)
        else { continue }
        let date = String(title[range.upperBound..<end])
        // In brackets without a word in front, only a whole date is one; "by two weeks" is an amount.
        if lead == "(" && !DueDate.isWhole(date) || lead == "by " && DueDate.isAmount(date) {
          continue
        }
        takeDate(date, lead == "(" ? range.upperBound..<end : range.lowerBound..<end)
        return
      }
    }
  }

  /// The length of what follows a key, whatever it is.
  private static func stated(_ rest: Substring, behind lead: String) -> Int? {
    guard lead == "due: " || lead == "deadline: " else { return nil }
    let value = rest.prefix { !",;)]@|—–\n[`".contains($0) }
    let length = value.utf8.count - value.utf8.reversed().prefix { $0 == 0x20 }.count
    return (1...24).contains(length) ? length : nil
  }

  private mutating func takeDate(_ date: String, _ range: Range<String.Index>) {
    dueWritten = date
    cut = title.utf8.distance(from: title.startIndex, to: range.lowerBound)
    title.removeSubrange(range)
  }

  /// "… — 2026-02-01": the date is the last word, and a dash or a comma separates it from the work.
  private mutating func takeLastDate() -> Bool {
    let date = title.suffix(10)
    guard date.utf8.count == 10, CalendarDay(String(date)) != nil,
      let before = title.dropLast(10).last(where: { $0 != " " }), "—–-,|·".contains(before)
    else { return false }
    takeDate(String(date), date.startIndex..<title.endIndex)
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
    for empty in ["()", "( )", "[]", "(,)", "(, )", "(;)", "(; )"] {
      while title.utf8.count <= Self.longest, let range = firstRange(of: empty) {
        title.removeSubrange(range)
      }
    }
    title = title.split { $0 == " " || $0 == "\n" }.joined(separator: " ")
    if let space = firstRange(of: " ,") { title.replaceSubrange(space, with: ",") }
    while let last = title.last, " ,;–—-·:".contains(last) { title.removeLast() }
  }

  /// Where `pattern`, lower-case ASCII or any other text verbatim, first occurs.
  func firstRange(of pattern: String, from start: String.Index? = nil) -> Range<
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
