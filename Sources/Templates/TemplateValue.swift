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
  private var fields: [(name: FieldName, value: TemplateValue)]

  package init(_ fields: [(FieldName, TemplateValue)] = []) { self.fields = fields }

  package static func == (left: Self, right: Self) -> Bool {
    left.fields.elementsEqual(right.fields) { $0.name == $1.name && $0.value == $1.value }
  }

  package func hash(into hasher: inout Hasher) {
    for field in fields {
      hasher.combine(field.name)
      hasher.combine(field.value)
    }
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
      // By number: an iterator would copy each value.
      for index in fields.indices where fields[index].name == name { return fields[index].value }
      return nil
    }
    set {
      let index = fields.indices.first { fields[$0].name == name }
      switch (index, newValue) {
      case (let index?, let value?): fields[index].value = value
      case (let index?, nil): fields.remove(at: index)
      case (nil, let value?): fields.append((name, value))
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
