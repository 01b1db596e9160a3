internal import Diagnostics

/// The problem at which libyaml gives up, with byte offsets into the file.
struct SyntaxProblem: Error {
  var problem: String
  /// What libyaml was doing: "while scanning a quoted scalar".
  var context: String
  var offset: Int
  /// Where that began.
  var contextOffset: Int

  /// The problem in the words of somebody who writes front matter, not of somebody who wrote a parser.
  func diagnostic(in file: SourceFile) -> Diagnostic {
    let finding = finding(in: file)
    return Diagnostic(
      code: "BS010", level: .error, path: file.path, range: file.range(of: finding.offsets),
      message: finding.message, help: finding.help)
  }

  private func finding(in file: SourceFile) -> Finding {
    let here = file.character(at: offset)
    let byte = here.first.map { file.bytes[$0] }
    switch problem {
    case "mapping values are not allowed in this context":
      return secondColon(at: here, in: file)
    case "found character that cannot start any token" where byte != 0x09:
      return Finding(
        here, "a value cannot start with '\(file.text(here))'", help: Finding.quoteIt)
    case "found character that cannot start any token",
      "found a tab character that violates indentation",
      "found a tab character where an indentation space is expected":
      return Finding(here, "a tab is used as indentation", help: "use spaces")
    case "could not find expected ':'":
      return Finding(
        file.line(at: contextOffset), "this line is not a 'key: value' pair",
        help: "add ':' and a space after the key, or indent the line to continue the one above")
    case "did not find expected key": return expectedKey(at: here, in: file)
    case "did not find expected '-' indicator":
      return Finding(
        file.line(at: offset), "this line does not belong to the list above",
        help: "start it with '- ', or indent it below the item it belongs to")
    case "block sequence entries are not allowed in this context":
      return Finding(
        here, "a list cannot start on the line of its key",
        help: "start the list on the next line, or put the value in double quotes")
    case "found unexpected end of stream", "found unexpected document indicator":
      return unclosedQuote(in: file)
    case "did not find expected ',' or ']'", "did not find expected ',' or '}'":
      return unclosedBracket(in: file)
    case "did not find expected node content":
      return Finding(
        here, "'\(file.text(here))' is not a value",
        help: "write the value, or put the whole text in double quotes")
    case "did not find expected alphabetic or numeric character", "found undefined tag handle",
      "did not find the expected '>'":
      let start = file.character(at: contextOffset)
      return Finding(
        start, "a value cannot start with '\(file.text(start))' unless it is quoted",
        help: Finding.quoteIt)
    case "found unknown escape character", "did not find expected hexdecimal number",
      "found invalid Unicode character escape code":
      return Finding(
        here, "'\\' starts an escape that does not exist",
        help: "write '\\\\' for a backslash, or use single quotes")
    default: return rareFinding(at: here, in: file)
    }
  }

  private func rareFinding(at here: Range<Int>, in file: SourceFile) -> Finding {
    switch problem {
    case "did not find expected <document start>":
      return Finding(
        file.line(at: offset), "this line follows the end of the YAML document",
        help: "move it above, or indent it to continue the line above")
    case "mapping keys are not allowed in this context":
      return Finding(here, "a '?' starts a key where no key is allowed", help: Finding.quoteIt)
    case "did not find expected comment or line break":
      return Finding(
        here, "only a comment may follow '|' or '>'", help: "start the text on the next line")
    case "control characters are not allowed":
      return Finding(here, "a control character is in the text", help: "remove it")
    case _ where problem.contains("UTF-8") || problem == "invalid Unicode character":
      return Finding(here, "these bytes are not UTF-8", help: "save the file as UTF-8")
    case _ where context == "while scanning a directive" || problem.contains("directive"):
      return Finding(
        file.line(at: contextOffset), "a line that starts with '%' is a YAML directive",
        help: "remove it, or put the value in double quotes")
    default: return Finding(here, "this is not valid YAML: \(problem)", help: Finding.quoteIt)
    }
  }

  /// `title: a: b`, or a key that is deeper than the line before allows.
  private func secondColon(at here: Range<Int>, in file: SourceFile) -> Finding {
    let before = file.bytes[file.line(at: offset).lowerBound..<here.lowerBound]
    guard before.contains(0x3A) else {
      return Finding(
        file.line(at: offset), "this key is indented below a line that already has a value",
        help: "indent it like the keys above")
    }
    return Finding(
      here, "a second ': ' is in a value without quotes", help: "put the value in double quotes")
  }

  /// Text after a closing quote, a list item among keys, or indentation that fits nothing.
  private func expectedKey(at here: Range<Int>, in file: SourceFile) -> Finding {
    let line = file.line(at: offset)
    if line.lowerBound < here.lowerBound {
      return Finding(
        here.lowerBound..<line.upperBound, "text follows the end of the value",
        help: "put the whole value in quotes, and write a quote inside it twice")
    }
    if here.first.map({ file.bytes[$0] }) == 0x2D {
      return Finding(
        line, "a list item is where a key is expected",
        help: "put the list below a key without a value")
    }
    return Finding(
      line, "the indentation of this line matches no line above",
      help: "indent it like the keys that it belongs with")
  }

  private func unclosedQuote(in file: SourceFile) -> Finding {
    let quote = file.character(at: contextOffset)
    return Finding(
      quote, "the quote \(file.text(quote)) is not closed",
      help: "add the same quote at the end of the value")
  }

  private func unclosedBracket(in file: SourceFile) -> Finding {
    let bracket = file.character(at: contextOffset)
    let closing = file.text(bracket) == "[" ? "]" : "}"
    return Finding(
      bracket, "'\(file.text(bracket))' is not closed",
      help: "add '\(closing)', with ',' between the items, or put the value in double quotes")
  }
}

/// The parts of a diagnostic that depend on the problem.
private struct Finding {
  static let quoteIt = "put the value in double quotes"

  let offsets: Range<Int>
  let message: String
  let help: String

  init(_ offsets: Range<Int>, _ message: String, help: String) {
    self.offsets = offsets
    self.message = message
    self.help = help
  }
}

extension SourceFile {
  /// The bytes of the character at an offset; empty at the end of the file.
  fileprivate func character(at offset: Int) -> Range<Int> {
    guard offset < bytes.count else { return bytes.count..<bytes.count }
    var end = offset + 1
    while end < bytes.count, end < offset + 4, bytes[end] & 0xC0 == 0x80 { end += 1 }
    return offset..<end
  }

  /// The line at an offset without the white space around its text.
  fileprivate func line(at offset: Int) -> Range<Int> {
    let line = location(ofOffset: min(offset, max(0, bytes.count - 1))).line
    let range = range(ofLine: line)
    let start = lineStarts[line - 1] - 1
    return start + range.lowerBound.column..<start + range.upperBound.column
  }

  fileprivate func text(_ offsets: Range<Int>) -> String {
    String(decoding: bytes[offsets], as: UTF8.self)
  }
}
