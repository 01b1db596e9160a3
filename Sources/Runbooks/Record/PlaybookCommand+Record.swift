package import Bytes

extension PlaybookCommand.Argument: Recordable {
  package func write(to writer: inout RecordWriter) {
    writer.write(text)
    writer.write(range)
  }
  package init(from reader: inout RecordReader) throws(RecordError) {
    text = try reader.read()
    range = try reader.read()
  }
}

extension PlaybookCommand.Variable: Recordable {
  package func write(to writer: inout RecordWriter) {
    writer.write(name)
    writer.write(value)
    writer.write(range)
    writer.write(valueRange)
  }
  package init(from reader: inout RecordReader) throws(RecordError) {
    name = try reader.read()
    value = try reader.read()
    range = try reader.read()
    valueRange = try reader.read()
  }
}

extension PlaybookCommand.Flag: Recordable {
  package func write(to writer: inout RecordWriter) {
    writer.write(name)
    writer.write(value)
    writer.write(range)
    writer.write(valueRange)
  }
  package init(from reader: inout RecordReader) throws(RecordError) {
    name = try reader.read()
    value = try reader.read()
    range = try reader.read()
    valueRange = try reader.read()
  }
}

extension PlaybookCommand: Recordable {
  package func write(to writer: inout RecordWriter) {
    writer.write(line)
    writer.write(program)
    writer.write(playbooks)
    writer.write(inventories)
    writer.write(extraVariables)
    writer.write(variableFiles)
    writer.write(flags)
    writer.write(text)
  }
  package init(from reader: inout RecordReader) throws(RecordError) {
    line = try reader.read()
    program = try reader.read()
    playbooks = try reader.read()
    inventories = try reader.read()
    extraVariables = try reader.read()
    variableFiles = try reader.read()
    flags = try reader.read()
    text = try reader.read()
  }
}

extension ShellScript.Line: Recordable {
  package func write(to writer: inout RecordWriter) {
    writer.write(text)
    writer.write(start)
  }
  package init(from reader: inout RecordReader) throws(RecordError) {
    text = try reader.read()
    start = try reader.read()
  }
}

extension ShellScript: Recordable {
  package func write(to writer: inout RecordWriter) { writer.write(lines) }
  package init(from reader: inout RecordReader) throws(RecordError) {
    self.init(lines: try reader.read())
  }
}
