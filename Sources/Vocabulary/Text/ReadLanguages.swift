internal import Bytes

/// The languages that the readers know: English, German, Dutch, French, Spanish, Portuguese, Italian,
/// Polish, Japanese, Chinese and Korean.
package enum ReadLanguages {
  /// Whether texts are in a language whose headings and words are known. Few words decide nothing: such
  /// texts count as read.
  ///
  /// In Latin letters the commonest words of the languages decide: they are a fifth of a text in its own
  /// language, and hardly any of a text in another.
  package static func include(_ texts: some Collection<String>) -> Bool {
    if let script = Language.ofScript(in: texts) { return ["ja", "zh", "ko"].contains(script) }
    var counts = Array(repeating: 0, count: common.count)
    var words = 0
    for text in texts {
      guard words < most else { break }
      for word in text.utf8.split(whereSeparator: { !$0.isLetter && $0 < 0x80 }) {
        words += 1
        guard word.count < 7 else { continue }
        let word = String(decoding: word.map(\.lowercased), as: UTF8.self)
        for (index, list) in common.enumerated() where list.contains(word) { counts[index] += 1 }
      }
    }
    guard words >= fewest, let best = counts.max() else { return true }
    return best * 100 >= words * share
  }

  /// Words of a text that are looked at.
  private static let most = 2000
  private static let fewest = 60
  /// The least share of common words, in hundredths.
  private static let share = 6

  private static let common: [Set<String>] = [
    "the of and to a in was is for on with that it were we by from be at this not as are",
    "der die das und in den zu von mit ist wurde nicht auf für ein eine dem des im wir es war als",
    "de het een en van in is dat op te voor met niet zijn werd we er aan door als",
    "le la les de des du et un une à est en pour pas sur par que dans nous au a été qui",
    "el la los las de del y en un una que se no con por para es al fue lo su",
    "o a os as de do da dos e em um uma que não com por para no na foi se",
    "il la i le di del della e in un una che non è per con si al da gli ha sono",
    "w i na z do się nie jest to że o po od za był była przez jak dla",
  ].map { Set($0.split(separator: " ").map(String.init)) }
}
