import Diagnostics

@testable import YAML

func read(
  _ text: String, lines: ClosedRange<Int>? = nil, form: YAMLForm = .strict
) -> YAMLReading {
  readYAML(in: SourceFile(path: "review.md", text: text), lines: lines, form: form)
}

func place(_ line: Int, _ column: Int, _ endLine: Int, _ endColumn: Int) -> SourceRange {
  let start = SourceLocation(line: line, column: column)
  return start..<SourceLocation(line: endLine, column: endColumn)
}

/// A small generator with a seed, so that a failure can be seen again.
struct SeededGenerator: RandomNumberGenerator {
  private var state: UInt64

  init(seed: UInt64) { state = seed }

  mutating func next() -> UInt64 {
    state &+= 0x9E37_79B9_7F4A_7C15
    var mixed = state
    mixed = (mixed ^ (mixed >> 30)) &* 0xBF58_476D_1CE4_E5B9
    mixed = (mixed ^ (mixed >> 27)) &* 0x94D0_49BB_1331_11EB
    return mixed ^ (mixed >> 31)
  }
}
