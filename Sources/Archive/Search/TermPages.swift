internal import Learning
internal import Publishing
internal import Templates

extension ArchiveSite {
  /// The index of terms for readers without JavaScript: a page of letters, and one for each letter.
  var termPages: [OutputFile] {
    let terms = SearchTerms(of: self)
    let names = terms.letters.map(\.letter)
    return [
      termPage(
        "terms/index.html", title: "A to Z", letters: names, at: nil,
        terms: [])
    ]
      + terms.letters.map { letter, terms in
        termPage(
          "terms/\(letter).html", title: "A to Z: \(Self.name(of: letter))", letters: names,
          at: letter, terms: terms)
      }
  }

  private static func name(of letter: String) -> String {
    letter.utf8.count == 1 ? letter.uppercased() : "other signs"
  }

  private func termPage(
    _ path: String, title: String, letters: [String], at current: String?,
    terms: [SearchTerms.Term]
  ) -> OutputFile {
    OutputFile(
      path: Self.folder + path, origin: templates.path(of: .terms)
    ) { inputs in
      inputs.add(letters)
      for term in terms {
        inputs.add(term.name)
        inputs.add(term.more)
        for link in term.links { inputs.add([link.title, link.url]) }
      }
      return { _ in
        try rendered(
          path, .terms, title: title, description: "Terms of the incidents and runbooks.", in: nil
        ) { page, _ in
          page["letters"] = .list(
            letters.map { letter in
              [
                "url": .text("terms/\(letter).html"), "name": .text(Self.name(of: letter)),
                "isHere": .flag(letter == current),
              ]
            })
          page["terms"] = .list(
            terms.map { term in
              [
                "name": .text(term.name), "more": term.more > 0 ? .number(term.more) : .nothing,
                "links": .list(
                  term.links.map { ["title": .text($0.title), "url": .text($0.url)] }),
              ]
            })
          page["hasTerms"] = .flag(!terms.isEmpty)
        }
      }
    }
  }
}
