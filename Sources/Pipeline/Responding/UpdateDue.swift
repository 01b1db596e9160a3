internal import Incidents
internal import Learning
package import Runbooks
internal import Vocabulary

extension RunningIncident {
  /// When messages are due: the next update by the policy's rhythm, and one line for each channel of the communication
  /// matrix.
  package func dueMessages(after kind: UpdateTemplate.Kind) -> [String] {
    let isOver = moment(of: .resolved) != nil || kind == .resolved
    return (isOver ? ["no further update is due: it is resolved"] : [next(kind)]) + matrix
  }

  private func next(_ kind: UpdateTemplate.Kind) -> String {
    let statement = rhythm(of: kind)
    let source =
      switch statement.source {
      case .standard: "build-site's own default, because the policy gives no rhythm"
      case .stated(let path, let line): "\(path):\(line)"
      }
    return
      "next \(kind.rawValue) update due \(now.time(after: statement.minutes)), every \(Wording.length(statement.minutes)) (\(source))"
  }

  private var matrix: [String] {
    guard let process = library.process, let matrix = process.communicationMatrix else { return [] }
    let place = "\(process.path):\(matrix.line)"
    guard let severity = incident.severity else {
      return ["the severity is unknown, so the communication matrix (\(place)) says nothing yet"]
    }
    guard let row = matrix.rows.first(where: { $0.severity == severity }) else {
      return ["the communication matrix (\(place)) has no row for \(severity.name)"]
    }
    let start = moment(of: .started) ?? moment(of: .detected) ?? moment(of: .declared)
    return zip(matrix.columns, row.cells).map { column, cell in
      let title = column.title.isEmpty ? "untitled column" : column.title
      let time = Self.dueNote(cell, from: start)
      return "\(row.name) \(title): \(cell.isEmpty ? "nothing said" : cell)\(time)"
    } + ["(\(process.path):\(row.line))"]
  }

  /// When a cell such as "If >1hr" falls due.
  private static func dueNote(_ cell: String, from start: Moment?) -> String {
    guard case .after(let minutes) = CommunicationMatrix.Timing(reading: cell) else { return "" }
    guard let start else { return ", from an unknown start" }
    let clock = start.clock + minutes * 60
    return ", due \(LocalTime(clock: clock, offset: start.offset).time)"
  }
}
