internal import Bytes
internal import Diagnostics
internal import YAML

/// Reads TOML front matter into the same nodes as YAML front matter, so that no other code sees a
/// difference.
///
/// It reads keys, tables, lists of tables, strings of all four kinds, lists and inline tables; numbers,
/// booleans and times stay text. Anything else on a line is reported with its place.
struct TOMLReader {
  private let file: SourceFile
  private var cursor: TOMLCursor
  private var depth = 0
  private(set) var problem: Diagnostic?

  /// Deeper than the metadata of any real page; more is damage.
  private static let deepest = 32

  private init(_ file: SourceFile, lines: ClosedRange<Int>) {
    self.file = file
    cursor = TOMLCursor(
      bytes: file.bytes, end: file.offsets(ofLine: lines.upperBound).upperBound,
      index: file.offsets(ofLine: lines.lowerBound).lowerBound)
  }

  /// - Returns: A mapping, even when reading stopped at a mistake, which is then reported.
  static func read(
    _ file: SourceFile, lines: ClosedRange<Int>
  ) -> (mapping: YAMLNode, problem: Diagnostic?) {
    var reader = TOMLReader(file, lines: lines)
    let start = reader.cursor.index
    let pairs = reader.document()
    let range = file.range(of: start..<reader.cursor.end)
    return (YAMLNode(content: .mapping(pairs), range: range), reader.problem)
  }

  // MARK: Lines

  private mutating func document() -> [YAMLPair] {
    var root: [YAMLPair] = []
    // The table that the lines belong to; `nil` for the root.
    var table: (key: YAMLNode, isList: Bool, pairs: [YAMLPair])?
    var lists: [String: Int] = [:]
    func close(_ open: (key: YAMLNode, isList: Bool, pairs: [YAMLPair])?) {
      guard let open else { return }
      let mapping = YAMLNode(content: .mapping(open.pairs), range: open.key.range)
      guard open.isList else { return root.append(YAMLPair(key: open.key, value: mapping)) }
      let name = open.key.text ?? ""
      if let last = lists[name], case .sequence(var items) = root[last].value.content {
        // Emptied first, so that the list grows in its own memory.
        root[last].value.content = .sequence([])
        items.append(mapping)
        root[last].value.content = .sequence(items)
      } else {
        lists[name] = root.count
        let list = YAMLNode(content: .sequence([mapping]), range: open.key.range)
        root.append(YAMLPair(key: open.key, value: list))
      }
    }
    while problem == nil {
      cursor.skipLinesAndComments()
      guard cursor.index < cursor.end else { break }
      if cursor.bytes[cursor.index] == UInt8(ascii: "[") {
        close(table)
        table = header()
      } else if let pair = pair() {
        if table == nil { root.append(pair) } else { table?.pairs.append(pair) }
        finishLine()
      }
    }
    close(table)
    return root
  }

  /// `[name]` or `[[name]]`.
  private mutating func header() -> (key: YAMLNode, isList: Bool, pairs: [YAMLPair])? {
    cursor.index += 1
    let isList = cursor.take("[")
    guard let key = key(), cursor.take("]"), !isList || cursor.take("]") else {
      report("']'")
      return nil
    }
    finishLine()
    return (key, isList, [])
  }

  private mutating func pair() -> YAMLPair? {
    guard let key = key() else {
      report("a key")
      return nil
    }
    guard cursor.take("=") else {
      report("'='")
      return nil
    }
    cursor.skipBlanks()
    guard let value = value() else {
      report("a value")
      return nil
    }
    return YAMLPair(key: key, value: value)
  }

  /// A key as it is looked up: `author.name` keeps its period.
  private mutating func key() -> YAMLNode? {
    cursor.skipBlanks()
    let start = cursor.index
    var text = ""
    while cursor.index < cursor.end {
      if cursor.bytes[cursor.index] == UInt8(ascii: "\"")
        || cursor.bytes[cursor.index] == UInt8(ascii: "'")
      {
        guard let part = cursor.string() else { return nil }
        text += part
      } else {
        let part = cursor.bytes[cursor.index..<cursor.end].prefix(while: TOMLCursor.isBare)
        guard !part.isEmpty else { return nil }
        text += String(decoding: part, as: UTF8.self)
        cursor.index += part.count
      }
      let behind = cursor.index
      cursor.skipBlanks()
      guard cursor.take(".") else {
        let node = scalar(text, isQuoted: false, from: start, to: behind)
        return node
      }
      text += "."
      cursor.skipBlanks()
    }
    return nil
  }

  private mutating func finishLine() {
    guard problem == nil else { return }
    cursor.skipBlanks()
    if cursor.index < cursor.end, cursor.bytes[cursor.index] == UInt8(ascii: "#") {
      cursor.skipComment()
    }
    if cursor.index < cursor.end, cursor.bytes[cursor.index] == 0x0D { cursor.index += 1 }
    if cursor.index < cursor.end, cursor.bytes[cursor.index] != 0x0A {
      report("the end of the line")
    }
  }

  // MARK: Values

  private mutating func value() -> YAMLNode? {
    guard cursor.index < cursor.end, depth < Self.deepest else { return nil }
    let start = cursor.index
    switch cursor.bytes[cursor.index] {
    case UInt8(ascii: "\""), UInt8(ascii: "'"):
      return cursor.string().map { scalar($0, isQuoted: true, from: start, to: cursor.index) }
    case UInt8(ascii: "["): return list(from: start)
    case UInt8(ascii: "{"): return inlineTable(from: start)
    default:
      let text = cursor.bytes[cursor.index..<cursor.end].prefix { !",]}#\n\r".utf8.contains($0) }
      guard let last = text.lastIndex(where: { !$0.isSpaceOrTab }) else { return nil }
      cursor.index = last + 1
      return scalar(
        String(decoding: cursor.bytes[start..<cursor.index], as: UTF8.self), isQuoted: false,
        from: start,
        to: cursor.index)
    }
  }

  private mutating func list(from start: Int) -> YAMLNode? {
    cursor.index += 1
    depth += 1
    defer { depth -= 1 }
    var items: [YAMLNode] = []
    while true {
      cursor.skipLinesAndComments()
      if cursor.take("]") { break }
      guard let item = value() else { return nil }
      items.append(item)
      cursor.skipLinesAndComments()
      if cursor.take(",") { continue }
      guard cursor.take("]") else { return nil }
      break
    }
    return YAMLNode(content: .sequence(items), range: file.range(of: start..<cursor.index))
  }

  private mutating func inlineTable(from start: Int) -> YAMLNode? {
    cursor.index += 1
    depth += 1
    defer { depth -= 1 }
    var pairs: [YAMLPair] = []
    while true {
      cursor.skipLinesAndComments()
      if cursor.take("}") { break }
      guard let pair = pair() else { return nil }
      pairs.append(pair)
      cursor.skipLinesAndComments()
      if cursor.take(",") { continue }
      guard cursor.take("}") else { return nil }
      break
    }
    return YAMLNode(content: .mapping(pairs), range: file.range(of: start..<cursor.index))
  }

  // MARK: Bytes

  private func scalar(_ text: String, isQuoted: Bool, from start: Int, to end: Int) -> YAMLNode {
    YAMLNode(
      content: .scalar(text, isQuoted: isQuoted), range: file.range(of: start..<max(start, end)))
  }

  /// Reports only the first mistake: what follows it cannot be trusted.
  private mutating func report(_ wanted: String) {
    guard problem == nil else { return }
    let place = min(cursor.index, max(cursor.end - 1, 0))
    let line = file.location(ofOffset: place).line
    problem = Diagnostic(
      code: "BS019", level: .error, path: file.path, range: file.range(ofLine: line),
      message: "front matter is not valid TOML: \(wanted) is missing",
      help: "write each field as 'key = \"value\"'"
    ).quoting(file)
  }
}
