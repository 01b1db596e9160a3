package import Bytes

extension TitleHeading: Recordable {
  package func write(to writer: inout RecordWriter) {
    writer.write(line)
    writer.write(anchor)
  }
  package init(from reader: inout RecordReader) throws(RecordError) {
    line = try reader.read()
    anchor = try reader.read()
  }
}
