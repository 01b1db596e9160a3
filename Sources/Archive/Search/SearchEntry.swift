internal import Bytes
internal import CommonMark
internal import Diagnostics
internal import Publishing

/// What the search knows of one page.
///
/// A row of the index is `[place, title, severity, day, words, text]`, and the style of the severity where its name
/// does not say it. It leaves out what the script can say by itself: `place` is the address without the folder of
/// its script, without `/index.html` and without the title's words at its end; the kind follows from the first folder;
/// `day` is ``same`` when the place begins with it; and the words are those that neither the title nor the place
/// has.
struct SearchEntry {
  let address: String
  let title: String
  var severity = ""
  var day = ""
  /// Words to find it by; the code of the documents is added to them.
  let words: [String]
  let text: [String]
  /// The style of the severity where its name does not say it.
  var tone: String?
  /// The paths of the documents whose code is searched: what people paste into a search.
  var documents: [String] = []
  /// The lines of the only document that belong to it, if not all of them do.
  var part: LineRange?

  /// Of the code in a document: error messages, metric names, commands.
  private static let mostCode = 700
  private static let ending = "/index.html"
  /// Stands for a day that is the start of the place, and for the title's words at the end of the place, with the
  /// number of their characters when some are cut off.
  private static let same = "="
  /// Stands for the day in words: lines of logs begin with it.
  private static let dayOfWords = "\u{A4}"

  func add(to inputs: inout PageInputs) {
    inputs.add([address, title, severity, day])
    inputs.add(words)
    inputs.add(text)
    inputs.add(tone)
    for path in documents { inputs.add(source: path) }
    inputs.add(part?.lowerBound ?? 0)
    inputs.add(part?.upperBound ?? 0)
  }

  /// The values of the index for a script whose addresses begin with a folder. `log` stays open for the next incident
  /// of it.
  ///
  /// - Throws: Errors from reading a document.
  func values(
    below folder: String, _ open: borrowing OpenDocuments, _ log: inout SourceFile?
  ) throws -> [String] {
    var code: [String] = []
    if let part, let path = documents.first {
      let file = try log.flatMap { $0.path == path ? $0 : nil } ?? open.file(path)
      log = file
      code.append(self.code(in: file.part(part)))
    } else {
      for path in documents { code.append(self.code(in: try open.file(path))) }
    }
    let place = address.dropFirst(folder.count).dropLast(Self.ending.count)
    let isDayOfPlace = !day.isEmpty && place.hasPrefix(day)
    return [
      withoutTitle(place), title, severity, isDayOfPlace ? Self.same : day, words(with: code),
      Self.joined(text),
    ] + [tone].compactMap(\.self)
  }

  /// A place without the words of the title at its end, which the script puts there again.
  private func withoutTitle(_ place: Substring) -> String {
    if place.contains(Self.same) { return place + Self.same + "0" }
    guard title.utf8.allSatisfy({ $0 < 0x80 }) else { return String(place) }
    let words = title.utf8.split { !$0.isAlphanumeric }.map { String(Substring($0)).lowercased() }
    let name = words.joined(separator: "-")
    let shortest = 4
    for length in stride(from: min(name.utf8.count, place.utf8.count), to: shortest, by: -1)
    where place.utf8.suffix(length).elementsEqual(name.utf8.prefix(length)) {
      let count = length == name.utf8.count ? "" : "\(length)"
      return place.dropLast(length) + Self.same + count
    }
    return String(place)
  }

  /// The words and the code, without what a search finds anyway, and without the day.
  private func words(with code: [String]) -> String {
    let name = address.drop { $0 != "/" }.dropFirst().dropLast(Self.ending.count)
    let known = WordText([title, String(name)] + code)
    let pieces = words.filter { !$0.isEmpty && !known.has($0) }
    var kept: [String] = []
    for (index, piece) in pieces.enumerated()
    where !WordText(kept + pieces[(index + 1)...]).has(piece) {
      kept.append(piece)
    }
    let all = Self.joined(kept + code).replacing(Self.dayOfWords, with: " ")
    return day.isEmpty ? all : all.replacing(day, with: Self.dayOfWords)
  }

  private func code(in file: SourceFile) -> String {
    CodeText(in: file, limit: Self.mostCode).text
  }

  private static func joined(_ texts: [String]) -> String {
    texts.filter { !$0.isEmpty }.joined(separator: " ")
  }
}

extension SourceFile {
  /// Some of its lines alone.
  fileprivate func part(_ lines: LineRange) -> SourceFile {
    let start = self.start(ofLine: lines.lowerBound)
    let end = self.start(ofLine: lines.upperBound)
    return SourceFile(path: path, bytes: Array(bytes[start..<max(start, end)]))
  }
}
