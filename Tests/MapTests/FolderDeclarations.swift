/// What the files of one folder declare.
struct FolderDeclarations {
  /// Types and functions that other folders can use.
  private(set) var topLevel: Set<String> = []
  private(set) var types: Set<String> = []
  /// What extensions add to values of types, which other folders can use as well.
  private(set) var members: [(type: String, name: String)] = []
  /// Every declared name, at any depth.
  private(set) var all: Set<String> = []

  private static let typeWords: Set<String> = [
    "struct", "enum", "class", "actor", "protocol", "typealias",
  ]
  private static let memberWords: Set<String> = ["func", "var", "let", "case"]

  /// Adds what a file declares.
  mutating func read(_ words: [SwiftWord]) {
    var depth = 0
    var extended: String?
    var isPrivate = false
    var isStatic = false
    for index in words.indices.dropLast() {
      let (word, next) = (words[index].text, words[index + 1])
      switch word {
      case "{": depth += 1
      case "}": depth -= 1
      case "private", "fileprivate": isPrivate = next.text != "("
      case "static": isStatic = true
      case "extension" where depth == 0:
        extended = isPrivate ? nil : Self.extendedType(words[(index + 1)...])
        isPrivate = false
      case let word where Self.typeWords.contains(word) || Self.memberWords.contains(word):
        guard next.isName, !Self.memberWords.contains(next.text) else { continue }
        all.insert(next.text)
        if depth == 0 {
          extended = nil
          if !isPrivate { topLevel.insert(next.text) }
          if !isPrivate, Self.typeWords.contains(word) { types.insert(next.text) }
        } else if depth == 1, let extended, !isPrivate, !isStatic {
          members.append((extended, next.text))
        }
        (isPrivate, isStatic) = (false, false)
      default: continue
      }
    }
  }

  /// The last name of the type after the word `extension`: of `[UInt8]` and `A.B`, `UInt8` and `B`.
  private static func extendedType(_ words: ArraySlice<SwiftWord>) -> String? {
    words.prefix { !["{", ":", "where"].contains($0.text) }.last(where: \.isName)?.text
  }
}
