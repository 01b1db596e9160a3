internal import Diagnostics

/// Command lines split into words as a shell does it, without expanding anything.
struct ShellWords {
  struct Letter: Hashable {
    var byte: UInt8
    var place: SourceLocation
  }

  /// A word without its quotes, and its place including them.
  struct Word: Hashable {
    var letters: [Letter] = []
    var range: SourceRange

    var text: String { String(decoding: letters.map(\.byte), as: UTF8.self) }
  }

  /// The words of each simple command: `;`, `&`, `|` and line breaks end a command.
  private(set) var commands: [[Word]] = []
  /// The place of an opening quote that is never closed.
  private(set) var unclosedQuote: SourceLocation?

  private var words: [Word] = []
  private var word: Word?
  /// Inside `$(…)` white space and operators are text.
  private var substitutions = 0

  private let hasOperators: Bool

  /// `hasOperators` is `false` for the value of an option, where `;` and `&` are text.
  init(_ letters: [Letter], hasOperators: Bool = true) {
    self.hasOperators = hasOperators
    var index = 0
    while index < letters.count { index = read(letters, at: index) }
    endCommand()
  }

  init(_ line: ShellBlock.CommandLine) {
    var letters: [Letter] = []
    for piece in line.pieces where !piece.isText {
      var place = piece.start
      for byte in piece.bytes {
        letters.append(Letter(byte: byte, place: place))
        place.column += 1
      }
      if piece.keepsBreak { letters.append(Letter(byte: 0x0A, place: place)) }
    }
    self.init(letters)
  }

  /// Takes the letter at `index` and everything that belongs to it.
  ///
  /// - Returns: The index of the next letter.
  private mutating func read(_ letters: [Letter], at index: Int) -> Int {
    let letter = letters[index]
    let next = index + 1 < letters.count ? letters[index + 1] : nil
    switch letter.byte {
    case 0x27, 0x22: return readQuoted(letters, from: index)
    case 0x5C:
      guard let next else { return index + 1 }
      append(next, from: letter)
      return index + 2
    case 0x24 where next?.byte == 0x28: substitutions += 1
    case 0x29 where substitutions > 0: substitutions -= 1
    case _ where substitutions > 0: break
    case 0x20, 0x09, 0x0D:
      endWord()
      return index + 1
    case 0x0A where !hasOperators:
      endWord()
      return index + 1
    case _ where !hasOperators: break
    case 0x26 where word?.letters.last?.byte == 0x3E: break
    case 0x3B, 0x26, 0x7C, 0x0A:
      endCommand()
      return index + 1
    case 0x23 where word == nil:
      return letters[index...].firstIndex { $0.byte == 0x0A } ?? letters.count
    default: break
    }
    append(letter, from: letter)
    return index + 1
  }

  private mutating func readQuoted(_ letters: [Letter], from start: Int) -> Int {
    let mark = letters[start]
    open(at: mark)
    var index = start + 1
    while index < letters.count, letters[index].byte != mark.byte {
      let isEscape = mark.byte == 0x22 && letters[index].byte == 0x5C && index + 1 < letters.count
      if isEscape, [0x22, 0x5C, 0x24, 0x60, 0x0A].contains(letters[index + 1].byte) { index += 1 }
      append(letters[index], from: letters[index])
      index += 1
    }
    if index < letters.count {
      extend(to: letters[index])
    } else {
      unclosedQuote = unclosedQuote ?? mark.place
    }
    return index + 1
  }

  private mutating func open(at letter: Letter) {
    if word == nil { word = Word(range: letter.place..<letter.place) }
    extend(to: letter)
  }

  private mutating func append(_ letter: Letter, from first: Letter) {
    open(at: first)
    extend(to: letter)
    word?.letters.append(letter)
  }

  private mutating func extend(to letter: Letter) {
    guard let start = word?.range.lowerBound else { return }
    let end = SourceLocation(line: letter.place.line, column: letter.place.column + 1)
    word?.range = start..<max(start, end)
  }

  private mutating func endWord() {
    if let word { words.append(word) }
    word = nil
  }

  private mutating func endCommand() {
    endWord()
    if !words.isEmpty { commands.append(words) }
    words = []
  }
}

extension ShellWords.Word {
  /// The part from a letter on, with its own place.
  func dropping(_ count: Int) -> ShellWords.Word {
    let rest = Array(letters.dropFirst(count))
    let start = rest.first?.place ?? range.upperBound
    return ShellWords.Word(letters: rest, range: start..<max(start, range.upperBound))
  }
}
