package import Bytes

/// In one number, so that it takes three bytes.
extension CalendarDay: Recordable {
  package func write(to writer: inout RecordWriter) {
    writer.write(year << 9 | month << 5 | day)
  }
  package init(from reader: inout RecordReader) throws(RecordError) {
    let number = try reader.int()
    guard let day = CalendarDay(year: number >> 9, month: number >> 5 & 0xF, day: number & 0x1F)
    else { throw RecordError() }
    self = day
  }
}

extension Moment: Recordable {
  package func write(to writer: inout RecordWriter) {
    writer.write(written)
    writer.write(clock)
    writer.write(hasDay)
    writer.write(offset)
    writer.write(isApproximate)
  }
  package init(from reader: inout RecordReader) throws(RecordError) {
    written = try reader.read()
    clock = try reader.read()
    hasDay = try reader.read()
    offset = try reader.read()
    isApproximate = try reader.read()
  }
}

extension DateOrder: Recordable {}

extension ZoneName: Recordable {
  package func write(to writer: inout RecordWriter) {
    writer.write(offset)
    writer.write(place)
    writer.write(length)
    writer.write(written)
    writer.write(isShared)
    writer.write(contradicted)
  }
  package init(from reader: inout RecordReader) throws(RecordError) {
    offset = try reader.read()
    place = try reader.read()
    length = try reader.read()
    written = try reader.read()
    isShared = try reader.read()
    contradicted = try reader.read()
  }
}

extension ZoneOffset.Doubt: Recordable {
  package func write(to writer: inout RecordWriter) {
    switch self {
    case .twice(let isSecond):
      writer.write(0)
      writer.write(isSecond)
    case .skipped: writer.write(1)
    case .otherSeason(let own):
      writer.write(2)
      writer.write(own)
    case .unknown: writer.write(3)
    case .fixed: writer.write(4)
    }
  }
  package init(from reader: inout RecordReader) throws(RecordError) {
    switch try reader.int() {
    case 0: self = .twice(isSecond: try reader.read())
    case 1: self = .skipped
    case 2: self = .otherSeason(own: try reader.read())
    case 3: self = .unknown
    case 4: self = .fixed
    default: throw RecordError()
    }
  }
}
