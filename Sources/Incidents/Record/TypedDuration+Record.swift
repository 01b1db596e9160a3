package import Bytes

extension TypedDuration.Subject: Recordable {}

extension TypedDuration: Recordable {
  package func write(to writer: inout RecordWriter) {
    writer.write(subject)
    writer.write(label)
    writer.write(minutes)
    writer.write(isApproximate)
    writer.write(countsWorkingHours)
    writer.write(line)
    writer.write(written)
  }
  package init(from reader: inout RecordReader) throws(RecordError) {
    self.init(
      subject: try reader.read(), label: try reader.read(), minutes: try reader.read(),
      isApproximate: try reader.read(), countsWorkingHours: try reader.read(),
      line: try reader.read(), written: try reader.read())
  }
}
