internal import Bytes

/// The folder that commands are run from, as far as the text above them says it.
enum WorkingFolder {
  /// The path beside the word "folder" or "directory", or after "cd": "From the folder `infrastructure/`:".
  ///
  /// - Returns: `nil` without a word that has a slash there; a name without one may be any word.
  static func stated(in text: String) -> String? {
    let words = text.split(whereSeparator: \.isWhitespace).map { word in
      word.trimmingPrefix { "`\"'(".contains($0) }
    }
    for (index, word) in words.enumerated() {
      let noun = word.prefix { $0.isLetter }.lowercased()
      let places =
        switch noun {
        case "folder", "directory": [index + 1, index - 1]
        case "cd": [index + 1]
        default: [Int]()
        }
      for place in places where words.indices.contains(place) {
        if let path = path(words[place]) { return path }
      }
    }
    return nil
  }

  /// The folder that a command changes to; `nil` for any other command.
  static func changed(by command: String) -> String? {
    let words = command.split(separator: " ")
    return words.count == 2 && words[0] == "cd" ? String(words[1]) : nil
  }

  private static func path(_ word: Substring) -> String? {
    var path = word
    while let last = path.last, ".,:;`\"')".contains(last) { path.removeLast() }
    let isPath = path.utf8.allSatisfy { $0.isAlphanumeric || "-_./~".utf8.contains($0) }
    return isPath && path.contains("/") ? String(path) : nil
  }
}
