/// The text of a message to send during an incident, with fields to fill in.
package struct UpdateTemplate: Hashable, Sendable {
  package enum Kind: String, CaseIterable, Sendable {
    /// To the people who respond.
    case `internal`
    /// To customers.
    case external
    /// When service is back.
    case resolved
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

  /// The text with the fields that have a `value` filled in; the others stay as they are.
  package func filled(by value: (_ field: Field) -> String?) -> String {
    var bytes: [UInt8] = []
    let source = Array(text.utf8)
    var end = 0
    for field in fields {
      guard let value = value(field) else { continue }
      bytes += source[end..<field.offsets.lowerBound]
      bytes += Array(value.utf8)
      end = field.offsets.upperBound
    }
    bytes += source[end...]
    return String(decoding: bytes, as: UTF8.self)
  }
}
