package import Bytes

extension Severity: Recordable {
  package func write(to writer: inout RecordWriter) {
    writer.write(name)
    writer.write(rank)
    writer.write(isMajor)
  }
  package init(from reader: inout RecordReader) throws(RecordError) {
    name = try reader.read()
    rank = try reader.read()
    isMajor = try reader.read()
  }
}

extension SeverityScale.Source: Recordable {
  package func write(to writer: inout RecordWriter) {
    switch self {
    case .standard: writer.write(0)
    case .settings: writer.write(1)
    case .stated(let path, let line):
      writer.write(2)
      writer.write(path)
      writer.write(line)
    }
  }
  package init(from reader: inout RecordReader) throws(RecordError) {
    switch try reader.int() {
    case 0: self = .standard
    case 1: self = .settings
    case 2: self = .stated(path: try reader.read(), line: try reader.read())
    default: throw RecordError()
    }
  }
}

extension SeverityWord: Recordable {
  package func write(to writer: inout RecordWriter) {
    writer.write(bytes)
    writer.write(severity)
  }
  package init(from reader: inout RecordReader) throws(RecordError) {
    bytes = try reader.read()
    severity = try reader.read()
  }
}

extension SeverityScale: Recordable {
  package func write(to writer: inout RecordWriter) {
    writer.write(severities)
    writer.write(source)
    writer.write(words)
  }
  package init(from reader: inout RecordReader) throws(RecordError) {
    severities = try reader.read()
    source = try reader.read()
    words = try reader.read()
  }
}
