import Diagnostics
import Incidents

/// Reads a review that stands alone.
func read(_ review: String, path: String = "incidents/review.md") -> IncidentReading {
  IncidentReader().read(
    review: DocumentReading(parsing: SourceFile(path: path, text: review)), timeline: nil,
    folder: nil)
}

/// Reads an incident's folder.
func read(timeline: String, review: String?, folder: String) -> IncidentReading {
  IncidentReader().read(
    review: review.map {
      DocumentReading(parsing: SourceFile(path: "incidents/\(folder)/review.md", text: $0))
    },
    timeline: DocumentReading(
      parsing: SourceFile(path: "incidents/\(folder)/timeline.md", text: timeline)),
    folder: folder)
}

func document(_ text: String) -> DocumentReading {
  DocumentReading(parsing: SourceFile(path: "incidents/review.md", text: text))
}

/// The texts of the incidents of a log without the blank lines behind them, and their first lines.
func logParts(_ text: String) -> [(text: String, line: Int)] {
  let file = SourceFile(path: "log.md", text: text)
  let log = LogText(of: file)
  return IncidentReader().readAll(DocumentReading(parsing: file)).map { reading in
    let file = log.text(of: reading.incident)
    var text = String(decoding: file.bytes, as: UTF8.self)
    while text.last == "\n" { text.removeLast() }
    return (text, file.firstLine)
  }
}
