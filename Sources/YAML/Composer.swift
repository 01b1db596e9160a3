internal import Bytes
internal import Diagnostics

/// Builds nodes from events, with a stack of the open collections.
struct Composer {
  /// Deeper nesting is refused: nested values are compared and released recursively.
  static let deepest = 64
  /// The most nodes in a file, including those that aliases stand for; more is an attack.
  static let mostNodes = 100_000

  let file: SourceFile
  let form: YAMLForm
  let onlyFirst: Bool
  private(set) var documents: [YAMLNode] = []
  private(set) var diagnostics: [Diagnostic] = []
  private var open: [OpenCollection] = []
  private var anchors: [String: Composed] = [:]
  private var nodeCount = 0

  init(file: SourceFile, form: YAMLForm, onlyFirst: Bool) {
    self.file = file
    self.form = form
    self.onlyFirst = onlyFirst
  }

  mutating func run(_ events: inout EventStream) {
    do throws(SyntaxProblem) {
      while let event = try events.next() {
        guard accept(event) else { break }
      }
    } catch {
      report(error.diagnostic(in: file))
      if onlyFirst { documents = [] }
    }
  }

  /// - Returns: `false` when the rest should not be read.
  private mutating func accept(_ event: Event) -> Bool {
    if event.anchor != nil || event.tag != nil { refuseProperties(of: event) }
    switch event.kind {
    case .documentStart: return startDocument(event)
    case .documentEnd: return true
    case .alias(let name): return expand(name, at: event.offsets)
    case .scalar(let text, let isQuoted):
      let offsets = isQuoted ? trimmed(event.offsets) : event.offsets
      let node = node(.scalar(text, isQuoted: isQuoted), at: offsets, tag: event.tag)
      let scalar = Composed(node: node, end: offsets.upperBound, size: 1, height: 1)
      return count(1, at: event.offsets) && add(scalar, anchor: event.anchor)
    case .sequenceStart, .mappingStart:
      guard open.count < Self.deepest else { return refuseDepth(at: event.offsets) }
      open.append(OpenCollection(event))
      return count(1, at: event.offsets)
    case .collectionEnd: return close(at: event.offsets)
    }
  }

  private mutating func startDocument(_ event: Event) -> Bool {
    anchors = [:]
    guard onlyFirst, !documents.isEmpty else { return true }
    if form == .strict {
      report(
        "BS011", at: event.offsets, "a second YAML document starts here",
        help: "remove the line '---'")
    }
    return false
  }

  private mutating func close(at offsets: Range<Int>) -> Bool {
    guard let collection = open.popLast() else { return true }
    // The end of a block collection is where the next thing starts; its own text ends before.
    let end =
      offsets.isEmpty ? collection.items.last?.end ?? collection.start : offsets.upperBound
    let content: YAMLNode.Content =
      collection.isMapping
      ? .mapping(pairs(of: collection)) : .sequence(collection.items.map(\.node))
    let node = node(content, at: collection.start..<max(collection.start, end), tag: collection.tag)
    let size = collection.items.reduce(1) { $0 + $1.size }
    let height = collection.items.reduce(0) { max($0, $1.height) } + 1
    return add(
      Composed(node: node, end: end, size: size, height: height), anchor: collection.anchor)
  }

  /// - Returns: `true`, for ``accept(_:)`` to go on.
  private mutating func add(_ composed: Composed, anchor: String?) -> Bool {
    if let anchor { anchors[anchor] = composed }
    if open.isEmpty {
      documents.append(composed.node)
    } else {
      open[open.count - 1].items.append(composed)
    }
    return true
  }

  private func node(
    _ content: YAMLNode.Content, at offsets: Range<Int>, tag: String?
  ) -> YAMLNode {
    YAMLNode(
      content: content, range: file.range(of: offsets), tag: form == .permissive ? tag : nil)
  }

  /// A block scalar's mark is after the empty lines that follow it.
  private func trimmed(_ offsets: Range<Int>) -> Range<Int> {
    var offsets = offsets
    while let last = offsets.last, file.bytes[last].isWhitespace {
      offsets = offsets.dropLast()
    }
    return offsets
  }
}

// MARK: - Mappings

extension Composer {
  private mutating func pairs(of collection: OpenCollection) -> [YAMLPair] {
    var pairs: [YAMLPair] = []
    pairs.reserveCapacity(collection.items.count / 2)
    for index in stride(from: 0, to: collection.items.count - 1, by: 2) {
      pairs.append(
        YAMLPair(key: collection.items[index].node, value: collection.items[index + 1].node))
    }
    checkKeys(of: pairs)
    return form == .permissive ? pairs.merged() : pairs
  }

  private mutating func checkKeys(of pairs: [YAMLPair]) {
    for pair in pairs where form == .strict && pair.key.text == nil {
      report(
        "BS010", at: pair.key.range, "a list or a mapping is used as a key",
        help: "put the text in double quotes")
    }
    for (key, line) in pairs.duplicateKeys() {
      report(
        "BS012", form == .strict ? .error : .warning, at: key.range,
        "key '\(key.text ?? "")' is already on line \(line)", help: "remove one of the two")
    }
  }
}

// MARK: - Aliases and refusals

extension Composer {
  private mutating func expand(_ name: String, at offsets: Range<Int>) -> Bool {
    if form == .strict {
      report(
        "BS011", at: offsets, "alias '*\(name)' is not allowed here",
        help: "write the value itself, in double quotes if it starts with '*'")
    }
    guard var composed = anchors[name] else {
      if form == .permissive {
        report(
          "BS010", at: offsets, "alias '*\(name)' has no anchor '&\(name)' before it",
          help: "put the value in double quotes if it is not an alias")
      }
      let empty = node(.scalar("", isQuoted: false), at: offsets, tag: nil)
      return add(Composed(node: empty, end: offsets.upperBound, size: 1, height: 1), anchor: nil)
    }
    guard open.count + composed.height <= Self.deepest else { return refuseDepth(at: offsets) }
    composed.node.range = file.range(of: offsets)
    composed.end = offsets.upperBound
    return count(composed.size, at: offsets) && add(composed, anchor: nil)
  }

  private mutating func refuseProperties(of event: Event) {
    guard form == .strict else { return }
    if let anchor = event.anchor {
      report(
        "BS011", at: event.offsets, "anchor '&\(anchor)' is not allowed here",
        help: "remove it, or put the value in double quotes")
    }
    if let tag = event.tag {
      let name = tag.hasPrefix("tag:yaml.org,2002:") ? "!!\(tag.dropFirst(18))" : tag
      report(
        "BS011", at: event.offsets, "tag '\(name)' is not allowed here",
        help: "remove it, or put the value in double quotes")
    }
  }

  private mutating func count(_ nodes: Int, at offsets: Range<Int>) -> Bool {
    nodeCount += nodes
    guard nodeCount > Self.mostNodes else { return true }
    report(
      "BS010", at: offsets, "more than \(Self.mostNodes) values, including those of aliases",
      help: "split the file, or write fewer aliases of aliases")
    documents = []
    return false
  }

  private mutating func refuseDepth(at offsets: Range<Int>) -> Bool {
    report(
      "BS010", at: offsets, "values are nested more than \(Self.deepest) levels deep",
      help: "nest fewer lists and mappings")
    documents = []
    return false
  }

  private mutating func report(
    _ code: String, _ level: Level = .error, at offsets: Range<Int>, _ message: String,
    help: String
  ) {
    report(code, level, at: file.range(of: offsets), message, help: help)
  }

  private mutating func report(
    _ code: String, _ level: Level = .error, at range: SourceRange, _ message: String,
    help: String
  ) {
    report(
      Diagnostic(
        code: code, level: level, path: file.path, range: range, message: message, help: help))
  }

  private mutating func report(_ diagnostic: Diagnostic) {
    diagnostics.append(diagnostic.quoting(file))
  }
}

/// A node and what composing needs to know of it.
private struct Composed {
  var node: YAMLNode
  /// The offset just after it.
  var end: Int
  /// The number of its nodes, including itself.
  var size: Int
  /// The number of its levels of nodes.
  var height: Int
}

/// A collection whose end has not come; a mapping's keys and values take turns in `items`.
private struct OpenCollection {
  let isMapping: Bool
  let start: Int
  let anchor: String?
  let tag: String?
  var items: [Composed] = []

  init(_ event: Event) {
    if case .mappingStart = event.kind { isMapping = true } else { isMapping = false }
    start = event.offsets.lowerBound
    anchor = event.anchor
    tag = event.tag
  }
}
