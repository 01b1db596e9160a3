internal import Publishing
internal import Runbooks
internal import Templates
internal import Vocabulary

/// A decision tree as a drawing: the questions from top to bottom in the order in which they are asked, and to the
/// right of each answer what it says to do. Narrow enough to be read on a phone as it is.
struct TreeDrawing {
  private let tree: DecisionTree
  private let leads: TreeLeads
  private var svg: SVG
  private let rows: [Placed]

  private static let width = 340.0
  private static let indent = 26.0
  private static let lineHeight = 18.0
  /// About the width of a letter of the text at its size.
  private static let letter = 7.7
  private static let gap = 10.0

  /// A text cut into lines.
  private struct Label {
    let lines: [String]
    let height: Double

    init(_ text: String, width: Double) {
      lines = TreeDrawing.wrapped(text, to: max(8, Int((width - 16) / TreeDrawing.letter)))
      height = Double(lines.count) * TreeDrawing.lineHeight + 12
    }
  }

  /// A question or an answer with its place.
  private struct Placed {
    let row: DecisionTree.Row
    let label: Label
    let top: Double

    var left: Double { TreeDrawing.left(of: row.depth) }
    var bottom: Double { top + label.height }
    /// The height of its first line of text.
    var middle: Double { top + 6 + TreeDrawing.lineHeight / 2 }
  }

  init(of tree: DecisionTree, _ leads: TreeLeads, id: String) {
    self.tree = tree
    self.leads = leads
    var rows: [Placed] = []
    var top = 4.0
    for row in tree.rows {
      rows.append(Placed(row: row, label: Self.label(of: row, in: tree), top: top))
      top += rows[rows.count - 1].label.height + Self.gap
    }
    self.rows = rows
    svg = SVG(
      id: id, width: Self.width, height: top, title: tree.title,
      description:
        "\(Wording.counted(tree.questions.count, "question")) in order; the list above says the same."
    )
    drawWays()
    for placed in rows {
      switch placed.row.kind {
      case .question: draw(question: placed)
      case .answer(let choice): draw(placed, choice)
      }
    }
  }

  var html: HTML { svg.html }

  // MARK: - Layout

  /// Deep trees are indented no further: there has to be room for words.
  private static func left(of depth: Int) -> Double { 2 + Double(min(depth, 4)) * indent }

  private static func outcomeLeft(_ left: Double) -> Double { left + 74 }

  private static func label(of row: DecisionTree.Row, in tree: DecisionTree) -> Label {
    let left = left(of: row.depth)
    switch row.kind {
    case .question(let index):
      return Label(tree.questions[index].text, width: width - left - 2)
    case .answer(let choice):
      let answer = tree[choice]
      let said = answer.outcome ?? (answer.nested.isEmpty ? "continue" : "then ask")
      let end = answer.decidesAlone ? " – stop here" : ""
      let next = answer.leadsPast ? answer.next.map { " – \(tree.questions[$0].text)" } ?? "" : ""
      return Label(said + end + next, width: width - outcomeLeft(left) - 2)
    }
  }

  /// The words of a text in lines of at most so many characters; a longer word is cut.
  fileprivate static func wrapped(_ text: String, to limit: Int) -> [String] {
    var lines: [String] = [""]
    for word in text.split(whereSeparator: \.isWhitespace) {
      var rest = word[...]
      while !rest.isEmpty {
        let room = limit - (lines.last?.count ?? 0) - (lines.last?.isEmpty == true ? 0 : 1)
        if rest.count <= room {
          lines[lines.count - 1] += (lines.last?.isEmpty == true ? "" : " ") + rest
          rest = ""
        } else if lines.last?.isEmpty == true {
          lines[lines.count - 1] = String(rest.prefix(limit))
          rest = rest.dropFirst(limit)
          if !rest.isEmpty { lines.append("") }
        } else {
          lines.append("")
        }
      }
    }
    return lines
  }

  // MARK: - Shapes

  /// The way down from each question past its answers, with an arrow to the question that follows.
  private mutating func drawWays() {
    // The question that is open at each depth, and where the way of its last answer is.
    var open: [Int: (start: Placed, end: Double)] = [:]
    for placed in rows {
      let depth = placed.row.depth
      switch placed.row.kind {
      case .question:
        if let way = open[depth] { drawWay(from: way.start, to: placed.top, isArrow: true) }
        endWays(below: depth)
        open[depth] = (placed, placed.bottom)
      case .answer:
        endWays(below: depth)
        open[depth]?.end = placed.middle
        var path = SVGPath()
        path.move(x: placed.left + 10, y: placed.middle)
        path.line(x: placed.left + 20, y: placed.middle)
        svg.path(path, [.class("way")])
      }
    }
    endWays(below: -1)

    func endWays(below depth: Int) {
      for inner in open.keys.sorted() where inner > depth {
        if let way = open.removeValue(forKey: inner) {
          drawWay(from: way.start, to: way.end, isArrow: false)
        }
      }
    }
  }

  private mutating func drawWay(from start: Placed, to end: Double, isArrow: Bool) {
    let x = start.left + 10
    var path = SVGPath()
    path.move(x: x, y: start.bottom)
    path.line(x: x, y: end)
    if isArrow {
      path.move(x: x - 4, y: end - 6)
      path.line(x: x, y: end)
      path.line(x: x + 4, y: end - 6)
    }
    svg.path(path, [.class("way")])
  }

  private mutating func draw(question placed: Placed) {
    svg.rect(
      x: placed.left, y: placed.top, width: Self.width - placed.left - 2,
      height: placed.label.height, [.class("asks")])
    Self.write(placed.label, x: placed.left + 8, top: placed.top, class: "strong", in: &svg)
  }

  private mutating func draw(_ placed: Placed, _ choice: DecisionPath.Choice) {
    let answer = tree[choice]
    let x = Self.outcomeLeft(placed.left)
    svg.text(
      Self.wrapped(answer.label, to: 6).first ?? "", x: placed.left + 24, y: placed.middle + 5,
      [.class("strong")])
    guard answer.outcome != nil else {
      Self.write(placed.label, x: x + 8, top: placed.top, class: "soft", in: &svg)
      return
    }
    func box(_ svg: inout SVG) {
      svg.rect(
        x: x, y: placed.top, width: Self.width - x - 2, height: placed.label.height,
        [.class(answer.decidesAlone ? "does alone" : "does")])
      Self.write(placed.label, x: x + 8, top: placed.top, class: "label", in: &svg)
    }
    if let address = leads.address(of: choice) {
      svg.link(to: address) { box(&$0) }
    } else {
      box(&svg)
    }
  }

  private static func write(
    _ label: Label, x: Double, top: Double, class name: String, in svg: inout SVG
  ) {
    for (index, line) in label.lines.enumerated() {
      svg.text(
        line, x: x, y: top + 19 + Double(index) * lineHeight, [.class(name)])
    }
  }
}
