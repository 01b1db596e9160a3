package import Templates

/// A drawing with a title and a description, for a page or for a file of its own.
///
/// Looks come from classes and presentation attributes, never from `style`, which a strict
/// Content-Security-Policy forbids. Numbers have at most one decimal, so that the same drawing has
/// the same bytes on every machine.
package struct SVG: Sendable {
  /// An attribute of a shape; its value is escaped.
  package struct Attribute: Sendable {
    let name: StaticString
    let value: String

    package init(_ name: StaticString, _ value: String) {
      self.name = name
      self.value = value
    }

    package init(_ name: StaticString, _ value: Double) {
      self.init(name, SVG.number(value))
    }

    package static func `class`(_ name: String) -> Self { Self("class", name) }
    package static func fill(_ color: String) -> Self { Self("fill", color) }
    package static func stroke(_ color: String) -> Self { Self("stroke", color) }
    package static func anchor(_ place: TextAnchor) -> Self {
      Self("text-anchor", place.rawValue)
    }
  }

  /// Which end of a text its position is.
  package enum TextAnchor: String, Sendable { case start, middle, end }

  private var content = XMLWriter()
  private let head: [XMLWriter.Attribute]
  private let label: XMLWriter.Attribute
  /// An image has no parts to a screen reader, so that a drawing with links holds a group: HTML does not let the drawing
  /// itself be one.
  private var hasLinks = false

  /// An empty drawing.
  ///
  /// `id` is unique on the page; the ids of title and description are made from it. The title is
  /// what a screen reader says first, the description the finding in one or two sentences.
  package init(id: String, width: Double, height: Double, title: String, description: String) {
    let size = "\(Self.number(width)) \(Self.number(height))"
    head = [
      ("xmlns", "http://www.w3.org/2000/svg"), ("viewBox", "0 0 \(size)"),
      ("width", Self.number(width)), ("height", Self.number(height)),
    ]
    label = ("aria-labelledby", "\(id)-title \(id)-desc")
    content.element("title", [("id", "\(id)-title")], text: title)
    content.element("desc", [("id", "\(id)-desc")], text: description)
  }

  /// The drawing as part of a page.
  package var html: HTML { HTML(trusted: bytes) }

  /// The drawing as a file of its own.
  package var bytes: [UInt8] {
    var writer = XMLWriter()
    if hasLinks {
      writer.element("svg", head) { drawing in
        drawing.element("g", [("role", "group"), label]) { $0.append(content) }
      }
    } else {
      writer.element("svg", head + [label, ("role", "img")]) { $0.append(content) }
    }
    return writer.bytes
  }

  package mutating func rect(
    x: Double, y: Double, width: Double, height: Double, _ attributes: [Attribute] = [],
    title: String? = nil
  ) {
    let place = [
      Attribute("x", x), Attribute("y", y), Attribute("width", width), Attribute("height", height),
    ]
    shape("rect", place + attributes, title: title)
  }

  package mutating func line(
    x1: Double, y1: Double, x2: Double, y2: Double, _ attributes: [Attribute] = []
  ) {
    let place = [
      Attribute("x1", x1), Attribute("y1", y1), Attribute("x2", x2), Attribute("y2", y2),
    ]
    shape("line", place + attributes, title: nil)
  }

  package mutating func circle(
    x: Double, y: Double, radius: Double, _ attributes: [Attribute] = [], title: String? = nil
  ) {
    let place = [Attribute("cx", x), Attribute("cy", y), Attribute("r", radius)]
    shape("circle", place + attributes, title: title)
  }

  package mutating func path(_ path: SVGPath, _ attributes: [Attribute] = [], title: String? = nil)
  {
    shape("path", [Attribute("d", path.description)] + attributes, title: title)
  }

  package mutating func text(_ text: String, x: Double, y: Double, _ attributes: [Attribute] = []) {
    let place = [Attribute("x", x), Attribute("y", y)]
    content.element("text", Self.pairs(place + attributes), text: text)
  }

  /// A group; `body` draws into it.
  package mutating func group(
    _ attributes: [Attribute] = [], _ body: (inout SVG) throws -> Void
  ) rethrows {
    var inner = self
    inner.content = XMLWriter()
    try body(&inner)
    hasLinks = inner.hasLinks
    content.element("g", Self.pairs(attributes)) { $0.append(inner.content) }
  }

  /// A link around what `body` draws.
  ///
  /// With `label`, which says where it leads, the link is one of many marks: it shows the label to who points at it, and the
  /// Tab key passes it by, so the page needs another way to the same place.
  package mutating func link(
    to destination: String, label: String? = nil, _ body: (inout SVG) throws -> Void
  ) rethrows {
    var inner = self
    inner.content = XMLWriter()
    if let label { inner.content.element("title", text: label) }
    try body(&inner)
    hasLinks = true
    var attributes: [XMLWriter.Attribute] = [("href", destination)]
    if let label { attributes += [("aria-label", label), ("tabindex", "-1")] }
    content.element("a", attributes) { $0.append(inner.content) }
  }

  /// A whole number as it is, any other with one decimal; halves are rounded away from 0. What is
  /// no number at all is 0.
  package static func number(_ value: Double) -> String {
    guard value.isFinite, value.magnitude < 1e12 else { return "0" }
    let tenths = Int((value * 10).rounded())
    let sign = tenths < 0 ? "-" : ""
    let (whole, rest) = tenths.magnitude.quotientAndRemainder(dividingBy: 10)
    return rest == 0 ? "\(sign)\(whole)" : "\(sign)\(whole).\(rest)"
  }

  private mutating func shape(_ name: StaticString, _ attributes: [Attribute], title: String?) {
    if let title {
      content.element(name, Self.pairs(attributes)) { $0.element("title", text: title) }
    } else {
      content.element(name, Self.pairs(attributes))
    }
  }

  private static func pairs(_ attributes: [Attribute]) -> [XMLWriter.Attribute] {
    attributes.map { ($0.name, $0.value) }
  }
}

/// The outline of a shape: moves and lines in absolute coordinates.
package struct SVGPath: Sendable, CustomStringConvertible {
  package private(set) var description = ""

  package init() {}

  package mutating func move(x: Double, y: Double) { add("M", x, y) }
  package mutating func line(x: Double, y: Double) { add("L", x, y) }

  /// A cubic curve to the last point, with its two control points.
  package mutating func curve(
    x1: Double, y1: Double, x2: Double, y2: Double, x: Double, y: Double
  ) {
    add("C", x1, y1, x2, y2, x, y)
  }

  package mutating func close() { add("Z") }

  private mutating func add(_ command: String, _ numbers: Double...) {
    description += command + numbers.map(SVG.number).joined(separator: " ")
  }
}
