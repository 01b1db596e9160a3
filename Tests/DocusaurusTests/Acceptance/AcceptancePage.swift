import CommonMark
import Diagnostics
import YAML

@testable import Docusaurus

/// A generated post or page of the docs, read back for the acceptance rows.
struct AcceptancePage {
  let path: String
  let isPost: Bool
  let isMDX: Bool
  /// The bytes of the page.
  let written: [UInt8]
  /// The same where it is Markdown; of MDX, with others for what shows nothing.
  let file: SourceFile
  let frontMatter: YAMLNode?
  /// Its text, of which nothing is changed here.
  let text: Rewriting

  /// - Returns: `nil` for a file that is not a page.
  init?(path: String, bytes: [UInt8]) {
    isMDX = MarkdownDocument.isMDX(path)
    guard isMDX || path.hasSuffix(".md"), path.hasPrefix("blog/") || path.hasPrefix("docs/") else {
      return nil
    }
    self.path = path
    written = bytes
    isPost = path.hasPrefix("blog/")
    let document = MarkdownDocument(
      parsing: SourceFile(path: path, bytes: isMDX ? Self.withLinksOfHTML(bytes) : bytes),
      as: .page)
    file = document.file
    frontMatter = document.frontMatter
    text = Rewriting(document)
  }

  /// The same with links as HTML has them in place of Docusaurus' own elements, on the same lines.
  private static func withLinksOfHTML(_ bytes: [UInt8]) -> [UInt8] {
    let text = String(decoding: bytes, as: UTF8.self)
    guard text.contains("\n\(MDXPage.linkImport)\n") else { return bytes }
    return Array(
      text.replacing(MDXPage.linkImport, with: "").replacing("<Link", with: "<a")
        .replacing("</Link>", with: "</a>").utf8)
  }

  /// From the root of the site.
  var permalink: String {
    (isPost ? SiteMap.blog : SiteMap.docs) + (frontMatter?["slug"]?.text ?? "")
  }

  var folder: String { path.split(separator: "/").dropLast().joined(separator: "/") }

  /// The ids that a link may lead to.
  var anchors: Set<String> {
    Set(headings.map(\.id)).union(text.blocks.flatMap(\.markup).compactMap(\.anchor))
  }

  /// The headings with the ids that Docusaurus gives them: explicit ones are not counted.
  var headings: [(block: Block, id: String)] {
    var slugger = Slugger()
    return text.blocks.compactMap { block in
      guard case .heading = block.kind else { return nil }
      let parts = HeadingParts(of: block, in: text)
      if parts.isID, let written = parts.writtenID {
        return (block, file.bytes.decoded(written.dropFirst(2).dropLast()))
      }
      return (block, slugger.slug(block.text))
    }
  }

  /// Where list pages cut a post off.
  var excerptEnd: Int {
    guard isPost else { return 0 }
    return text.body.first { TruncateMarker.end(at: $0, in: file.bytes) != nil }
      ?? text.body.upperBound
  }

  /// All tokens with the run that they stand in.
  var tokens: [(run: TextRun, token: InlineToken)] {
    zip(text.runs, text.tokens).flatMap { run, tokens in tokens.map { (run, $0) } }
  }

  /// A finding of a row of the contract's acceptance table (section 9).
  func finding(_ row: Int, _ message: String, at offset: Int? = nil) -> Diagnostic {
    let place = offset.map { file.location(ofOffset: min($0, max(file.bytes.count - 1, 0))) }
    return Diagnostic(
      code: "DX\(row < 10 ? "00" : "0")\(row)", level: .error, path: path,
      range: place.map { $0..<$0 }, message: message)
  }
}
