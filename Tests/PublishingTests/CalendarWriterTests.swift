import Testing

@testable import Publishing

@Suite struct CalendarWriterTests {
  private func event(_ summary: String) -> [String] {
    var writer = CalendarWriter(name: "Archive", stamp: "20260101")
    writer.event(id: "a", day: "20260110", summary: summary, description: "", url: "")
    writer.end()
    let lines = String(decoding: writer.bytes, as: UTF8.self).split(separator: "\r\n")
    return lines.map(String.init)
  }

  @Test(arguments: [
    ("Buy a, b; c", "SUMMARY:Buy a\\, b\\; c"), ("C:\\temp", "SUMMARY:C:\\\\temp"),
    ("two\nlines", "SUMMARY:two\\nlines"), ("a\u{1}b\rc", "SUMMARY:a b c"),
    ("END:VEVENT\r\nBEGIN:VEVENT", "SUMMARY:END:VEVENT \\nBEGIN:VEVENT"),
  ])
  func textsCannotBecomeLines(summary: String, line: String) {
    let lines = event(summary)
    #expect(lines.contains(line))
    #expect(lines.count { $0 == "BEGIN:VEVENT" } == 1)
  }

  @Test(arguments: ["ü", "日", "🔥", "a"])
  func longLinesAreFoldedBetweenCharacters(character: String) {
    let summary = String(repeating: character, count: 200)
    let lines = event(summary)
    #expect(lines.allSatisfy { $0.utf8.count <= 75 })
    let start = lines.firstIndex { $0.hasPrefix("SUMMARY:") } ?? 0
    let rest = lines[(start + 1)...].prefix { $0.hasPrefix(" ") }.map { $0.dropFirst() }
    #expect(lines[start] + rest.joined() == "SUMMARY:" + summary)
  }
}
