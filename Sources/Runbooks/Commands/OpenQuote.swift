/// Which shell quote is open at the end of what was scanned.
struct OpenQuote {
  enum End {
    case complete
    /// A backslash ends the line.
    case backslash
    case openQuote
  }

  /// `'` or `"`.
  private(set) var mark: UInt8?

  /// Scans one line; a comment at its end is ignored.
  mutating func scan(_ line: ArraySlice<UInt8>) -> End {
    var index = line.startIndex
    while index < line.endIndex {
      let byte = line[index]
      switch (byte, mark) {
      case (0x5C, nil), (0x5C, 0x22?):
        if index + 1 == line.endIndex { return .backslash }
        index += 1
      case (0x22, nil), (0x27, nil): mark = byte
      case (_, let open?) where byte == open: mark = nil
      case (0x23, nil) where index == line.startIndex || line[index - 1] == 0x20: return .complete
      default: break
      }
      index += 1
    }
    return mark == nil ? .complete : .openQuote
  }
}
