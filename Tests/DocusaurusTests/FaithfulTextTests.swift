import Diagnostics
import Testing

/// What Docusaurus' loader was seen to change or refuse, found by compiling generated pages with it.
struct FaithfulTextTests {
  private func markdown(_ text: String) -> String {
    let file = SourceFile(path: "review.md", text: text + "\n")
    return String(decoding: StandaloneBody.markdown(of: file), as: UTF8.self)
  }

  @Test(arguments: [
    ("```\n\nx\n```", "```\n\n\nx\n```\n"),
    ("> ```\n>\n> x\n> ```", "> ```\n>\n>\n> x\n> ```\n"),
    ("```bash\n# install {#deps}\n```", " ```bash\n # install {#deps}\n ```\n"),
    (
      "```bash\n:::note Title\na && b\n```",
      "<pre><code class=\"language-bash\">:&#58;&#58;note Title\na &amp;&amp; b</code></pre>\n"
    ),
    // Never closed, and an element now: a fence would begin another block.
    ("```\n:::note Title\na", "<pre><code>:&#58;&#58;note Title\na</code></pre>\n"),
    ("```mdx-code-block\n<Tabs/>\n```", "```mdx\n<Tabs/>\n```\n"),
    ("```js\n// highlight-next-line\na\n```", "```js {0}\n// highlight-next-line\na\n```\n"),
    ("```js {1}\n// highlight-next-line\na\n```", "```js {1}\n// highlight-next-line\na\n```\n"),
    (
      "  3. a\n     b\n\n    c\n\n  4. d",
      "  3. a\n     b\n\n<!-- -->\n\n    c\n\n<!-- -->\n\n  4. d\n"
    ),
    ("## use `{#id}` here", " ## use `{#id}` here\n"),
    ("```\n```t", "```\n```t\n\n```\n"),
    ("> [!TIP]\n> ```\n> x\n\ny", ":::tip\n\n```\nx\n```\n\n\n:::\n\ny\n"),
    (":::note\n```\nx", ":::note\n```\nx\n\n```\n\n:::\n"),
    ("# T\n\n# Use `{#q}`", " ## Use `{#q}`\n"),
    ("- a\n ```\n# b {#c}\n ```", "- a\n <pre><code># b &#123;#c}</code></pre>\n"),
    ("- m\n  :::note\n  ```\n  a\nb", "- m\n  :::note\n  ```\n  a\nb\n"),
    ("    :::tip ", "<pre><code>:&#58;&#58;tip </code></pre>\n"),
    (
      "- a\n\n      x\n\n      :::tip T",
      "- a\n\n  <pre><code>x\n  \n  :&#58;&#58;tip T</code></pre>\n"
    ),
    (">     :::tip T\n> b", "> <pre><code>:&#58;&#58;tip T</code></pre>\n> b\n"),
    ("    :::tip", "    :::tip\n"),
    (
      "    ```mdx-code-block\n    a\n    ```",
      "<pre><code>&#96;&#96;&#96;mdx-code-block\na\n&#96;&#96;&#96;</code></pre>\n"
    ),
  ])
  func keepsCodeAsItIs(_ text: String, _ expected: String) { #expect(markdown(text) == expected) }

  /// cmark, and so GitHub and the archive, show a blank before code whose fence stands behind a tab.
  @Test(arguments: [
    ("- a\n\n\t```\n\tb\n\t```", "- a\n\n    ```\n     b\n    ```\n"),
    ("- a\n\t```sh\n\t\tb\n\n\tc", "- a\n    ```sh\n     \tb\n\n     c\n"),
    ("10. a\n\n\t```\n\tb\n\t```", "10. a\n\n    ```\n    b\n    ```\n"),
    (">\t```\n>\tb\n>\t```", ">   ```\n>    b\n>   ```\n"),
    ("> [!TIP]\n>\t```\n>\tb\n>\t```", ":::tip\n\n   ```\n    b\n   ```\n\n:::\n"),
    ("- a\n\n \t```\n    b\n\t```\nc", "- a\n\n    ```\n     b\n    ```\nc\n"),
    ("- a\n\n\t```\n\t# b {#c}\n\t```", "- a\n\n    ```\n     # b {#c}\n    ```\n"),
    (
      "- a\n\n\t```\n\t:::note T\n\tb\n\t```\n\nc",
      "- a\n\n\t<pre><code> :&#58;&#58;note T&#10;<span></span> b</code></pre>\n\nc\n"
    ),
  ])
  func keepsMarginsOfCode(_ text: String, _ expected: String) {
    #expect(markdown(text) == expected)
  }

  @Test(arguments: [
    (":::note{title=\"T\" .x}\n\nx\n\n:::", ":::note[T]\n\nx\n\n:::\n"),
    (":::note{.wide}\n\nx\n\n:::", ":::note{.wide}\n\nx\n\n:::\n"),
    (":::note\n\n```\n:::\n```\n\n:::", "::::note\n\n```\n:::\n```\n\n::::\n"),
    (" :::note\n\tx", ":::note\n\tx\n\n:::\n"),
    (":::note\n- x\n  :::", ":::note\n- x\n  \\:::\n\n:::\n"),
    (":::\n:", "\\:::\n:\n"),
    ("> [!TIP]", ":::tip\n\n\n:::\n"),
    (":::note\n\n> [!TIP]\n> x\n\n:::", "::::note\n\n:::tip\n\nx\n\n:::\n\n::::\n"),
    (
      ":::note See https://a.example\n\nx\n\n:::",
      ":::note[See https&#8288;://a.example]\n\nx\n\n:::\n"
    ),
  ])
  func keepsBoxesApart(_ text: String, _ expected: String) { #expect(markdown(text) == expected) }

  @Test(arguments: [
    ("text\n<script>x</script>\nafter", "text\n\n\\<script>x\\</script>\n\nafter\n"),
    ("<div>a</b\nc</div>", "<div>a&lt;/b\nc</div>\n"),
    ("<!-- a */ b -->", "<!-- -->\n"),
    ("a <!-- */ --> b", "a <!-- --> b\n"),
    ("<style>a\n<!-- b\nc -->d</style>", "\\<style>a\nd\\</style>\n"),
    ("<div>\n:::note T\n</div>", "<div>\n&#58;::note T\n</div>\n"),
    ("<div>\n:::\n</div>", "<div>\n&#58;::\n</div>\n"),
    ("<div>AT&T &amp; &notx</div>", "<div>AT&amp;T &amp; &amp;notx</div>\n"),
    ("<!--&nbsp;<br>", "<p>&lt;!--&nbsp;<br />\n"),
    ("<foo>\n<div>a *b* {#x}</div>\nc", "<p>&lt;foo>\n<div>a *b* &#123;#x}</div>\nc\n"),
    (
      "> <div><i\n> <script>//<u></u>\n> x</script></div>",
      "> <div>&lt;i\n> &lt;script>//<u></u>\n> x&lt;/script></div>\n"
    ),
    ("> <div\n> title=\"x\"><b>t</b></div>", "> <div title=\"x\"><b>t</b></div>\n"),
    ("> a <i\n> <b>x</b> <u>z</u>", "> a \\<i\n> <b>x</b> <u>z</u>\n"),
    ("http<!--t-->://e.", "http<!--t--><span></span>://e.\n"),
    ("- ><b>\n\ttext", "- >\\<b>\n\n\ttext\n"),
    ("> - > <b>\n>   > text", "> - > \\<b>\n>   > text\n"),
    ("<b>\n<style>*x*</style></b>", "<b>\n&lt;style>*x*&lt;/style></b>\n"),
    ("a <b title=\"{/* truncate */}\">b</b>", "a <b title=\"&#123;/* truncate */}\">b</b>\n"),
    ("a <a href=\"java:x\">b</a>", "a <a href=\"java:x\">b</a>\n"),
  ])
  func keepsHTMLWhole(_ text: String, _ expected: String) { #expect(markdown(text) == expected) }

  @Test(arguments: [
    ("[*a](x.md) b*", "\\*a b*\n"),
    ("**[b](x.md)**c", "**<span></span>b<span></span>**c\n"),
    ("**[b](x.md)** c", "**<span></span>b<span></span>** c\n"),
    ("![a  \nb](https://a.example/x.png)", "![a b](https://a.example/x.png)\n"),
    (
      "[i](https://a.example/b) https://a.example/b.",
      "[i](https://a.example/b) https://a.example/b.\n"
    ),
    ("![`:i` <b>](https://a.example/x.png)", "![\\:i \\<b>](https://a.example/x.png)\n"),
    ("![a :b](https://a.example/x.png)", "![a \\:b](https://a.example/x.png)\n"),
    (
      "[a https://b.example:x](y.md):z:",
      "a https<span></span>://b.example:x<span></span>:z<span></span>:\n"
    ),
    ("see ftp://a.example/x.", "see [ftp://a.example/x](ftp://a.example/x).\n"),
    ("https://a.example/*x*/y", "[https://a.example/](https://a.example/)*x*/y\n"),
    ("https://a.example/?q=<x>", "[https://a.example/?q=](https://a.example/?q=)\\<x>\n"),
    ("[see https://a.example](x.md)", "see https<span></span>://a.example\n"),
    ("[see https://a.example](https://b.example)", "[see https://a.example](https://b.example)\n"),
    ("https://　a.example", "https<span></span>://　a.example\n"),
    ("https://xn🍄.example/a", "[https://xn🍄.example/a](https://xn🍄.example/a)\n"),
  ])
  func agreesOnLinks(_ text: String, _ expected: String) { #expect(markdown(text) == expected) }

  @Test(arguments: [
    ("a*→b*", "a<em>→b</em>\n"),
    ("_under_﹤b", "\\_under\\_﹤b\n"),
    ("`a` `` `b` `c` `d`", "`a` `` `b` &#96;c&#96; &#96;d`\n"),
    ("a\n| - | - |", "a\n\\| - | - |\n"),
    ("`http://s``", "`[http://s&#96;&#96;](http://s%60%60)\n"),
    ("a||\n-|-\n\tb", "a||\n-|-\nb\n"),
    ("*a* **b** snake_case", "*a* **b** snake_case\n"),
    ("[*`*T**", "\\[\\*&#96;<em>T</em>\\*\n"),
    ("a&#1;b", "a\u{1}b\n"),
    ("~a~~ b~ and ~~c~~", "\\~a\\~\\~ b\\~ and <del>c</del>\n"),
    ("***a** b* `c`", "<em><strong>a</strong> b</em> `c`\n"),
    (
      "- [x] ~a~~ ![*b*](https://c.example/d.png)",
      "- [x] \\~a\\~\\~ ![b](https://c.example/d.png)\n"
    ),
    (
      "## ~a~~ [b](https://c.example \"t\") {#d}",
      "## \\~a\\~\\~ [b](https://c.example \"t\") \\{#d}\n"
    ),
    ("a[^1]\n\n[^1]: ~b~~ c", "a[^1]\n\n[^1]: \\~b\\~\\~ c\n"),
    (
      "## A {#b}\n\n## B\n\n## C {#b}\n\n## A",
      "## A \\{#b}\n\n## B \\{#b-1}\n\n## C \\{#b-2}\n\n## A\n"
    ),
    ("## {#a}#{#a}", "## {<span></span>#a}#\\{#a}\n"),
    ("# T[^1]\n\n[^1]: note", "## T[^1]\n\n[^1]: note\n"),
    ("# T\n\n##Two\n===", "## ##Two\n"), ("## H {#a b}", "## H {#a b} \\{#h-a-b}\n"),
    ("# T\n\nTwo\nlines\n===", "## Two lines \\{#twolines}\n"),
    ("{/* truncate */}", "&#123;/* truncate */}\n"),
    ("a <!-- truncate --> b", "a <!-- --> b\n"),
    ("- <!-- truncate -->", "- <!-- -->\n"),
  ])
  func agreesOnText(_ text: String, _ expected: String) { #expect(markdown(text) == expected) }

  /// Where a bracket, an address and the colons of a directive or an emoji meet.
  @Test(arguments: [
    ("see https://a.example/x:tada: done", "see https://a.example/x:tada<span></span>: done"),
    ("https://example:tada: done", #"https<span></span>://example\:tada<span></span>: done"#),
    (
      "[https://a.example/x:y:z](https://a.example/x:y:z)",
      "[https://a.example/x:y<span></span>:z](https://a.example/x:y:z)"
    ),
    (
      "[see https://a.example/x:y](https://b.example/)",
      "[see https://a.example/x:y](https://b.example/)"
    ),
    (
      "[no link https://a.example/x:y",
      #"[no link [https://a.example/x\:y](https://a.example/x:y)"#
    ),
    (
      "![a ![b:c](https://a.example/x.png) d](https://a.example/y.png)",
      #"![a b\:c d](https://a.example/y.png)"#
    ),
    ("![b:c](https://a.example/x.png)", #"![b\:c](https://a.example/x.png)"#),
    (
      "[![b:c](https://a.example/x.png)](https://b.example/)",
      #"[![b\:c](https://a.example/x.png)](https://b.example/)"#
    ),
  ])
  func keepsColonsInBrackets(_ text: String, _ expected: String) {
    #expect(markdown(text) == expected + "\n")
  }
}
