internal import Runbooks
internal import Vocabulary

/// The names by which the outcomes of decision trees lead to runbooks: titles, names of files, alerts and aliases.
///
/// Names are compared without spaces and marks, so that "Rollback", "roll back" and `roll-back.md` are equal.
struct OutcomeNames: Sendable {
  /// Negative where two runbooks have the name.
  private var places: [String: Int] = [:]
  /// The most words that a name is looked for in.
  private static let mostWords = 8

  init(of runbooks: ArraySlice<Runbook>) {
    for index in runbooks.indices {
      let runbook = runbooks[index]
      var names = [runbook.title, runbook.alert ?? ""] + runbook.aliases
      if !runbook.isFolderPage, let name = runbook.slugPath.split(separator: "/").last {
        names.append(String(name))
      }
      for name in Set(names.map { $0.foldedWords.filter { $0 != " " } }) where name.count > 3 {
        places[name] = places[name] == nil ? index : -1
      }
    }
  }

  /// The runbook that a sentence names, the longest name first; `nil` when none is, when two have the name, and
  /// when the sentence says not to: "Do not roll back".
  func runbook(namedIn sentence: String) -> Int? {
    guard !places.isEmpty else { return nil }
    let words = sentence.foldedWords.split(separator: " ").prefix(40).map(String.init)
    for length in stride(from: min(words.count, Self.mostWords), to: 0, by: -1) {
      for start in 0...(words.count - length) {
        let name = words[start..<start + length].joined()
        guard let place = places[name] else { continue }
        let isDenied = words[..<start].suffix(2).contains(where: Self.denials.contains)
        return place < 0 || isDenied ? nil : place
      }
    }
    return nil
  }

  private static let denials: Set<String> = [
    "not", "no", "never", "without", "don", "dont", "t", "instead",
  ]
}
