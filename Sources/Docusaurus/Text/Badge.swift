internal import Incidents
internal import Learning

/// A word in a mark of its own, as the site's style sheet draws it.
enum Badge {
  static func markdown(_ mark: StateMark) -> String {
    span("state state--\(mark.look.rawValue)", mark.word)
  }

  /// The severity of an incident; empty when it has none.
  static func severity(of incident: Incident) -> String {
    guard let tone = incident.severityTone, let label = incident.severityLabel else { return "" }
    return span("severity severity--\(tone)", label)
  }

  private static func span(_ classes: String, _ text: String) -> String {
    "<span class=\"\(classes)\">\(PlainText.escaped(text))</span>"
  }
}
