internal import CommonMark
internal import Diagnostics
internal import Incidents
internal import Vocabulary

extension Rule {
  package static let unreadLanguages = Rule(
    code: "PM038", name: "reviews in languages that are not read", level: .note,
    rationale: """
      Headings, times and owners are understood in English, German, Dutch, French, Spanish, Portuguese, \
      Italian, Polish, Japanese, Chinese and Korean. In another language most parts of a review would \
      seem to be missing, so that is not reported: this one note stands for all of it. A team names its \
      own headings in 'headings:' of site.yml; three known parts are enough to be read.
      """,
    bad: """
      # ⟦Kassan stod still⟧

      ## Vad som hände

      På morgonen slutade kassan att svara och ingen kund kunde betala under nästan en timme. Vi märkte
      det först när butiken ringde, eftersom larmet bara tittar på svarstiden och inte på antalet köp.
      Orsaken var att tabellen med priser hade blivit så stor att varje fråga läste hela disken. När vi
      hade lagt till ett index svarade kassan igen inom några sekunder, och under kvällen följde vi
      köpen noga.

      """,
    good: """
      # Checkout down

      ## What happened

      In the morning checkout stopped answering, and for nearly an hour no customer could pay. We noticed
      it only when a shop called, because the alert watches the time of an answer and not the number of
      purchases. The table of prices had become so large that each query read the whole disk. With an
      index the checkout answered again within seconds, and we watched the purchases all evening.

      """,
    check: .incident { subject in
      guard let review = subject.review, knownParts(of: subject.incident) < 3,
        !ReadLanguages.include(review.blocks.map(\.text))
      else { return [] }
      return [
        Finding(
          path: review.path, range: subject.opening,
          message: "the language of this review is not read, so missing parts are not reported",
          help: "name the team's headings in 'headings:' of site.yml")
      ]
    })

  private static func knownParts(of incident: Incident) -> Int {
    var kinds = Set((incident.sections + incident.labelled).compactMap(\.kind))
    kinds.subtract([.metadata, .supporting])
    return kinds.count
  }
}
