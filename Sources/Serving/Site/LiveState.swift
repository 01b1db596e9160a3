package import Diagnostics
internal import Publishing

/// What the last build came to, as far as pages tell it.
package struct LiveState: Sendable {
  /// Why the pages are those of an earlier build; `nil` when they are those of the last.
  package var problem: String?
  /// How many findings there are, and how many of them are errors.
  package var findings = 0
  package var errors = 0
  /// The first errors: those that keep the pages from being built.
  package var firstErrors: [Diagnostic] = []
  /// The findings of the page with a path below the archive.
  package var here: @Sendable (_ page: String) -> [Diagnostic] = { _ in [] }

  package init() {}

  /// The most findings of one kind that a page is told.
  package static let most = 50

  /// What a page with some version is told, as JSON in one line.
  func text(of page: String, version: String) -> [UInt8] {
    let here = here(page)
    let others = problem == nil ? [] : firstErrors.filter { !here.contains($0) }
    let elsewhere = problem == nil ? 0 : errors - here.count { $0.level == .error }
    var writer = JSONWriter()
    writer.object { writer in
      writer.member("version", version)
      writer.key("problem")
      if let problem { writer.value(problem) } else { writer.null() }
      writer.member("findings", findings)
      writer.member("here", here.count)
      writer.list("shown", here.sorted { $0.level > $1.level }.prefix(Self.most))
      writer.member("elsewhere", elsewhere)
      writer.list("others", others.prefix(Self.most))
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
