internal import Vocabulary

/// The text of a message to send during an incident, with fields to fill in.
package struct UpdateTemplate: Hashable, Sendable {
  package enum Kind: String, CaseIterable, Sendable {
    /// To the people who respond.
    case `internal`
    /// To customers.
    case external
    /// When service is back.
    case resolved

    package var title: String {
      switch self {
      case .internal: "Internal update"
      case .external: "External update"
      case .resolved: "Resolved"
      }
    }
  }

  /// A `[placeholder]` in the text.
  package struct Field: Hashable, Sendable {
    /// Without the brackets.
    package var text: String
    /// With the brackets, in UTF-8 bytes of the template's text.
    package var offsets: Range<Int>
    package var line: Int
  }

  package var kind: Kind
  package var text: String
  /// In the order of the text.
  package var fields: [Field]
  /// The first line of the text.
  package var line: Int

  package init(kind: Kind, text: String, line: Int) {
    self.kind = kind
    self.text = text
    self.line = line
    fields = Self.fields(in: Array(text.utf8), firstLine: line)
  }

  /// How many characters a message of this text has, as programs for messages count them.
  package var length: Int {
    let text = text.unicodeScalars
    return text.count - (text.last == "\n" ? 1 : 0)
  }

  /// Brackets on one line that are not a Markdown link.
  package static func fields(in bytes: [UInt8], firstLine: Int) -> [Field] {
    var fields: [Field] = []
    var line = firstLine
    var open: Int?
    for (index, byte) in bytes.enumerated() {
      switch byte {
      case 0x0A:
        line += 1
        open = nil
      case 0x5B: open = index
      case 0x5D:
        guard let start = open, index > start + 1 else { continue }
        open = nil
        if index + 1 < bytes.count, bytes[index + 1] == 0x28 { continue }
        let text = String(decoding: bytes[(start + 1)..<index], as: UTF8.self)
        fields.append(Field(text: text.trimmed, offsets: start..<index + 1, line: line))
      default: break
      }
    }
    return fields
  }
}
