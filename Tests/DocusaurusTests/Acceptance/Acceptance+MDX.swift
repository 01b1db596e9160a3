import Bytes
import CommonMark
import Diagnostics

@testable import Docusaurus

extension Acceptance {
  /// Rows 12, 15, 16 and 24 as far as they are about MDX: nothing is run, and no element is left open.
  static func expressions(of page: AcceptancePage) -> [Diagnostic] {
    guard page.isMDX else { return [] }
    let bytes = page.file.bytes
    var found: [Diagnostic] = []
    for (_, token) in page.tokens {
      switch token {
      case .sign(let offset) where !bytes.has("<>", at: offset):
        found.append(page.finding(12, "an expression or an element may begin here", at: offset))
      case .autolink(let range):
        found.append(page.finding(12, "an address is not a link in MDX", at: range.lowerBound))
      case .markup(let range, let tag):
        if tag.kind == .void, bytes[range.upperBound - 2] != .slash {
          found.append(page.finding(24, "a tag is left open", at: range.lowerBound))
        }
      default: continue
      }
    }
    return found + modules(of: page) + blocks(of: page)
  }

  private static func modules(of page: AcceptancePage) -> [Diagnostic] {
    let code = page.text.blocks.filter { if case .code = $0.kind { true } else { false } }
    return (1...page.file.lineCount).compactMap { line in
      let start = page.file.start(ofLine: line)
      guard start >= page.text.body.lowerBound,
        page.file.bytes.has("import ", at: start) || page.file.bytes.has("export ", at: start),
        !code.contains(where: { $0.lines.contains(line) })
      else { return nil }
      return page.finding(15, "a module's statement begins here", at: start)
    }
  }

  private static func blocks(of page: AcceptancePage) -> [Diagnostic] {
    var found: [Diagnostic] = []
    for block in page.text.blocks {
      let offset = page.file.start(ofLine: block.lines.lowerBound)
      switch block.kind {
      case .code where CodeFence(of: block, in: page.text) == nil:
        found.append(page.finding(16, "indented code is not code in MDX", at: offset))
      case .html where page.text.tabs[block.lines.lowerBound] == nil:
        let range = page.text.range(of: block)
        var text = RangeSet(range)
        for piece in block.pieces { text.remove(contentsOf: piece.range) }
        if text.ranges.contains(where: { page.file.bytes[$0].contains(.leftBrace) }) {
          found.append(page.finding(12, "an expression may begin in an element", at: offset))
        }
      default: continue
      }
    }
    return found
  }
}
