internal import Publishing
internal import Templates

/// A drawing with the numbers it shows, for the partial `chart`.
struct ChartValue {
  let svg: SVG
  /// The finding in a sentence; may be empty.
  let caption: String
  let columns: [String]
  let rows: [[String]]

  var value: TemplateValue {
    [
      "svg": .html(svg.html), "caption": .text(caption),
      "columns": .list(columns.map { .text($0) }),
      "rows": .list(rows.map { row in ["cells": .list(row.map { .text($0) })] }),
    ]
  }
}
