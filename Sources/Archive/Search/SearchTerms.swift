internal import Bytes
internal import Incidents
internal import Learning
internal import Runbooks
internal import Vocabulary

/// The terms of an archive as the index at the end of a book has them: services, tags, factors, alerts, runbooks and the
/// words of titles, each with the pages it leads to.
struct SearchTerms: Sendable {
  struct Term: Sendable {
    let name: String
    var links: [Link]
    /// How many pages more there are.
    var more = 0
  }

  struct Link: Sendable {
    let title: String
    let url: String
  }

  /// The terms of a letter in their order, by the letters in their order.
  let letters: [(letter: String, terms: [Term])]

  /// The pages that a word of titles leads to, the newest first; the other pages are only counted.
  private static let most = 6
  /// Stands for everything that begins with no letter from a to z.
  private static let other = "other"

  init(of site: ArchiveSite) {
    var terms: [String: Term] = [:]
    func add(_ name: String, _ link: Link) {
      let key = name.lowercased()
      guard terms[key]?.links.contains(where: { $0.url == link.url }) != true else { return }
      if let count = terms[key]?.links.count, count >= Self.most {
        terms[key]?.more += 1
      } else {
        terms[key, default: Term(name: name, links: [])].links.append(link)
      }
    }
    for facet in site.library.facets where facet.kind != .year && facet.kind != .severity {
      for value in facet.values {
        guard let entry = site.facets.entry(facet.kind, value.key) else { continue }
        let count = Wording.counted(value.incidents.count, "incident")
        add(entry.name, Link(title: "\(Wording.title(of: facet.kind)): \(count)", url: entry.url))
      }
    }
    for index in site.library.listedRunbooks.indices {
      let runbook = site.library.runbooks[index]
      let link = Link(title: "Runbook: \(runbook.title)", url: site.url(ofRunbook: index))
      add(runbook.title, link)
      if let alert = runbook.alert { add(alert, link) }
    }
    for index in site.library.listed.indices {
      let incident = site.library.incidents[index]
      let link = Link(title: incident.title, url: site.url(ofIncident: index))
      for word in Self.words(ofTitle: incident.title) { add(word, link) }
    }
    letters = Self.byLetter(terms)
  }

  /// The words of a title that one may look for: those with a letter, of three bytes or more.
  static func words(ofTitle title: String) -> [String] {
    title.foldedWords.split(separator: " ").map(String.init).filter { word in
      word.utf8.count > 2 && word.utf8.contains { $0.isLetter || $0 >= 0x80 }
        && !SearchWords.all(in: word).isEmpty
    }
  }

  private static func byLetter(_ terms: [String: Term]) -> [(letter: String, terms: [Term])] {
    var groups: [String: [(key: String, term: Term)]] = [:]
    for (key, term) in terms {
      let first = FoldedText.unaccented(term.name)?.utf8.first ?? key.utf8.first ?? 0
      let letter = first.isLowercase ? String(Unicode.Scalar(first)) : other
      groups[letter, default: []].append((key, term))
    }
    // "other" comes behind "z".
    let order = groups.keys.sorted { ($0 == other ? "~" : $0) < ($1 == other ? "~" : $1) }
    return order.map { letter in
      (
        letter,
        (groups[letter] ?? []).sorted { $0.key.utf8.lexicographicallyPrecedes($1.key.utf8) }.map(
          \.term)
      )
    }
  }
}
