package import Bytes

extension SectionKind: Recordable {}

extension Section.Content: Recordable {
  package func write(to writer: inout RecordWriter) {
    switch self {
    case .written: writer.write(0)
    case .empty: writer.write(1)
    case .placeholder(let line, let text):
      writer.write(2)
      writer.write(line)
      writer.write(text)
    }
  }
  package init(from reader: inout RecordReader) throws(RecordError) {
    switch try reader.int() {
    case 0: self = .written
    case 1: self = .empty
    case 2: self = .placeholder(line: try reader.read(), text: try reader.read())
    default: throw RecordError()
    }
  }
}

extension Section: Recordable {
  package func write(to writer: inout RecordWriter) {
    writer.write(kind)
    writer.write(otherKinds)
    writer.write(isMinor)
    writer.write(isInferred)
    writer.write(heading)
    writer.write(level)
    writer.write(line)
    writer.write(lines)
    writer.write(anchor)
    writer.write(content)
    writer.write(isNested)
    writer.write(isHeld)
  }
  package init(from reader: inout RecordReader) throws(RecordError) {
    kind = try reader.read()
    otherKinds = try reader.read()
    isMinor = try reader.read()
    isInferred = try reader.read()
    heading = try reader.read()
    level = try reader.read()
    line = try reader.read()
    lines = try reader.read()
    anchor = try reader.read()
    content = try reader.read()
    isNested = try reader.read()
    isHeld = try reader.read()
  }
}

extension UnmarkedHeading.Form: Recordable {}

extension UnmarkedHeading: Recordable {
  package func write(to writer: inout RecordWriter) {
    writer.write(kind)
    writer.write(line)
    writer.write(words)
    writer.write(form)
  }
  package init(from reader: inout RecordReader) throws(RecordError) {
    kind = try reader.read()
    line = try reader.read()
    words = try reader.read()
    form = try reader.read()
  }
}

extension ActionItem.State: Recordable {}

extension ActionItem: Recordable {
  package func write(to writer: inout RecordWriter) {
    writer.write(line)
    writer.write(title)
    writer.write(owner)
    writer.write(dueWritten)
    writer.write(due)
    writer.write(link)
    writer.write(linkText)
    writer.write(kind)
    writer.write(state)
  }
  package init(from reader: inout RecordReader) throws(RecordError) {
    line = try reader.read()
    title = try reader.read()
    owner = try reader.read()
    dueWritten = try reader.read()
    due = try reader.read()
    link = try reader.read()
    linkText = try reader.read()
    kind = try reader.read()
    state = try reader.read()
  }
}
