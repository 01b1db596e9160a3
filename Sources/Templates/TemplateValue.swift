package import Bytes

/// A value that a template can show.
package enum TemplateValue: Hashable, Sendable {
  /// Text, escaped when it is written.
  case text(String)
  /// Markup, written as it is.
  case html(HTML)
  case number(Int)
  case flag(Bool)
  case list([TemplateValue])
  case record(TemplateRecord)
  /// No value: writes nothing, and sections skip it.
  case nothing

  /// Whether a section on this value is rendered.
  ///
  /// Empty text, empty markup, 0 and an empty list count as nothing, so that a template can write
  /// `{{#owner}}by {{owner}}{{/owner}}`.
  var isTruthy: Bool {
    switch self {
    case .text(let text): !text.isEmpty
    case .html(let html): !html.isEmpty
    case .number(let number): number != 0
    case .flag(let flag): flag
    case .list(let items): !items.isEmpty
    case .record: true
    case .nothing: false
    }
  }

  /// `text`, or nothing when it is `nil`.
  package static func optional(_ text: String?) -> TemplateValue {
    text.map { .text($0) } ?? .nothing
  }
}

/// Named values in a fixed order, searched from the first.
package struct TemplateRecord: Hashable, Sendable {
  private var fields: [Field]

  private struct Field: Hashable, Sendable {
    let name: FieldName
    var value: TemplateValue
  }

  package init(_ fields: [(FieldName, TemplateValue)] = []) {
    self.fields = fields.map { Field(name: $0, value: $1) }
  }

  /// As ``TemplateValue/write(to:)`` does.
  package func write(to writer: inout RecordWriter) {
    writer.write(fields.count)
    for field in fields {
      field.name.write(to: &writer)
      field.value.write(to: &writer)
    }
  }

  /// Adds fields that the record does not have yet.
  package mutating func add(_ others: TemplateRecord) { fields += others.fields }

  /// The value of a field; `nil` when the record has no field of this name.
  package subscript(name: FieldName) -> TemplateValue? {
    get {
      for field in fields where field.name == name { return field.value }
      return nil
    }
    set {
      let index = fields.firstIndex { $0.name == name }
      switch (index, newValue) {
      case (let index?, let value?): fields[index].value = value
      case (let index?, nil): fields.remove(at: index)
      case (nil, let value?): fields.append(Field(name: name, value: value))
      case (nil, nil): break
      }
    }
  }
}

extension TemplateRecord: ExpressibleByDictionaryLiteral {
  package init(dictionaryLiteral elements: (FieldName, TemplateValue)...) {
    self.init(elements)
  }
}

extension TemplateValue: ExpressibleByDictionaryLiteral, ExpressibleByArrayLiteral {
  package init(dictionaryLiteral elements: (FieldName, TemplateValue)...) {
    self = .record(TemplateRecord(elements))
  }

  package init(arrayLiteral elements: TemplateValue...) {
    self = .list(elements)
  }
}

extension TemplateValue: ExpressibleByStringInterpolation, ExpressibleByIntegerLiteral,
  ExpressibleByBooleanLiteral
{
  package init(stringLiteral literal: String) {
    self = .text(literal)
  }

  package init(integerLiteral literal: Int) {
    self = .number(literal)
  }

  package init(booleanLiteral literal: Bool) {
    self = .flag(literal)
  }
}
