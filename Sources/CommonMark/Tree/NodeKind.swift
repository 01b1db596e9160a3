internal import CCmark

/// The kind of a node, with cmark's own numbers.
enum NodeKind: UInt32 {
  case none
  case document
  case blockQuote
  case list
  case item
  case codeBlock
  case htmlBlock
  case customBlock
  case paragraph
  case heading
  case thematicBreak
  case text
  case softBreak
  case lineBreak
  case code
  case htmlInline
  case customInline
  case emphasis
  case strong
  case link
  case image

  init(of type: cmark_node_type) {
    self = NodeKind(rawValue: UInt32(type.rawValue)) ?? .none
  }

  var isBlock: Bool { (Self.document.rawValue...Self.thematicBreak.rawValue).contains(rawValue) }

  /// Whether a walk has no exit step for it.
  var isLeaf: Bool {
    switch self {
    case .codeBlock, .htmlBlock, .thematicBreak, .text, .softBreak, .lineBreak, .code, .htmlInline:
      true
    default: false
    }
  }

  /// Whether it is a block of text, code or HTML.
  var holdsText: Bool {
    switch self {
    case .paragraph, .heading, .codeBlock, .htmlBlock: true
    default: false
    }
  }

  var type: cmark_node_type { cmark_node_type(rawValue: .init(rawValue)) }
}
