package import Diagnostics

/// The difference between two versions of a file in the form of `diff -u`, which `patch` and `git apply` accept.
package enum UnifiedDiff {
  /// The number of unchanged lines around a change.
  private static let surrounding = 3

  /// - Returns: Nothing when the two versions are the same.
  package static func bytes(from old: SourceFile, to new: [UInt8]) -> [UInt8] {
    bytes(of: old.path, from: old.bytes, to: new)
  }

  /// The same for a file that may be new or gone: a version is `nil` where there is no file. Of a file that is no
  /// text, only that it differs is said.
  package static func bytes(of path: String, from old: [UInt8]?, to new: [UInt8]?) -> [UInt8] {
    // A tab ends a name with spaces, as in git's diffs.
    let name = path.plainLine + (path.contains(" ") ? "\t" : "")
    let names = (old == nil ? "/dev/null" : "a/\(name)", new == nil ? "/dev/null" : "b/\(name)")
    if [old, new].contains(where: { $0?.contains(0) ?? false }) {
      return old == new ? [] : Array("Binary files \(names.0) and \(names.1) differ\n".utf8)
    }
    let before = lines(of: old ?? [])
    let after = lines(of: new ?? [])
    let steps = steps(from: before, to: after)
    let hunks = hunks(of: steps)
    guard !hunks.isEmpty else { return [] }
    var result = Array("--- \(names.0)\n+++ \(names.1)\n".utf8)
    for hunk in hunks { result += text(of: steps[hunk], from: steps[..<hunk.lowerBound]) }
    return result
  }

  private struct Step {
    enum Kind: UInt8 {
      case same = 0x20
      case removed = 0x2D
      case added = 0x2B
    }

    let kind: Kind
    /// With its line ending, if it has one.
    let line: ArraySlice<UInt8>
  }

  private static func lines(of bytes: [UInt8]) -> [ArraySlice<UInt8>] {
    var lines: [ArraySlice<UInt8>] = []
    var start = 0
    while start < bytes.count {
      let end = bytes[start...].firstIndex(of: 0x0A).map { $0 + 1 } ?? bytes.count
      lines.append(bytes[start..<end])
      start = end
    }
    return lines
  }

  /// All lines in order; removed lines come before the lines added in their place.
  private static func steps(from old: [ArraySlice<UInt8>], to new: [ArraySlice<UInt8>]) -> [Step] {
    let changes = new.difference(from: old)
    var removed: Set<Int> = []
    var added: Set<Int> = []
    for change in changes {
      switch change {
      case .remove(let offset, _, _): removed.insert(offset)
      case .insert(let offset, _, _): added.insert(offset)
      }
    }
    var steps: [Step] = []
    var (left, right) = (0, 0)
    while left < old.count || right < new.count {
      if left < old.count, removed.contains(left) {
        steps.append(Step(kind: .removed, line: old[left]))
        left += 1
      } else if right < new.count, added.contains(right) {
        steps.append(Step(kind: .added, line: new[right]))
        right += 1
      } else {
        steps.append(Step(kind: .same, line: old[left]))
        left += 1
        right += 1
      }
    }
    return steps
  }

  /// Changes with the lines around them; hunks that touch are merged.
  private static func hunks(of steps: [Step]) -> [Range<Int>] {
    var hunks: [Range<Int>] = []
    for index in steps.indices where steps[index].kind != .same {
      let start = max(0, index - surrounding)
      let end = min(steps.count, index + surrounding + 1)
      if let last = hunks.last, start <= last.upperBound {
        hunks[hunks.count - 1] = last.lowerBound..<end
      } else {
        hunks.append(start..<end)
      }
    }
    return hunks
  }

  private static func text(of hunk: ArraySlice<Step>, from before: ArraySlice<Step>) -> [UInt8] {
    func range(without kind: Step.Kind, sign: String) -> String {
      let count = hunk.count { $0.kind != kind }
      let start = before.count { $0.kind != kind }
      // An empty side is counted from the line before it.
      return "\(sign)\(count == 0 ? start : start + 1),\(count)"
    }
    let head = "@@ \(range(without: .added, sign: "-")) \(range(without: .removed, sign: "+")) @@\n"
    var result = Array(head.utf8)
    for step in hunk {
      result.append(step.kind.rawValue)
      result += step.line
      if step.line.last != 0x0A { result += Array("\n\\ No newline at end of file\n".utf8) }
    }
    return result
  }
}
