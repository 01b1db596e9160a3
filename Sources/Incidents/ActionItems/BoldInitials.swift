internal import Bytes
internal import Diagnostics

extension ActionItem {
  /// Takes two or three bold capital letters before or after an item as its owner: "**AQ** cap the pool",
  /// "cap the pool (**AQ**)".
  ///
  /// Only bold type counts, which the plain text of an item no longer shows: "DNS entries expire" begins
  /// with capitals too. An owner written in another way is kept.
  mutating func takeBoldInitials(in file: SourceFile) {
    guard owner == nil, (1...file.lineCount).contains(line),
      let initials = BoldInitials.first(in: file.bytes[file.offsets(ofLine: line)])
    else { return }
    if title.hasPrefix(initials) {
      let rest = title.dropFirst(initials.count)
      guard let next = rest.first, " :-–—,".contains(next) else { return }
      title = String(rest.drop { " :-–—,".contains($0) })
    } else if title.hasSuffix(initials) || title.hasSuffix("(\(initials))") {
      let isBracketed = title.last == ")"
      title.removeLast(initials.count + (isBracketed ? 2 : 0))
      while let last = title.last, " :-–—,".contains(last) { title.removeLast() }
    } else {
      return
    }
    owner = initials
  }
}

private enum BoldInitials {
  /// The first piece of a line that is two or three capitals between `**` or `__`, with or without a colon
  /// before the closing marks.
  static func first(in line: ArraySlice<UInt8>) -> String? {
    var index = line.startIndex
    while let open = line[index...].firstIndex(where: { $0 == 0x2A || $0 == 0x5F }) {
      let rest = line[open...]
      let mark = [line[open], line[open]]
      guard rest.starts(with: mark) else {
        index = open + 1
        continue
      }
      let letters = rest.dropFirst(2).prefix { $0.isUppercase }
      var end = line[letters.endIndex...]
      if end.first == UInt8(ascii: ":") { end = end.dropFirst() }
      if (2...3).contains(letters.count), end.starts(with: mark) {
        return String(decoding: letters, as: UTF8.self)
      }
      index = open + 2
    }
    return nil
  }
}
