package import Vocabulary

/// Who is told about an incident of which severity, and when: a table of severity × channel.
package struct CommunicationMatrix: Hashable, Sendable {
  package struct Column: Hashable, Sendable {
    /// Empty when the author left it out; `PM081` reports that.
    package var title: String
    /// In UTF-8 bytes from 1, in the line of the header.
    package var column: Int
  }

  package struct Row: Hashable, Sendable {
    /// `nil` when the name is not a severity of the team's scale.
    package var severity: Severity?
    /// The severity as the matrix writes it, or the whole cell when it is something else.
    package var name: String
    /// One cell for each of ``columns``, as written.
    package var cells: [String]
    package var line: Int
  }

  /// When a cell asks for a message.
  package enum Timing: Hashable, Sendable {
    case immediately
    /// Once the incident has lasted this many minutes.
    case after(minutes: Int)
    case whenFixed
    /// With the day's summary.
    case daily
    case never
    /// "Yes" without a time.
    case always
    /// Anything else that the author wrote, such as "If customer-facing".
    case judgement(String)
  }

  package var line: Int
  package var anchor: String?
  /// The header of the first column, usually "Severity".
  package var corner: String
  /// The channels, without the first column.
  package var columns: [Column]
  package var rows: [Row]

  /// - Returns: `nil` when the matrix has no such severity or channel; the channel's letter case does not matter.
  package func cell(severity: Severity, channel: String) -> String? {
    guard let row = rows.first(where: { $0.severity == severity }),
      let index = columns.firstIndex(where: { $0.title.lowercased() == channel.lowercased() })
    else { return nil }
    return row.cells[index]
  }

  mutating func grade(by scale: SeverityScale) {
    for index in rows.indices {
      rows[index].severity = scale.severity(leading: rows[index].name)
    }
  }

  package func timing(severity: Severity, channel: String) -> Timing? {
    cell(severity: severity, channel: channel).map(Timing.init(reading:))
  }
}

extension CommunicationMatrix.Timing {
  package init(reading cell: String) {
    let words = cell.foldedWords
    let isLimit = words.hasPrefix("no later than") || words.hasPrefix("no more than")
    if words.isEmpty || words == "no" || (words.hasPrefix("no ") && !isLimit)
      || words.hasPrefix("never")
    {
      self = .never
    } else if words.hasPrefix("immediate") || words.hasPrefix("at once") || words == "now" {
      self = .immediately
    } else if words.mentions("fixed") || words.mentions("resolved") {
      self = .whenFixed
    } else if words.mentions("daily") {
      self = .daily
    } else if let length = StatedLength.all(in: cell).first {
      self = .after(minutes: length.limit)
    } else if words == "yes" || words == "always" {
      self = .always
    } else {
      self = .judgement(cell)
    }
  }
}
