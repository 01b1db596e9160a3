internal import Bytes
internal import Incidents
internal import Learning
internal import Vocabulary

/// Finds the names and handles of the people who write reviews: "Ada Quist", "@ada-quist", "@ada".
struct People {
  /// Grouped by first byte, so that a text is read once for all of them.
  private var names: [UInt8: [[UInt8]]] = [:]

  init(of subject: IncidentUnderReview) {
    for author in subject.configuration.authors {
      add(author.name)
      addHandle(author.key)
    }
    for author in subject.incident.frontMatter.authors {
      if author.written.contains(" ") { add(author.written) } else { addHandle(author.written) }
    }
  }

  private mutating func add(_ name: String) {
    let bytes = Array(name.utf8)
    guard let first = bytes.first, bytes.count > 3 else { return }
    names[first, default: []].append(bytes)
  }

  /// A handle is often only the first name.
  private mutating func addHandle(_ key: String) {
    let first = key.prefix { $0 != "-" }
    add("@\(first.utf8.count > 2 ? first : key[...])")
  }

  /// The first name or handle in a text, as whole words.
  func first(in text: String) -> String? {
    let bytes = Array(text.utf8)
    for index in bytes.indices where index == 0 || !Self.isWord(bytes[index - 1]) {
      for name in names[bytes[index]] ?? [] where bytes[index...].starts(with: name) {
        let end = index + name.count
        if end == bytes.count || !Self.isWord(bytes[end]) {
          return String(decoding: name, as: UTF8.self)
        }
      }
    }
    return nil
  }

  private static func isWord(_ byte: UInt8) -> Bool {
    byte.isAlphanumeric || byte >= 0x80
  }
}
