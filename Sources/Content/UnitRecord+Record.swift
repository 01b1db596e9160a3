internal import Bytes
internal import Checklist
internal import Diagnostics
internal import Incidents
internal import Learning
internal import Runbooks

/// The record of one unit, without the hashes of its files, which name it.
extension UnitRecord: Recordable {
  /// - Precondition: There are no masks: a mask holds the start of a secret, and the texts beside it may hold all
  ///   of it, so such a record is never kept.
  func write(to writer: inout RecordWriter) {
    precondition(masks.isEmpty, "a secret is not kept")
    writer.write(incidents)
    writer.write(runbooks)
    writer.write(pages)
    writer.write(words)
    writer.write(findings)
    writer.write(suppressions)
    writer.write(quotes)
    writer.write(withheld)
  }

  init(from reader: inout RecordReader) throws(RecordError) {
    incidents = try reader.read()
    runbooks = try reader.read()
    pages = try reader.read()
    words = try reader.read()
    findings = try reader.read()
    suppressions = try reader.read()
    quotes = try reader.read()
    withheld = try reader.read()
  }
}
