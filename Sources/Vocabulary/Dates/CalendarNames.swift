/// The names of months and weekdays, as lower-case words, in the languages of the reviews.
package enum MonthNames {
  /// From 1 to 12; `nil` for any other word.
  package static func number(of word: String) -> Int? {
    word.utf8.count < 3 ? nil : numbers[word]
  }

  private static let numbers: [String: Int] = {
    var numbers: [String: Int] = [:]
    for row in [
      // en, with the abbreviations that other languages share
      "jan feb mar apr may jun jul aug sep oct nov dec",
      "january february march april may june july august september october november december",
      "jan feb mrz apr mai jun jul aug sept okt nov dez",
      "januar februar märz april mai juni juli august september oktober november dezember",
      "janvier février mars avril mai juin juillet août septembre octobre novembre décembre",
      "enero febrero marzo abril mayo junio julio agosto septiembre octubre noviembre diciembre",
      "janeiro fevereiro março abril maio junho julho agosto setembro outubro novembro dezembro",
      "ene fev mär abr mai juni juli ago set out nov dic",
      "janv févr mars avr mai juin juil août sept oct nov déc",
      "janvier fevrier mars avril mai juin juillet aout septembre octobre novembre decembre",
      "janeiro fevereiro marco abril maio junho julho agosto setembro outubro novembro dezembro",
      "gennaio febbraio marzo aprile maggio giugno luglio agosto settembre ottobre novembre dicembre",
      "gen feb mar apr mag giu lug ago set ott nov dic",
      "januari februari maart april mei juni juli augustus september oktober november december",
      "stycznia lutego marca kwietnia maja czerwca lipca sierpnia września października listopada grudnia",
      "styczeń luty marzec kwiecień maj czerwiec lipiec sierpień wrzesień październik listopad grudzień",
    ] {
      for (index, name) in row.split(separator: " ").enumerated() {
        numbers[String(name)] = index + 1
      }
    }
    return numbers
  }()
}

/// Weekdays have no numbers here: beside a date, a weekday adds no information.
package enum WeekdayNames {
  package static let all: Set<String> = Set(
    [
      "monday tuesday wednesday thursday friday saturday sunday",
      "mon tue tues wed thu thur thurs fri sat sun",
      "montag dienstag mittwoch donnerstag freitag samstag sonntag",
      "lundi mardi mercredi jeudi vendredi samedi dimanche",
      "lunes martes miércoles jueves viernes sábado domingo",
      "segunda terça quarta quinta sexta",
      "lunedì martedì mercoledì giovedì venerdì sabato domenica",
      "maandag dinsdag woensdag donderdag vrijdag zaterdag zondag",
      "poniedziałek wtorek środa czwartek piątek sobota niedziela",
    ].flatMap { $0.split(separator: " ").map(String.init) })
}
