import Foundation
import Publishing
import Testing

@Suite struct JSONWriterTests {
  private func json(_ body: (inout JSONWriter) -> Void) -> String {
    var writer = JSONWriter()
    body(&writer)
    return String(decoding: writer.bytes, as: UTF8.self)
  }

  @Test func aFileEndsInALineBreak() {
    for var writer in [JSONWriter(), JSONWriter(capacity: 1_000)] {
      writer.values(["a", "b"])
      #expect(String(decoding: writer.file(), as: UTF8.self) == "[\"a\",\"b\"]\n")
    }
  }

  @Test func keepsTheOrderOfKeys() {
    let text = json { writer in
      writer.object { writer in
        writer.member("b", 1)
        writer.member("a", "text")
        writer.member("c", true)
        writer.member("none", [])
        writer.member("two", ["x", "y"])
        writer.key("inner")
        writer.object { $0.member("z", -5) }
        writer.key("null")
        writer.null()
        writer.key("list")
        writer.array { writer in
          writer.value(1.5)
          writer.object { _ in }
          writer.value(false)
        }
      }
    }
    #expect(
      text == #"{"b":1,"a":"text","c":true,"none":[],"two":["x","y"],"inner":{"z":-5},"#
        + #""null":null,"list":[1.5,{},false]}"#)
  }

  @Test(arguments: [
    ("", #""""#), ("plain é 日 🚒", "\"plain é 日 🚒\""), ("\"\\", #""\"\\""#),
    ("a\nb\tc\r", #""a\nb\tc\u000d""#),
    ("</script><!--", #""\u003c/script\u003e\u003c!--""#), ("a & b", #""a \u0026 b""#),
    ("\u{2028}\u{2029}\u{2027}\u{202A}", "\"\\u2028\\u2029\u{2027}\u{202A}\""),
    ("\"\u{301}<\u{338}", "\"\\\"\u{301}\\u003c\u{338}\""), ("€\u{2028}", "\"€\\u2028\""),
  ])
  func escapes(text: String, expected: String) throws {
    let json = json { $0.value(text) }
    #expect(Array(json.unicodeScalars) == Array(expected.unicodeScalars))
    let back = try JSONDecoder().decode(String.self, from: Data(json.utf8))
    #expect(Array(back.unicodeScalars) == Array(text.unicodeScalars))
  }

  @Test func showsControlCharacters() {
    #expect(json { $0.value("\u{0}\u{1F}\u{7F}") } == "\"␀␟␡\"")
  }

  @Test(arguments: [
    (0.1, "0.1"), (3, "3.0"), (-2.5, "-2.5"), (.nan, "null"), (.infinity, "null"), (1e21, "1e+21"),
  ])
  func writesNumbers(value: Double, expected: String) {
    #expect(json { $0.value(value) } == expected)
  }

  @Test func separatesEntriesByLines() {
    let text = json { writer in
      writer.array { writer in
        for number in 1...3 {
          writer.newline()
          writer.value(number)
        }
      }
    }
    #expect(text == "[\n1,\n2,\n3]")
  }
}
