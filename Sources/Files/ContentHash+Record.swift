package import Bytes

extension ContentHash: Recordable {
  package func write(to writer: inout RecordWriter) {
    writer.write(high)
    writer.write(low)
  }
  package init(from reader: inout RecordReader) throws(RecordError) {
    high = try reader.read()
    low = try reader.read()
  }
}
