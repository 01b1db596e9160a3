package import Diagnostics
internal import Publishing

/// What the last build came to, as far as pages tell it.
package struct LiveState: Sendable {
  /// Why the pages are those of an earlier build; `nil` when they are those of the last.
  package var problem: String?
  /// Every finding, the errors first.
  package var findings: [Diagnostic] = []
  /// The findings of each page, by its path below the archive.
  package var pages: [String: [Diagnostic]] = [:]

  package init() {}

  /// The most findings of one kind that a page is told.
  private static let most = 50

  /// What a page with some version is told, as JSON in one line.
  func text(of page: String, version: String) -> [UInt8] {
    let here = pages[page] ?? []
    // What keeps the pages from being built is shown on each of them.
    let elsewhere =
      problem == nil ? [] : findings.filter { $0.level == .error && !here.contains($0) }
    var writer = JSONWriter()
    writer.object { writer in
      writer.member("version", version)
      writer.key("problem")
      if let problem { writer.value(problem) } else { writer.null() }
      writer.member("findings", findings.count)
      writer.member("errors", findings.count { $0.level == .error })
      writer.member("here", here.count)
      writer.list("shown", here.prefix(Self.most))
      writer.member("elsewhere", elsewhere.count)
      writer.list("others", elsewhere.prefix(Self.most))
    }
    return writer.bytes
  }
}

extension JSONWriter {
  fileprivate mutating func list(_ name: String, _ findings: ArraySlice<Diagnostic>) {
    key(name)
    array { writer in
      for finding in findings {
        writer.object { writer in
          let start = finding.range.map { ":\($0.lowerBound.line):\($0.lowerBound.column)" } ?? ""
          writer.member("place", finding.path + start)
          writer.member("level", finding.level.rawValue)
          writer.member("code", finding.code)
          writer.member("message", finding.message)
          if let help = finding.help { writer.member("help", help) }
        }
      }
    }
  }
}
