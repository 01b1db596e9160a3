package import Bytes

extension TimelineEntry.Precision: Recordable {}

extension TimelineEntry: Recordable {
  package func write(to writer: inout RecordWriter) {
    writer.write(line)
    writer.write(written)
    writer.write(moment)
    writer.write(day)
    writer.write(until)
    writer.write(precision)
    writer.write(isLabelled)
    writer.write(text)
  }
  package init(from reader: inout RecordReader) throws(RecordError) {
    line = try reader.read()
    written = try reader.read()
    moment = try reader.read()
    day = try reader.read()
    until = try reader.read()
    precision = try reader.read()
    isLabelled = try reader.read()
    text = try reader.read()
  }
}

extension TimelineRemark.Subject: Recordable {
  package func write(to writer: inout RecordWriter) {
    switch self {
    case .sharedZone: writer.write(0)
    case .wrongOffset(let own):
      writer.write(1)
      writer.write(own)
    case .undecidedDate: writer.write(2)
    case .zone(let doubt, let offset):
      writer.write(3)
      writer.write(doubt)
      writer.write(offset)
    }
  }
  package init(from reader: inout RecordReader) throws(RecordError) {
    switch try reader.int() {
    case 0: self = .sharedZone
    case 1: self = .wrongOffset(own: try reader.read())
    case 2: self = .undecidedDate
    case 3: self = .zone(try reader.read(), offset: try reader.read())
    default: throw RecordError()
    }
  }
}

extension TimelineRemark: Recordable {
  package func write(to writer: inout RecordWriter) {
    writer.write(subject)
    writer.write(line)
    writer.write(written)
    writer.write(clock)
  }
  package init(from reader: inout RecordReader) throws(RecordError) {
    subject = try reader.read()
    line = try reader.read()
    written = try reader.read()
    clock = try reader.read()
  }
}

extension Timeline: Recordable {
  package func write(to writer: inout RecordWriter) {
    writer.write(path)
    writer.write(line)
    writer.write(lines)
    writer.write(zone)
    writer.write(day)
    writer.write(dateOrder)
    writer.write(entries)
    writer.write(count)
    writer.write(isNewestFirst)
    writer.write(remarks)
    writer.write(recap)
    writer.write(unread)
    writer.write(dayLines)
  }
  package init(from reader: inout RecordReader) throws(RecordError) {
    path = try reader.read()
    line = try reader.read()
    lines = try reader.read()
    zone = try reader.read()
    day = try reader.read()
    dateOrder = try reader.read()
    entries = try reader.read()
    count = try reader.read()
    isNewestFirst = try reader.read()
    remarks = try reader.read()
    recap = try reader.read()
    unread = try reader.read()
    dayLines = try reader.read()
  }
}

extension Milestone: Recordable {}

extension MilestoneMark.Basis: Recordable {}

extension MilestoneMark: Recordable {
  package func write(to writer: inout RecordWriter) {
    writer.write(moment)
    writer.write(path)
    writer.write(line)
    writer.write(basis)
  }
  package init(from reader: inout RecordReader) throws(RecordError) {
    moment = try reader.read()
    path = try reader.read()
    line = try reader.read()
    basis = try reader.read()
  }
}

extension Milestones: Recordable {
  package func write(to writer: inout RecordWriter) {
    for milestone in Milestone.allCases { writer.write(self[milestone]) }
  }
  package init(from reader: inout RecordReader) throws(RecordError) {
    self.init()
    for milestone in Milestone.allCases { self[milestone] = try reader.read() }
  }
}
