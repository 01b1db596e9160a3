package import Bytes

extension PageFacts.InternalLink: Recordable {
  package func write(to writer: inout RecordWriter) {
    writer.write(destination)
    writer.write(isImage)
    writer.write(range)
  }
  package init(from reader: inout RecordReader) throws(RecordError) {
    destination = try reader.read()
    isImage = try reader.read()
    range = try reader.read()
  }
}

extension PageFacts: Recordable {
  package func write(to writer: inout RecordWriter) {
    writer.write(path)
    writer.write(links)
    writer.write(anchors)
    writer.write(ids)
  }
  package init(from reader: inout RecordReader) throws(RecordError) {
    path = try reader.read()
    links = try reader.read()
    anchors = try reader.read()
    ids = try reader.read()
  }
}
