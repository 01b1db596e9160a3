package import Bytes

extension CommunicationMatrix.Column: Recordable {
  package func write(to writer: inout RecordWriter) {
    writer.write(title)
    writer.write(column)
  }
  package init(from reader: inout RecordReader) throws(RecordError) {
    title = try reader.read()
    column = try reader.read()
  }
}

extension CommunicationMatrix.Row: Recordable {
  package func write(to writer: inout RecordWriter) {
    writer.write(severity)
    writer.write(name)
    writer.write(cells)
    writer.write(line)
  }
  package init(from reader: inout RecordReader) throws(RecordError) {
    severity = try reader.read()
    name = try reader.read()
    cells = try reader.read()
    line = try reader.read()
  }
}

extension CommunicationMatrix: Recordable {
  package func write(to writer: inout RecordWriter) {
    writer.write(line)
    writer.write(anchor)
    writer.write(corner)
    writer.write(columns)
    writer.write(rows)
  }
  package init(from reader: inout RecordReader) throws(RecordError) {
    line = try reader.read()
    anchor = try reader.read()
    corner = try reader.read()
    columns = try reader.read()
    rows = try reader.read()
  }
}

extension Contact: Recordable {
  package func write(to writer: inout RecordWriter) {
    writer.write(handle)
    writer.write(meaning)
    writer.write(line)
  }
  package init(from reader: inout RecordReader) throws(RecordError) {
    handle = try reader.read()
    meaning = try reader.read()
    line = try reader.read()
  }
}

extension Tool: Recordable {
  package func write(to writer: inout RecordWriter) {
    writer.write(name)
    writer.write(value)
    writer.write(destination)
    writer.write(line)
  }
  package init(from reader: inout RecordReader) throws(RecordError) {
    name = try reader.read()
    value = try reader.read()
    destination = try reader.read()
    line = try reader.read()
  }
}

extension UpdateTemplate.Kind: Recordable {}

extension UpdateTemplate.Field: Recordable {
  package func write(to writer: inout RecordWriter) {
    writer.write(text)
    writer.write(offsets)
    writer.write(line)
  }
  package init(from reader: inout RecordReader) throws(RecordError) {
    text = try reader.read()
    offsets = try reader.read()
    line = try reader.read()
  }
}

extension UpdateTemplate: Recordable {
  package func write(to writer: inout RecordWriter) {
    writer.write(kind)
    writer.write(text)
    writer.write(fields)
    writer.write(line)
  }
  package init(from reader: inout RecordReader) throws(RecordError) {
    kind = try reader.read()
    text = try reader.read()
    fields = try reader.read()
    line = try reader.read()
  }
}
