import Checklist
import Diagnostics
import Testing

struct UnifiedDiffTests {
  private func diff(_ old: String, _ new: String) -> String {
    String(
      decoding: UnifiedDiff.bytes(from: SourceFile(path: "a.md", text: old), to: Array(new.utf8)),
      as: UTF8.self)
  }

  @Test func showsChangesWithThreeLinesAround() {
    let old = (1...20).map { "\($0)\n" }.joined()
    let new = old.replacing("\n5\n", with: "\nfive\n").replacing("\n18\n", with: "\n18\n18a\n")
    #expect(
      diff(old, new) == """
        --- a/a.md
        +++ b/a.md
        @@ -2,7 +2,7 @@
         2
         3
         4
        -5
        +five
         6
         7
         8
        @@ -16,5 +16,6 @@
         16
         17
         18
        +18a
         19
         20

        """)
  }

  @Test(
    arguments: [
      (nil, "a\n", "--- /dev/null\n+++ b/x\n@@ -0,0 +1,1 @@\n+a\n"),
      ("a\n", nil, "--- a/x\n+++ /dev/null\n@@ -1,1 +0,0 @@\n-a\n"),
      ("a\0", "b\0", "Binary files a/x and b/x differ\n"), ("a\0", "a\0", ""),
      (nil, "\0", "Binary files /dev/null and b/x differ\n"),
    ] as [(String?, String?, String)])
  func aFileMayBeNewOrGoneOrNoText(old: String?, new: String?, expected: String) {
    let diff = UnifiedDiff.bytes(
      of: "x", from: old.map { Array($0.utf8) }, to: new.map { Array($0.utf8) })
    #expect(String(decoding: diff, as: UTF8.self) == expected)
  }

  @Test func endsANameWithBlanks() {
    let diff = UnifiedDiff.bytes(from: SourceFile(path: "a b.md", text: "a\n"), to: [])
    #expect(
      String(decoding: diff, as: UTF8.self)
        == "--- a/a b.md\t\n+++ b/a b.md\t\n@@ -1,1 +0,0 @@\n-a\n")
  }

  @Test(arguments: [
    ("a\n", "a\n", ""), ("", "a\n", "--- a/a.md\n+++ b/a.md\n@@ -0,0 +1,1 @@\n+a\n"),
    (
      "a\r\nb", "a\r\nc",
      "--- a/a.md\n+++ b/a.md\n@@ -1,2 +1,2 @@\n a\r\n-b\n\\ No newline at end of file\n+c\n\\ No newline at end of file\n"
    ),
    ("a", "a\n", "--- a/a.md\n+++ b/a.md\n@@ -1,1 +1,1 @@\n-a\n\\ No newline at end of file\n+a\n"),
  ])
  func isOneThatPatchTakes(old: String, new: String, expected: String) {
    #expect(diff(old, new) == expected)
  }
}
