package import Bytes

extension Phase: Recordable {
  package func write(to writer: inout RecordWriter) {
    writer.write(number)
    writer.write(name)
    writer.write(window)
    writer.write(line)
    writer.write(anchor)
  }
  package init(from reader: inout RecordReader) throws(RecordError) {
    number = try reader.read()
    name = try reader.read()
    window = try reader.read()
    line = try reader.read()
    anchor = try reader.read()
  }
}

extension ChecklistItem: Recordable {
  package func write(to writer: inout RecordWriter) {
    writer.write(text)
    writer.write(isDone)
    writer.write(line)
  }
  package init(from reader: inout RecordReader) throws(RecordError) {
    text = try reader.read()
    isDone = try reader.read()
    line = try reader.read()
  }
}

extension LearningQuestion: Recordable {
  package func write(to writer: inout RecordWriter) {
    writer.write(text)
    writer.write(line)
  }
  package init(from reader: inout RecordReader) throws(RecordError) {
    text = try reader.read()
    line = try reader.read()
  }
}

extension ResponsePolicy.Rule: Recordable {}

extension ResponsePolicy.Source: Recordable {
  package func write(to writer: inout RecordWriter) {
    switch self {
    case .standard: writer.write(0)
    case .stated(let path, let line):
      writer.write(1)
      writer.write(path)
      writer.write(line)
    }
  }
  package init(from reader: inout RecordReader) throws(RecordError) {
    switch try reader.int() {
    case 0: self = .standard
    case 1: self = .stated(path: try reader.read(), line: try reader.read())
    default: throw RecordError()
    }
  }
}

extension ResponsePolicy.Statement: Recordable {
  package func write(to writer: inout RecordWriter) {
    writer.write(rule)
    writer.write(window)
    writer.write(source)
  }
  package init(from reader: inout RecordReader) throws(RecordError) {
    rule = try reader.read()
    window = try reader.read()
    source = try reader.read()
  }
}

extension ResponsePolicy: Recordable {
  package func write(to writer: inout RecordWriter) {
    writer.write(stated)
  }
  package init(from reader: inout RecordReader) throws(RecordError) {
    stated = try reader.read()
  }
}
