package import Bytes

extension YAMLNode.Content: Recordable {
  package func write(to writer: inout RecordWriter) {
    switch self {
    case .scalar(let text, let isQuoted):
      writer.write(0)
      writer.write(text)
      writer.write(isQuoted)
    case .sequence(let items):
      writer.write(1)
      writer.write(items)
    case .mapping(let pairs):
      writer.write(2)
      writer.write(pairs)
    }
  }
  package init(from reader: inout RecordReader) throws(RecordError) {
    switch try reader.int() {
    case 0: self = .scalar(try reader.read(), isQuoted: try reader.read())
    case 1: self = .sequence(try reader.read())
    case 2: self = .mapping(try reader.read())
    default: throw RecordError()
    }
  }
}

extension YAMLNode: Recordable {
  package func write(to writer: inout RecordWriter) {
    writer.write(content)
    writer.write(range)
    writer.write(tag)
  }
  package init(from reader: inout RecordReader) throws(RecordError) {
    content = try reader.read()
    range = try reader.read()
    tag = try reader.read()
  }
}

extension YAMLPair: Recordable {
  package func write(to writer: inout RecordWriter) {
    writer.write(key)
    writer.write(value)
  }
  package init(from reader: inout RecordReader) throws(RecordError) {
    key = try reader.read()
    value = try reader.read()
  }
}
