import Foundation
import Publishing
import Templates
import Testing

@Suite struct SVGTests {
  @Test func writesDrawing() {
    var drawing = SVG(
      id: "months", width: 320, height: 40.5, title: "Incidents a month",
      description: "Most in March & April.")
    drawing.rect(
      x: 0, y: 1.25, width: 10, height: 20, [.class("p0")], title: "March: 3 <P0>")
    drawing.line(x1: 0, y1: 30, x2: 320, y2: 30, [.stroke("currentColor")])
    drawing.group([.class("dots")]) { dots in
      dots.circle(x: 5, y: -0.04, radius: 2)
      dots.link(to: "../incidents/index.html?a=1&b=2") {
        $0.text("\"é\"", x: 1, y: 2, [.anchor(.end)])
      }
    }
    var outline = SVGPath()
    outline.move(x: 0, y: 0)
    outline.line(x: 1.04, y: 2)
    outline.curve(x1: 1, y1: 2, x2: 3, y2: 4, x: -5.55, y: 6)
    outline.close()
    drawing.path(outline, [.fill("none")])
    let expected = """
      <svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 320 40.5" width="320" height="40.5">\
      <g role="group" aria-labelledby="months-title months-desc">\
      <title id="months-title">Incidents a month</title>\
      <desc id="months-desc">Most in March &amp; April.</desc>\
      <rect x="0" y="1.3" width="10" height="20" class="p0"><title>March: 3 &lt;P0&gt;</title></rect>\
      <line x1="0" y1="30" x2="320" y2="30" stroke="currentColor"/>\
      <g class="dots"><circle cx="5" cy="0" r="2"/>\
      <a href="../incidents/index.html?a=1&amp;b=2">\
      <text x="1" y="2" text-anchor="end">&quot;é&quot;</text></a></g>\
      <path d="M0 0L1 2C1 2 3 4 -5.6 6Z" fill="none"/></g></svg>
      """
    #expect(String(decoding: drawing.bytes, as: UTF8.self) == expected)
    #expect(drawing.html.bytes == drawing.bytes)
  }

  @Test func aDrawingWithLinksIsAGroupAndNoImage() {
    var drawing = SVG(id: "a", width: 1, height: 1, title: "t", description: "d")
    #expect(String(decoding: drawing.bytes, as: UTF8.self).contains("role=\"img\""))
    drawing.group { group in
      group.link(to: "b") { $0.text("c", x: 0, y: 0) }
    }
    #expect(String(decoding: drawing.bytes, as: UTF8.self).contains("role=\"group\""))
  }

  @Test(arguments: [
    (0, "0"), (-0.0, "0"), (1, "1"), (1.04, "1"), (1.05, "1.1"), (-1.25, "-1.3"), (-0.04, "0"),
    (99.96, "100"), (1234567.8, "1234567.8"), (.nan, "0"), (.infinity, "0"), (1e300, "0"),
  ])
  func formatsNumber(value: Double, expected: String) {
    #expect(SVG.number(value) == expected)
  }

  @Test(arguments: ["\u{1}", "\u{B}", "\u{FFFE}", "\u{FFFF}", "a\u{0}b"])
  func replacesWhatXMLForbids(text: String) {
    var writer = XMLWriter(declaration: true)
    writer.element("a", [("b", text)], text: text)
    #expect(!String(decoding: writer.bytes, as: UTF8.self).contains(text))
    #expect(String(decoding: writer.bytes, as: UTF8.self).contains("\u{FFFD}"))
  }

  @Test(arguments: ["\"\u{301} onload=x", "<\u{338}", "&\u{300}", "'\u{20DD}", "]]>"])
  func escapesByBytes(text: String) {
    var writer = XMLWriter()
    writer.element("a", [("b", text)])
    let value = writer.bytes.dropFirst("<a b=\"".utf8.count).dropLast("\"/>".utf8.count)
    #expect(!value.contains(UInt8(ascii: "\"")))
    #expect(!value.contains(UInt8(ascii: "<")))
    #expect(!value.contains(UInt8(ascii: ">")))
  }

  @Test func closesElements() {
    var writer = XMLWriter(declaration: true)
    writer.element("feed", [("xmlns", "x")]) { writer in
      writer.newline()
      writer.element("entry") { $0.element("id", text: "a\tb") }
      writer.element("link")
    }
    #expect(
      String(decoding: writer.bytes, as: UTF8.self)
        == "<?xml version=\"1.0\" encoding=\"utf-8\"?>\n<feed xmlns=\"x\">\n"
        + "<entry><id>a\tb</id></entry><link/></feed>")
  }
}
