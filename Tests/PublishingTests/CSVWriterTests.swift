import Publishing
import Testing

@Suite struct CSVWriterTests {
  @Test(arguments: [
    ("checkout-api", "checkout-api"), ("", ""), ("checkout, search", "\"checkout, search\""),
    ("the \"pool\" job", "\"the \"\"pool\"\" job\""), ("two\nlines", "\"two\nlines\""),
    ("two\r\nlines", "\"two\r\nlines\""), ("a;b", "\"a;b\""), ("a\tb", "\"a\tb\""),
    (" in spaces ", "\" in spaces \""), ("Größe 大", "Größe 大"),
  ])
  func quotesWhatWouldPartACell(text: String, written: String) {
    #expect(row(.text(text), .text("end")) == "\(written),end\r\n")
  }

  @Test(arguments: [
    ("=1+1", "'=1+1"), ("+49 30 1", "'+49 30 1"), ("-1", "'-1"), ("@ada", "'@ada"),
    ("\t=1", "\"'\t=1\""), ("\r=1", "\"'\r=1\""),
    ("=LINK(\"a\",\"b\")", "\"'=LINK(\"\"a\"\",\"\"b\"\")\""), ("1-2", "1-2"), ("a=b", "a=b"),
  ])
  func writesNoFormula(text: String, written: String) {
    #expect(row(.text(text), .text("end")) == "\(written),end\r\n")
  }

  @Test func keepsNumbersAndLeavesOutWhatIsUnknown() {
    #expect(row(.number(-3), .optional(nil as String?)) == "-3,\r\n")
    #expect(row(.optional(nil as Int?), .optional("2026-01-10")) == ",2026-01-10\r\n")
    #expect(row(.empty, .optional(8)) == ",8\r\n")
  }

  @Test(arguments: [CSVWriter.Cell.empty, .text("")])
  func writesARowOfOneEmptyCell(cell: CSVWriter.Cell) {
    var writer = CSVWriter(columns: ["id"])
    writer.row([cell])
    #expect(String(decoding: writer.bytes, as: UTF8.self) == "id\r\n\"\"\r\n")
  }

  /// A row below a line of two columns.
  private func row(_ cells: CSVWriter.Cell...) -> String {
    var writer = CSVWriter(columns: ["a", "b"])
    writer.row(cells)
    let written = String(decoding: writer.bytes, as: UTF8.self)
    #expect(written.hasPrefix("a,b\r\n"))
    return String(written.utf8.dropFirst(5)) ?? ""
  }
}
