internal import Publishing
internal import Templates
internal import Vocabulary

/// A figure of the insights: what it says in words, its drawing, and its numbers as a table and as a file.
struct Insight {
  enum Cell: Hashable {
    case text(String)
    case number(Int)
    /// A page of the archive.
    case link(String, url: String)
    case empty

    static func optional(_ number: Int?) -> Self { number.map { .number($0) } ?? .empty }
    static func optional(_ text: String?) -> Self { text.map { .text($0) } ?? .empty }
  }

  /// The rows of a table. Some are made each time they are looked at, since there may be one for each action item.
  struct Rows: RandomAccessCollection {
    let endIndex: Int
    private let row: (Int) -> [Cell]

    init(_ rows: [[Cell]]) { self.init(count: rows.count) { rows[$0] } }

    init(count: Int, row: @escaping (Int) -> [Cell]) {
      endIndex = count
      self.row = row
    }

    var startIndex: Int { 0 }

    subscript(number: Int) -> [Cell] { row(number) }
  }

  let heading: String
  /// The finding in plain words.
  let finding: String
  /// How the numbers are made.
  let definition: String
  var drawing: SVG?
  /// What the fills of the drawing mean: the name of a class, and words.
  var legend: [(key: String, name: String)] = []
  let columns: [String]
  let rows: Rows
  /// Whether the table shows the strength of each number.
  var isHeat = false
  /// Whether the table is shown rather than folded away.
  var isOpen = false

  /// More rows are in the file alone.
  static let mostRows = 100

  /// More bytes than most rows of a file have: room that is not used costs nothing.
  private static let room = 512

  /// For the template of the page; `name` is the anchor and the name of the file.
  func value(named name: String) -> TemplateValue {
    let most =
      !isHeat
      ? 1
      : rows.lazy.joined().reduce(1) { high, cell in
        if case .number(let number) = cell { max(high, number) } else { high }
      }
    let isCut = rows.count > Self.mostRows
    return [
      "anchor": .text(name), "heading": .text(heading), "finding": .text(finding),
      "definition": .text(definition), "svg": drawing.map { .html($0.html) } ?? .nothing,
      "legend": .list(legend.map { ["key": .text($0.key), "name": .text($0.name)] }),
      "hasLegend": .flag(!legend.isEmpty), "isOpen": .flag(isOpen || isHeat),
      "file": .text("\(name).csv"),
      "columns": .list(columns.map { .text($0) }),
      "cut": isCut
        ? .text("The first \(Self.mostRows) of \(rows.count) rows; the file has all.")
        : .nothing,
      "rows": .list(
        rows.prefix(Self.mostRows).map { row in
          [
            "first": row.first.map { Self.value(of: $0, most: 0) } ?? .nothing,
            "cells": .list(row.dropFirst().map { Self.value(of: $0, most: isHeat ? most : 0) }),
          ]
        }),
    ]
  }

  private static func value(of cell: Cell, most: Int) -> TemplateValue {
    switch cell {
    case .text(let text): ["text": .text(text)]
    case .link(let text, let url): ["text": .text(text), "url": .text(url)]
    case .empty: ["text": "", "isNumber": true]
    case .number(let number):
      [
        "text": .number(number), "isNumber": true,
        "heat": .number(most == 0 ? 0 : most > 1 && number * 2 > most ? 2 : 1),
      ]
    }
  }

  /// All rows as a table for programs; the page that a row links to is its last column.
  var file: [UInt8] {
    let hasLinks = rows.contains { $0.contains(where: Self.isLink) }
    var writer = CSVWriter(
      columns: columns + (hasLinks ? ["Page"] : []), capacity: rows.count * Self.room)
    for row in rows {
      var cells = row.map { cell -> CSVWriter.Cell in
        switch cell {
        case .text(let text), .link(let text, _): .text(text)
        case .number(let number): .number(number)
        case .empty: .empty
        }
      }
      if hasLinks {
        let url = row.lazy.compactMap { cell in
          if case .link(_, let url) = cell { url } else { nil }
        }.first
        cells.append(.optional(url))
      }
      writer.row(cells)
    }
    return writer.bytes
  }

  private static func isLink(_ cell: Cell) -> Bool {
    if case .link = cell { true } else { false }
  }
}
