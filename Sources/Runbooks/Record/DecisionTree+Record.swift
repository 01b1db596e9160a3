package import Bytes

extension DecisionTree.Answer: Recordable {
  package func write(to writer: inout RecordWriter) {
    writer.write(label)
    writer.write(text)
    writer.write(outcome)
    writer.write(nested)
    writer.write(next)
    writer.write(decidesAlone)
    writer.write(leadsPast)
    writer.write(destination)
    writer.write(line)
  }
  package init(from reader: inout RecordReader) throws(RecordError) {
    label = try reader.read()
    text = try reader.read()
    outcome = try reader.read()
    nested = try reader.read()
    next = try reader.read()
    decidesAlone = try reader.read()
    leadsPast = try reader.read()
    destination = try reader.read()
    line = try reader.read()
  }
}

extension DecisionTree.Question: Recordable {
  package func write(to writer: inout RecordWriter) {
    writer.write(text)
    writer.write(answers)
    writer.write(depth)
    writer.write(line)
  }
  package init(from reader: inout RecordReader) throws(RecordError) {
    text = try reader.read()
    answers = try reader.read()
    depth = try reader.read()
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

extension OutcomeLead: Recordable {
  package func write(to writer: inout RecordWriter) {
    writer.write(outcome)
    writer.write(destination)
    writer.write(range)
    writer.write(destinationRange)
  }
  package init(from reader: inout RecordReader) throws(RecordError) {
    outcome = try reader.read()
    destination = try reader.read()
    range = try reader.read()
    destinationRange = try reader.read()
  }
}
