package import Bytes

extension SourceLocation: Recordable {
  package func write(to writer: inout RecordWriter) {
    writer.write(line)
    writer.write(column)
  }
  package init(from reader: inout RecordReader) throws(RecordError) {
    line = try reader.read()
    column = try reader.read()
  }
}

extension Level: Recordable {}

extension Excerpt: Recordable {
  package func write(to writer: inout RecordWriter) {
    writer.write(line)
    writer.write(indent)
    writer.write(width)
    writer.write(lineHash)
    writer.write(columns)
  }
  package init(from reader: inout RecordReader) throws(RecordError) {
    line = try reader.read()
    indent = try reader.read()
    width = try reader.read()
    lineHash = try reader.read()
    columns = try reader.read()
  }
}

extension Diagnostic: Recordable {
  package func write(to writer: inout RecordWriter) {
    writer.write(code)
    writer.write(level)
    writer.write(path)
    writer.write(range)
    writer.write(message)
    writer.write(help)
    writer.write(isAboutDocument)
    writer.write(excerpt)
  }
  package init(from reader: inout RecordReader) throws(RecordError) {
    code = try reader.read()
    level = try reader.read()
    path = try reader.read()
    range = try reader.read()
    message = try reader.read()
    help = try reader.read()
    isAboutDocument = try reader.read()
    excerpt = try reader.read()
  }
}
