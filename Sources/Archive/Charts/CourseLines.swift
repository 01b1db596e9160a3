internal import Publishing
internal import Vocabulary

/// The times to detect, mitigate and resolve of each incident as marks on one line.
struct CourseLines {
  struct Line {
    let name: String
    let url: String
    let detect: Int?
    let mitigate: Int?
    let resolve: Int?

    var known: [Int] { [detect, mitigate, resolve].compactMap(\.self) }
    var words: String {
      let parts = [("detected", detect), ("mitigated", mitigate), ("resolved", resolve)]
      return parts.compactMap { word, minutes in
        minutes.map { "\(word) after \(Wording.length($0))" }
      }.joined(separator: ", ")
    }
  }

  let lines: [Line]

  private static let rowHeight = 54.0
  /// A longer title would run into the edge of a phone's drawing.
  private static let longestName = 44

  func drawing(id: String, title: String, description: String) -> SVG {
    let axis = DurationAxis(longest: lines.flatMap(\.known).max() ?? 0)
    let height = Double(lines.count) * Self.rowHeight + 40
    var svg = SVG(
      id: id, width: DurationAxis.width, height: height, title: title, description: description)
    axis.draw(to: height - 30, &svg)
    for (index, line) in lines.enumerated() {
      let y = Double(index) * Self.rowHeight + 40
      svg.text(
        Wording.shortened(line.name, to: Self.longestName), x: 0, y: y - 14, [.class("strong")])
      svg.link(to: line.url, label: "\(line.name): \(line.words)") { link in
        let places = line.known.map(axis.x)
        if let low = places.min(), let high = places.max() {
          link.line(x1: low, y1: y, x2: high, y2: y, [.class("tick")])
        }
        if let minutes = line.resolve {
          link.rect(x: axis.x(minutes) - 5, y: y - 5, width: 10, height: 10, [.class("bar")])
        }
        if let minutes = line.mitigate {
          link.circle(x: axis.x(minutes), y: y, radius: 5.5, [.class("dot")])
        }
        if let minutes = line.detect {
          link.circle(x: axis.x(minutes), y: y, radius: 5, [.class("node")])
        }
      }
    }
    return svg
  }
}
