internal import Bytes

extension Unicode.Scalar {
  /// The scalar, or a replacement where a terminal, a log or a page would act on it instead of showing it.
  ///
  /// A tab becomes a space; other C0 control characters are pictures, as U+241B for escape; C1 control characters
  /// and those that turn the direction of writing or end a line are U+FFFD.
  var shown: Unicode.Scalar {
    switch value {
    case 0x09: " "
    case 0..<0x20: picture ?? "\u{FFFD}"
    case 0x7F...0x9F, 0x061C, 0x200E, 0x200F, 0x2028...0x202E, 0x2066...0x2069: "\u{FFFD}"
    default: self
    }
  }
}

extension String {
  /// The text on one line, without anything that moves a cursor, starts a new line or reverses the text.
  ///
  /// Titles and names in findings are an author's words: an escape code in them must not reach a terminal.
  package var plainLine: String {
    // Nearly every text is printable ASCII, which is asked of all bytes at once.
    if utf8.allSatisfy({ $0 >= 0x20 && $0 < 0x7F }) { return self }
    guard unicodeScalars.contains(where: { $0 != $0.shown }) else { return self }
    return String(UnicodeScalarView(unicodeScalars.map(\.shown)))
  }

  /// A plain line that no CI runner takes for a command.
  ///
  /// Runners read commands from the output of any program: `::name::` at the start of a line (GitHub
  /// Actions), `##[name]` and `##vso[name]` anywhere in it (Azure Pipelines and older GitHub runners). A
  /// word joiner, which shows as nothing, goes between the two signs.
  package var inertLine: String {
    var line = plainLine
    if line.utf8.contains(UInt8(ascii: "#")) {
      line = line.replacing("##[", with: "#\u{2060}#[").replacing("##v", with: "#\u{2060}#v")
    }
    guard line.utf8.contains(UInt8(ascii: ":")) else { return line }
    let start = line.prefix { $0 == " " }.endIndex
    guard line[start...].hasPrefix("::") else { return line }
    return line[..<start] + ":\u{2060}" + line[line.index(after: start)...]
  }
}
