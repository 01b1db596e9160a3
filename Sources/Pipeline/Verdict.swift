package import Bytes

/// What a run told, ready to be told again.
package struct Verdict: Hashable, Sendable {
  /// A text in which some places say how long the run took.
  package struct TimedText: Hashable, Sendable {
    /// The seconds stand between them.
    private var pieces: [String]

    package init(_ pieces: String...) { self.pieces = pieces }

    private init(pieces: [String]) { self.pieces = pieces }

    package func text(seconds: String) -> String { pieces.joined(separator: seconds) }

    package static func += (left: inout Self, right: Self) {
      let seam = (left.pieces.popLast() ?? "") + (right.pieces.first ?? "")
      left.pieces += [seam] + right.pieces.dropFirst()
    }
  }

  package var exitCode: Int
  /// For standard output.
  package var output: [UInt8] = []
  /// For standard error.
  package var errors = TimedText()
  /// For the page of the CI run.
  package var jobSummary = TimedText()

  package init(exitCode: Int) { self.exitCode = exitCode }
}

extension Verdict: Recordable {
  package func write(to writer: inout RecordWriter) {
    writer.write(exitCode)
    writer.write(bytes: output)
    writer.write(errors)
    writer.write(jobSummary)
  }

  package init(from reader: inout RecordReader) throws(RecordError) {
    self.init(exitCode: try reader.int())
    output = try reader.byteArray()
    errors = try TimedText(from: &reader)
    jobSummary = try TimedText(from: &reader)
  }
}

extension Verdict.TimedText: Recordable {
  package func write(to writer: inout RecordWriter) { writer.write(pieces) }

  package init(from reader: inout RecordReader) throws(RecordError) {
    self.init(pieces: try [String](from: &reader))
  }
}
