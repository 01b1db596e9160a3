package import Bytes

extension PageMention.Subject: Recordable {
  package func write(to writer: inout RecordWriter) {
    switch self {
    case .link(let destination):
      writer.write(0)
      writer.write(destination)
    case .playbook(let path):
      writer.write(1)
      writer.write(path)
    case .named(let before, let after):
      writer.write(2)
      writer.write(before)
      writer.write(after)
    }
  }
  package init(from reader: inout RecordReader) throws(RecordError) {
    switch try reader.int() {
    case 0: self = .link(destination: try reader.read())
    case 1: self = .playbook(try reader.read())
    case 2: self = .named(before: try reader.read(), after: try reader.read())
    default: throw RecordError()
    }
  }
}

extension PageMention: Recordable {
  package func write(to writer: inout RecordWriter) {
    writer.write(subject)
    writer.write(path)
    writer.write(line)
    writer.write(moment)
    writer.write(text)
  }
  package init(from reader: inout RecordReader) throws(RecordError) {
    subject = try reader.read()
    path = try reader.read()
    line = try reader.read()
    moment = try reader.read()
    text = try reader.read()
  }
}
