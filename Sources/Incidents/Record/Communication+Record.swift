package import Bytes

extension Communication.Audience: Recordable {}
extension IncidentStatus: Recordable {}

extension Communication: Recordable {
  package func write(to writer: inout RecordWriter) {
    writer.write(line)
    writer.write(moment)
    writer.write(audience)
    writer.write(channel)
    writer.write(status)
  }
  package init(from reader: inout RecordReader) throws(RecordError) {
    line = try reader.read()
    moment = try reader.read()
    audience = try reader.read()
    channel = try reader.read()
    status = try reader.read()
  }
}

extension UpdateGap: Recordable {
  package func write(to writer: inout RecordWriter) {
    writer.write(minutes)
    writer.write(line)
  }
  package init(from reader: inout RecordReader) throws(RecordError) {
    minutes = try reader.read()
    line = try reader.read()
  }
}

extension CustomerImpact: Recordable {
  package func write(to writer: inout RecordWriter) {
    writer.write(isAffected)
    writer.write(line)
  }
  package init(from reader: inout RecordReader) throws(RecordError) {
    isAffected = try reader.read()
    line = try reader.read()
  }
}
