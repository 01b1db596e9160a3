internal import Bytes
internal import CommonMark
internal import Diagnostics

extension Rewriting {
  /// Takes the definitions of links out: a page has their links with the addresses.
  mutating func removeDefinitions() {
    for definition in definitions.all { remove(definition) }
  }

  /// Text that followed on the next line is not to become code for the blanks before it.
  private mutating func remove(_ definition: Definition.Target) {
    edits.delete(definition.range)
    let next = file.location(ofOffset: definition.range.upperBound - 1).line + 1
    guard next <= file.lineCount, !file.isBlank(line: next) else { return }
    let start = file.start(ofLine: next)
    let blanks = file.bytes[start...].prefix { $0.isSpaceOrTab }
    if !blanks.isEmpty { edits.delete(start..<start + blanks.count) }
  }
}
