internal import Bytes
internal import CommonMark
internal import Diagnostics

extension Rewriting {
  /// Removes the definitions of links: on a page, links are written with their addresses.
  mutating func removeDefinitions() {
    for definition in definitions.all { remove(definition) }
  }

  /// Text that follows on the next line must not become code because of the spaces before it.
  private mutating func remove(_ definition: Definition.Target) {
    edits.delete(definition.range)
    let next = file.location(ofOffset: definition.range.upperBound - 1).line + 1
    guard next <= file.lineCount, !file.isBlank(line: next) else { return }
    let start = file.start(ofLine: next)
    let blanks = file.bytes[start...].prefix { $0.isSpaceOrTab }
    if !blanks.isEmpty { edits.delete(start..<start + blanks.count) }
  }
}
