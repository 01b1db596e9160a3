extension Mutation {
  static let items: [Mutation] = [
    item("remove an owner", ["PM007"]) { line in
      line.replacing("@davi", with: "").replacing("@jonas", with: "").replacing("@mira", with: "")
        .replacing("@tove", with: "").replacing("@priya", with: "")
    },
    item("remove a due date", ["PM070"]) { line in
      guard let range = day(in: line) else { return line }
      return line.replacingCharacters(in: range).replacing(" due ", with: " ")
    },
    item("write an impossible due date", ["PM006"]) { line in
      guard let range = day(in: line) else { return line }
      return String(line[..<range.lowerBound] + "2026-02-30" + line[range.upperBound...])
    },
    item("remove a link", ["PM071", "PM073"]) { line in
      guard let start = line.firstIndex(of: "["), line.contains("](") else { return line }
      let link = line.ranges(of: "[#").last?.lowerBound ?? start
      guard let end = line[link...].firstIndex(of: ")") else { return line }
      return String(line[..<link] + line[line.index(after: end)...])
    },
    Mutation(name: "remove all owners") { review in
      guard let section = review.section("Action items") else { return [] }
      var lines = review.review
      for index in section where isItem(lines[index]) {
        for name in ["@davi", "@jonas", "@mira", "@tove", "@priya"] {
          lines[index] = lines[index].replacing(name, with: "")
        }
      }
      return [Mutant(review.reviewPath, lines, ["PM007"], at: section.lowerBound + 1)]
    },
    added(
      "promise to be careful", "PM075",
      row:
        "| Be more careful | Prevent | @mira | 2027-01-29 | [#9](https://git.example.com/9) | Open |",
      bullet: "- [ ] Be more careful @mira due 2027-01-29 [#9](https://git.example.com/9)"),
    added(
      "drop an item without a word", "PM074",
      row:
        "| ~~Buy it~~ | Prevent | @mira | 2027-01-29 | [#9](https://git.example.com/9) | Dropped |",
      bullet: "- ~~Buy it~~"),
    added(
      "promise and pass the day", "PM072",
      row: "| Cap it | Prevent | @mira | 2024-01-29 | [#9](https://git.example.com/9) | Open |",
      bullet: "- [ ] Cap it @mira due 2024-01-29 [#9](https://git.example.com/9)"),
  ]

  /// Puts an item below the last one, in its form.
  private static func added(
    _ name: String, _ code: String, row: String, bullet: String
  ) -> Mutation {
    Mutation(name: name) { review in
      guard let section = review.section("Action items"),
        let last = section.last(where: { isItem(review.review[$0]) })
      else { return [] }
      var lines = review.review
      lines.insert(lines[last].hasPrefix("|") ? row : bullet, at: last + 1)
      return [Mutant(review.reviewPath, lines, [code], at: last + 2)]
    }
  }

  /// Changes the first and the last item.
  private static func item(
    _ name: String, _ codes: Set<String>, change: @escaping @Sendable (String) -> String
  ) -> Mutation {
    Mutation(name: name) { review in
      guard let section = review.section("Action items") else { return [] }
      return section.filter { isItem(review.review[$0]) && !review.review[$0].contains("~~") }
        .spread(2).map { index in
          Mutant(
            review.reviewPath,
            review.review(replacing: index, with: change(review.review[index])), codes,
            at: index + 1)
        }
    }
  }

  /// A row or a bullet with a day in it.
  private static func isItem(_ line: String) -> Bool {
    (line.hasPrefix("|") || line.hasPrefix("- ")) && day(in: line) != nil
  }

  private static func day(in line: String) -> Range<String.Index>? {
    guard
      let start = line.ranges(of: "20").first(where: { range in
        let text = line[range.lowerBound...].prefix(10)
        return text.count == 10 && text.dropFirst(4).first == "-" && text.dropFirst(7).first == "-"
      })?.lowerBound
    else { return nil }
    return start..<line.index(start, offsetBy: 10)
  }
}

extension String {
  fileprivate func replacingCharacters(in range: Range<Index>) -> String {
    String(self[..<range.lowerBound] + self[range.upperBound...])
  }
}
