/// Owner, due date, state and reference that the author wrote into the line of an action item.
struct ActionItemMarks {
  private(set) var title: String
  private(set) var owner: String?
  private(set) var dueWritten: String?
  private(set) var reference: String?
  private(set) var isDone = false

  init(_ text: String) {
    title = text
    takeDone()
    takeOwner()
    takeDue()
    takeReference()
    tidy()
  }

  /// Takes a link's text out of the title when it is only the number of a ticket.
  mutating func remove(_ linkText: String?) {
    guard let linkText, linkText.utf8.contains(where: Digits.isDigit), linkText.utf8.count <= 16,
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
    for mark in ["[done]", "(done)", "✅", "✔"] {
      guard let range = firstRange(of: mark) else { continue }
      title.removeSubrange(range)
      isDone = true
    }
  }

  /// `@handle` anywhere, `owner: name` or `owner=name`.
  private mutating func takeOwner() {
    if let range = firstRange(of: "@"),
      range.lowerBound == title.startIndex || title[..<range.lowerBound].last == " "
        || title[..<range.lowerBound].last == "("
    {
      let name = title[range.upperBound...].prefix {
        $0.isLetter || $0.isNumber || $0 == "-" || $0 == "_" || $0 == "."
      }
      let bare = name.hasSuffix(".") ? name.dropLast() : name
      if !bare.isEmpty {
        owner = String(bare)
        title.removeSubrange(range.lowerBound..<bare.endIndex)
        return
      }
    }
    for lead in ["owner: ", "owner:", "owner="] {
      guard let range = firstRange(of: lead) else { continue }
      let name = title[range.upperBound...].prefix {
        $0 != "," && $0 != ")" && $0 != ";" && $0 != "."
      }
      guard !name.isEmpty else { continue }
      owner = Self.bareName(String(name))
      title.removeSubrange(range.lowerBound..<name.endIndex)
      return
    }
  }

  /// `due 2026-02-01`, `by 2026-02-01` or a bare date in brackets.
  private mutating func takeDue() {
    for lead in ["due: ", "due by ", "due ", "by ", "due=", "deadline: ", "("] {
      var from = title.startIndex
      while let range = firstRange(of: lead, from: from) {
        from = range.upperBound
        let date = title[range.upperBound...].prefix(10)
        guard date.utf8.count == 10, date.utf8.first.map(Digits.isDigit) == true,
          date.utf8.dropFirst(4).first == UInt8(ascii: "-")
        else { continue }
        dueWritten = String(date)
        let start = lead == "(" ? range.upperBound : range.lowerBound
        title.removeSubrange(start..<date.endIndex)
        return
      }
    }
  }

  /// `#123`, when no link says it.
  private mutating func takeReference() {
    guard let range = firstRange(of: "#") else { return }
    let digits = title[range.upperBound...].prefix { $0.isASCII && $0.isNumber }
    guard !digits.isEmpty else { return }
    reference = "#\(digits)"
  }

  /// Leaves no empty brackets, doubled blanks or separators at the end.
  private mutating func tidy() {
    for empty in ["()", "( )", "[]", "(,)", "(, )"] {
      if let range = firstRange(of: empty) { title.removeSubrange(range) }
    }
    title = title.split(separator: " ").joined(separator: " ")
    while let last = title.last, " ,;–—-·:".contains(last) { title.removeLast() }
  }

  /// Where `pattern`, ASCII in lower case or any other text as it is, first occurs.
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
        let folded = (0x41...0x5A).contains(byte) ? byte | 0x20 : byte
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
