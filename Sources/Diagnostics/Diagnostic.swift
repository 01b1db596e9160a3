/// How serious a finding is. The word *severity* belongs to incidents.
package enum Level: String, CaseIterable, Comparable, Sendable {
  case note
  case warning
  case error

  package static func < (left: Self, right: Self) -> Bool { left.rank < right.rank }

  private var rank: Int {
    switch self {
    case .note: 0
    case .warning: 1
    case .error: 2
    }
  }
}

/// Something an author can correct: what, where, and what to do.
package struct Diagnostic: Error, Hashable, Sendable {
  /// The code of the rule, as in `build-site explain CODE`.
  package var code: String
  package var level: Level
  /// Relative to the working directory, with `/`.
  package var path: String
  /// `nil` when the whole file is meant.
  package var range: SourceRange?
  /// One lower-case phrase that stands alone, without a full stop.
  package var message: String
  /// What the author can do, as a verb phrase.
  package var help: String?
  /// Whether it is about the whole document and only shown at its title, as a missing part is. The words of the
  /// title are then not part of its identity.
  package var isAboutDocument = false
  /// The source line at the start of `range`, kept so that a report needs no second look at the disk.
  package var excerpt: Excerpt?

  package init(
    code: String, level: Level, path: String, range: SourceRange? = nil, message: String,
    help: String? = nil
  ) {
    self.code = code
    self.level = level
    self.path = path
    self.range = range
    self.message = message
    self.help = help
  }

  /// The same finding with the line it is about.
  package func quoting(_ file: SourceFile) -> Diagnostic {
    guard let range, excerpt == nil, range.lowerBound.line <= file.lineCount else { return self }
    var copy = self
    copy.excerpt = Excerpt(of: range, in: file)
    return copy
  }
}

extension Diagnostic: Comparable {
  /// The order of a report: by path, place, code and message, so that the same findings print the same.
  package static func < (left: Self, right: Self) -> Bool {
    if left.path != right.path { return left.path < right.path }
    let start = SourceLocation(line: 0, column: 0)
    let places = (left.range?.lowerBound ?? start, right.range?.lowerBound ?? start)
    if places.0 != places.1 { return places.0 < places.1 }
    if left.code != right.code { return left.code < right.code }
    return left.message < right.message
  }
}

extension [Diagnostic] {
  /// Each finding once, in the order of the first occurrences: the incidents of a log share their front
  /// matter and its findings.
  package var eachOnce: [Diagnostic] {
    var seen: Set<Diagnostic> = []
    return filter { seen.insert($0).inserted }
  }
}
