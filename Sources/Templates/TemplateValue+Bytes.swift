package import Bytes

extension TemplateValue {
  /// Writes the value so that different values have different bytes. They are compared and never read.
  package func write(to writer: inout RecordWriter) {
    switch self {
    case .nothing: writer.write(0)
    case .text(let text):
      writer.write(1)
      writer.write(text)
    case .html(let html):
      writer.write(2)
      writer.write(bytes: html.bytes)
    case .number(let number):
      writer.write(3)
      writer.write(number)
    case .flag(let flag): writer.write(flag ? 5 : 4)
    case .list(let items):
      writer.write(6)
      writer.write(items.count)
      for item in items { item.write(to: &writer) }
    case .record(let record):
      writer.write(7)
      record.write(to: &writer)
    }
  }
}
