package import Bytes

extension DecisionTree.Target: Recordable {
  package func write(to writer: inout RecordWriter) {
    switch self {
    case .leaf(let text):
      writer.write(0)
      writer.write(text)
    case .question(let index):
      writer.write(1)
      writer.write(index)
    }
  }
  package init(from reader: inout RecordReader) throws(RecordError) {
    switch try reader.int() {
    case 0: self = .leaf(try reader.read())
    case 1: self = .question(try reader.read())
    default: throw RecordError()
    }
  }
}

extension DecisionTree.Answer: Recordable {
  package func write(to writer: inout RecordWriter) {
    writer.write(label)
    writer.write(text)
    writer.write(target)
    writer.write(destination)
    writer.write(line)
  }
  package init(from reader: inout RecordReader) throws(RecordError) {
    label = try reader.read()
    text = try reader.read()
    target = try reader.read()
    destination = try reader.read()
    line = try reader.read()
  }
}

extension DecisionTree.Question: Recordable {
  package func write(to writer: inout RecordWriter) {
    writer.write(text)
    writer.write(answers)
    writer.write(line)
  }
  package init(from reader: inout RecordReader) throws(RecordError) {
    text = try reader.read()
    answers = try reader.read()
    line = try reader.read()
  }
}

extension DecisionTree: Recordable {
  package func write(to writer: inout RecordWriter) {
    writer.write(title)
    writer.write(anchor)
    writer.write(line)
    writer.write(questions)
  }
  package init(from reader: inout RecordReader) throws(RecordError) {
    title = try reader.read()
    anchor = try reader.read()
    line = try reader.read()
    questions = try reader.read()
  }
}
