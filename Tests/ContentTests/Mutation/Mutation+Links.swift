extension Mutation {
  static let links: [Mutation] = [
    Mutation(name: "break a link") { review in
      line("](../", in: review, ["BS050"]) { $0.replacing(".md", with: "-old.md") }
    },
    Mutation(name: "break an anchor") { review in
      line(".md#", in: review, ["BS051"]) { $0.replacing(".md#", with: ".md#no-") }
    },
    Mutation(name: "break an image") { review in
      line("![", in: review, ["BS052"]) {
        $0.replacing(".svg)", with: "-old.svg)").replacing(".png)", with: "-old.png)")
      }
    },
    Mutation(name: "write an image in capitals") { review in
      line("![", in: review, ["BS052"]) {
        $0.replacing(".svg)", with: ".SVG)").replacing(".png)", with: ".PNG)")
      }
    },
    Mutation(name: "link out of the content") { review in
      added("See [the notes](../../../../notes.md).", to: review, "BS050")
    },
    Mutation(name: "link to a script") { review in
      added("See [the notes](javascript:alert).", to: review, "BS022")
    },
    Mutation(name: "leave a shortcode in") { review in
      added("{{< alert >}}", to: review, "BS018")
    },
    Mutation(name: "leave an element open") { review in
      added("The <service-name> was down.", to: review, "BS021")
    },
    Mutation(name: "use an unknown admonition") { review in
      added(":::timeline", to: review, "BS020")
    },
    Mutation(name: "write a footnote that nothing refers to") { review in
      added("[^99]: As the log says.", to: review, "BS023")
    },
  ]

  /// Changes the first line with a mark.
  private static func line(
    _ mark: String, in review: SampleReview, _ codes: Set<String>, change: (String) -> String
  ) -> [Mutant] {
    guard let index = review.review.firstIndex(where: { $0.contains(mark) }) else { return [] }
    let lines = review.review(replacing: index, with: change(review.review[index]))
    return [Mutant(review.reviewPath, lines, codes, at: index + 1)]
  }

  /// Adds a paragraph to the impact.
  private static func added(_ text: String, to review: SampleReview, _ code: String) -> [Mutant] {
    guard let range = review.section("Impact") else { return [] }
    var lines = review.review
    lines.insert(contentsOf: [text, ""], at: range.lowerBound + 2)
    return [Mutant(review.reviewPath, lines, [code], at: range.lowerBound + 3)]
  }
}
