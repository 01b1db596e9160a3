internal import CCmark

#if canImport(Glibc)
  internal import Glibc
#else
  internal import Darwin
#endif

/// One node of a tree that a ``SyntaxTree`` owns.
///
/// It is a pointer, so it must not be kept longer than its tree; nothing outside this target can hold a
/// node. While there is the tree, there is the node: a pass can move it, but only ``OwnedNodes`` frees it.
@safe struct Node: Hashable {
  private let pointer: OpaquePointer

  fileprivate init(_ pointer: OpaquePointer) { unsafe self.pointer = pointer }

  fileprivate init?(optional pointer: OpaquePointer?) {
    guard let pointer = unsafe pointer else { return nil }
    unsafe self.pointer = pointer
  }

  static func == (left: Self, right: Self) -> Bool { unsafe left.pointer == right.pointer }

  func hash(into hasher: inout Hasher) { unsafe hasher.combine(Int(bitPattern: pointer)) }

  /// A node without a parent. cmark aborts when it runs out of memory, so there always is one.
  static func make(_ kind: NodeKind) -> Node {
    unsafe Node(cmark_node_new_with_mem(kind.type, NodeMemory.allocator))
  }

  // MARK: What it is

  var kind: NodeKind { unsafe NodeKind(of: cmark_node_get_type(pointer)) }
  var startLine: Int { Int(unsafe cmark_node_get_start_line(pointer)) }
  var startColumn: Int { Int(unsafe cmark_node_get_start_column(pointer)) }
  var endLine: Int { Int(unsafe cmark_node_get_end_line(pointer)) }
  var endColumn: Int { Int(unsafe cmark_node_get_end_column(pointer)) }
  var headingLevel: Int { Int(unsafe cmark_node_get_heading_level(pointer)) }
  var isOrdered: Bool { unsafe cmark_node_get_list_type(pointer) == CMARK_ORDERED_LIST }
  var literal: String { unsafe Self.string(cmark_node_get_literal(pointer)) }
  var fenceInfo: String { unsafe Self.string(cmark_node_get_fence_info(pointer)) }
  var destination: String { unsafe Self.string(cmark_node_get_url(pointer)) }
  var title: String { unsafe Self.string(cmark_node_get_title(pointer)) }

  /// The number a pass gave this node: an index into the marks of its tree.
  var mark: Int? {
    let value = unsafe Int(bitPattern: cmark_node_get_user_data(pointer))
    return value == 0 ? nil : value - 1
  }

  func setMark(_ index: Int) {
    _ = unsafe cmark_node_set_user_data(pointer, UnsafeMutableRawPointer(bitPattern: index + 1))
  }

  /// Calls `body` with the literal's bytes, without copying them.
  func withLiteral<Result>(_ body: (UnsafeBufferPointer<UInt8>) -> Result) -> Result {
    guard let text = unsafe cmark_node_get_literal(pointer) else {
      return unsafe body(UnsafeBufferPointer(start: nil, count: 0))
    }
    let count = unsafe strlen(text)
    return unsafe text.withMemoryRebound(to: UInt8.self, capacity: count) { bytes in
      unsafe body(UnsafeBufferPointer(start: bytes, count: count))
    }
  }

  /// How many lines the literal of a block has.
  var literalLines: Int { unsafe withLiteral { text in unsafe text.count { $0 == 0x0A } } }

  var literalBytes: [UInt8] { unsafe withLiteral { unsafe Array($0) } }

  private static func string(_ text: UnsafePointer<CChar>?) -> String {
    guard let text = unsafe text else { return "" }
    return unsafe String(cString: text)
  }

  // MARK: Its family

  var parent: Node? { unsafe Node(optional: cmark_node_parent(pointer)) }
  var next: Node? { unsafe Node(optional: cmark_node_next(pointer)) }
  var previous: Node? { unsafe Node(optional: cmark_node_previous(pointer)) }
  var firstChild: Node? { unsafe Node(optional: cmark_node_first_child(pointer)) }
  var lastChild: Node? { unsafe Node(optional: cmark_node_last_child(pointer)) }

  /// The node after this node and everything in it.
  var following: Node? {
    var node = self
    while true {
      if let next = node.next { return next }
      guard let parent = node.parent else { return nil }
      node = parent
    }
  }

  func append(_ child: Node) { _ = unsafe cmark_node_append_child(pointer, child.pointer) }

  /// Puts `sibling` before this node.
  func insertBefore(_ sibling: Node) {
    _ = unsafe cmark_node_insert_before(pointer, sibling.pointer)
  }

  /// Puts `sibling` after this node.
  func insertAfter(_ sibling: Node) {
    _ = unsafe cmark_node_insert_after(pointer, sibling.pointer)
  }

  /// Moves every child of this node to the end of `target`'s children.
  func moveChildren(to target: Node) {
    while let child = firstChild { target.append(child) }
  }

  // MARK: Edits

  func setLiteral(_ text: String) { _ = unsafe cmark_node_set_literal(pointer, text) }
  /// Sets the literal; the bytes must not contain NUL.
  func setLiteral(_ bytes: ArraySlice<UInt8>) {
    _ = unsafe cmark_node_set_literal(pointer, Array(bytes) + [0])
  }
  /// Removes the first bytes from the literal.
  func dropLiteralPrefix(_ count: Int) {
    guard let text = unsafe cmark_node_get_literal(pointer) else { return }
    let length = unsafe strlen(text)
    guard count <= length else { return }
    // A copy, because cmark frees the old literal.
    let rest = unsafe Array(UnsafeBufferPointer(start: text + count, count: length - count + 1))
    _ = unsafe cmark_node_set_literal(pointer, rest)
  }

  func setDestination(_ text: String) { _ = unsafe cmark_node_set_url(pointer, text) }

  /// What a custom node writes before and after its children, as HTML.
  func setMarkup(_ opening: String, _ closing: String) {
    _ = unsafe cmark_node_set_on_enter(pointer, opening)
    _ = unsafe cmark_node_set_on_exit(pointer, closing)
  }

  // MARK: Output

  /// Appends the HTML of this node and everything below it.
  func render(options: CInt, into output: inout [UInt8]) {
    guard let text = unsafe cmark_render_html(pointer, options) else { return }
    defer { unsafe NodeMemory.free(text) }
    let bytes = unsafe UnsafeRawBufferPointer(start: text, count: strlen(text))
    unsafe output.append(contentsOf: bytes)
  }
}

/// Owns the nodes of a tree and their memory; nothing else frees a node.
struct OwnedNodes: ~Copyable {
  let document: Node
  /// Holds what was taken out of the document.
  let removed: Node
  let memory: NodeMemory

  /// A document without blocks.
  init() {
    memory = NodeMemory(forText: 0)
    document = Node.make(.document)
    removed = Node.make(.customBlock)
  }

  /// Parses bytes as CommonMark, with `blankLines` empty lines before them so that line numbers continue
  /// from there.
  init(parsing bytes: ArraySlice<UInt8>, blankLines: Int) {
    memory = NodeMemory(forText: bytes.count)
    let outer = memory.enter()
    defer { NodeMemory.leave(to: outer) }
    document = parseTree(bytes, blankLines: blankLines)
    removed = Node.make(.customBlock)
  }

  deinit {
    document.release()
    removed.release()
  }
}

extension Node {
  fileprivate func release() { unsafe cmark_node_free(pointer) }
}

/// A walk over a node and everything below it. It is a loop, so depth is not a problem.
@safe struct Walk: ~Copyable {
  enum Event {
    case enter
    case exit
  }

  private let iterator: OpaquePointer

  init(_ node: Node) {
    unsafe iterator = node.makeIterator()
  }

  deinit { unsafe cmark_iter_free(iterator) }

  /// The next step. Leaves have no exit. Nodes may be changed only after the walk.
  mutating func next() -> (event: Event, node: Node)? {
    let event = unsafe cmark_iter_next(iterator)
    guard event == CMARK_EVENT_ENTER || event == CMARK_EVENT_EXIT else { return nil }
    guard let node = unsafe Node(optional: cmark_iter_get_node(iterator)) else { return nil }
    return (event == CMARK_EVENT_ENTER ? .enter : .exit, node)
  }
}

extension Node {
  fileprivate func makeIterator() -> OpaquePointer { unsafe cmark_iter_new(pointer) }
}

private func parseTree(_ bytes: ArraySlice<UInt8>, blankLines: Int) -> Node {
  let parser = unsafe cmark_parser_new_with_mem(CMARK_OPT_DEFAULT, NodeMemory.allocator)
  defer { unsafe cmark_parser_free(parser) }
  if blankLines > 0 {
    let feeds = [CChar](repeating: 0x0A, count: blankLines)
    unsafe cmark_parser_feed(parser, feeds, blankLines)
  }
  unsafe bytes.withUnsafeBytes { buffer in
    guard let start = buffer.baseAddress else { return }
    unsafe cmark_parser_feed(parser, start.assumingMemoryBound(to: CChar.self), buffer.count)
  }
  return unsafe Node(cmark_parser_finish(parser))
}

/// The version of the library at run time, as in "0.30.2".
func cmarkVersion() -> String {
  guard let text = unsafe cmark_version_string() else { return "" }
  return unsafe String(cString: text)
}

extension Node {
  /// Whether this is a node of a kind or is inside one.
  func stands(in kind: NodeKind) -> Bool {
    var node: Node? = self
    while let current = node {
      if current.kind == kind { return true }
      node = current.parent
    }
    return false
  }
}
