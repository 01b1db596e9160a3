internal import CommonMark

/// Where the links with a label lead. The first definition of a label counts.
struct ReferenceDefinitions: Sendable {
  /// All of them in the order of the file, also those that another one hides.
  let all: [Definition.Target]
  private let byLabel: [String: Definition.Target]

  init(_ definitions: [Definition] = []) {
    let links = definitions.compactMap { read in read.target.map { (read.label, $0) } }
    all = links.map(\.1)
    byLabel = Dictionary(links) { first, _ in first }
  }

  static let none = ReferenceDefinitions()

  var isEmpty: Bool { all.isEmpty }

  /// The definition for the label that stands in `range`.
  subscript(bytes: [UInt8], range: Range<Int>) -> Definition.Target? {
    guard range.count <= Definition.longestLabel else { return nil }
    return byLabel[Definition.folded(bytes[range])]
  }
}
