package import Bytes

extension Field: Recordable where Value: Recordable {
  package func write(to writer: inout RecordWriter) {
    writer.write(written)
    writer.write(range)
    writer.write(value)
  }
  package init(from reader: inout RecordReader) throws(RecordError) {
    written = try reader.read()
    range = try reader.read()
    value = try reader.read()
  }
}

extension Visibility: Recordable {}
