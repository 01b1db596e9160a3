internal import CommonMark
internal import Diagnostics
internal import Publishing

/// What the search knows of one page.
struct SearchEntry {
  /// Address, title, kind, severity and day.
  let head: [String]
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

  func add(to inputs: inout PageInputs) {
    inputs.add(head)
    inputs.add(words)
    inputs.add(text)
    inputs.add(tone)
    for path in documents { inputs.add(source: path) }
    inputs.add(part?.lowerBound ?? 0)
    inputs.add(part?.upperBound ?? 0)
  }

  /// The values of the index. `log` stays open for the next incident of it.
  ///
  /// - Throws: Errors from reading a document.
  func values(
    _ open: borrowing OpenDocuments, _ log: inout SourceFile?
  ) throws -> [String] {
    var words = words
    if let part, let path = documents.first {
      let file = try log.flatMap { $0.path == path ? $0 : nil } ?? open.file(path)
      log = file
      words.append(code(in: file.part(part)))
    } else {
      for path in documents { words.append(code(in: try open.file(path))) }
    }
    return head + [Self.joined(words), Self.joined(text)] + [tone].compactMap(\.self)
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
