package import Bytes

extension TakenDecision.Answer: Recordable {
  package func write(to writer: inout RecordWriter) {
    writer.write(question)
    writer.write(label)
  }
  package init(from reader: inout RecordReader) throws(RecordError) {
    question = try reader.read()
    label = try reader.read()
  }
}

extension TakenDecision: Recordable {
  package func write(to writer: inout RecordWriter) {
    writer.write(tree)
    writer.write(answers)
    writer.write(moment)
    writer.write(line)
  }
  package init(from reader: inout RecordReader) throws(RecordError) {
    tree = try reader.read()
    answers = try reader.read()
    moment = try reader.read()
    line = try reader.read()
  }
}
