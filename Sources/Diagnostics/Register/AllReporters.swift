extension Reporter {
  /// Every reporter, in the order of `--help`.
  package static let all: [Reporter] = [.text, .json, .github, .gitlab, .sarif, .junit]
}
