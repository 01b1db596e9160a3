internal import CommonMark

/// Where links with a label lead. The first definition of a label is used.
struct ReferenceDefinitions: Sendable {
  /// All definitions in the order of the file, including those hidden by an earlier one.
  let all: [Definition.Target]
  private let byLabel: [String: Definition.Target]

  init(_ definitions: [Definition] = []) {
    let links = definitions.compactMap { read in read.target.map { (read.label, $0) } }
    all = links.map(\.1)
    byLabel = Dictionary(links) { first, _ in first }
  }

  static let none = ReferenceDefinitions()

  var isEmpty: Bool { all.isEmpty }

  /// The definition of the label that is in `range`.
  subscript(bytes: [UInt8], range: Range<Int>) -> Definition.Target? {
    guard range.count <= Definition.longestLabel else { return nil }
    return byLabel[Definition.folded(bytes[range])]
  }
}
