package import Bytes

extension Suppression: Recordable {
  package func write(to writer: inout RecordWriter) {
    writer.write(path)
    writer.write(code)
    writer.write(lines)
    writer.write(written)
    writer.write(range)
  }
  package init(from reader: inout RecordReader) throws(RecordError) {
    path = try reader.read()
    code = try reader.read()
    lines = try reader.read()
    written = try reader.read()
    range = try reader.read()
  }
}

extension SuppressionReading: Recordable {
  package func write(to writer: inout RecordWriter) {
    writer.write(suppressions)
    writer.write(diagnostics)
  }
  package init(from reader: inout RecordReader) throws(RecordError) {
    suppressions = try reader.read()
    diagnostics = try reader.read()
  }
}
