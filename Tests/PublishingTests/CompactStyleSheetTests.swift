import Testing

@testable import Publishing

@Suite struct CompactStyleSheetTests {
  @Test(arguments: [
    ("a {\n  color: red;\n  top: 0;\n}\n", "a{color:red;top:0}"),
    ("/* why */ a, b > c { }", "a,b > c{}"),
    ("nav a :hover { }", "nav a :hover{}"),
    ("a { width: calc(1px + 2px) }", "a{width:calc(1px + 2px)}"),
    (
      "@media (min-width: 3px) and (hover) { a { top: 0; } }",
      "@media (min-width:3px) and (hover){a{top:0}}"
    ),
    ("a{margin:0 -1px}", "a{margin:0 -1px}"),
    ("a::after { content: \"a  ;  /* b */ }\"; }", "a::after{content:\"a  ;  /* b */ }\"}"),
    ("a { content: 'it\\'s  here' }", "a{content:'it\\'s  here'}"),
    ("a { background: url(a/*b.png) }", "a{background:url(a/*b.png)}"),
    ("a/* and */b{}", "a b{}"),
    (".a\\  b{}", ".a\\  b{}"),
    ("a{}/* open", "a{}/* open"),
    ("a{content:\"open", "a{content:\"open"),
    ("a{content:'\\", "a{content:'\\"),
    ("", ""),
  ])
  func spaceAndCommentsOfAuthorsAreLeftOut(source: String, compact: String) {
    let bytes = CompactStyleSheet(Array(source.utf8)).bytes
    #expect(String(decoding: bytes, as: UTF8.self) == compact)
    #expect(CompactStyleSheet(bytes).bytes == bytes)
  }
}
