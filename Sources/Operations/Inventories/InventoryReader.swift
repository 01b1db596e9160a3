internal import Bytes
package import Diagnostics
internal import YAML

extension Inventory {
  /// Reads an inventory file in INI or YAML, as its text says.
  package init(reading file: SourceFile) {
    self.init()
    let lines = file.bytes.split(separator: .newline, omittingEmptySubsequences: true)
    if file.bytes.starts(with: Array("#!".utf8)) {
      isWhole = false
      return
    }
    let first = lines.lazy.map { $0.drop(while: \.isWhitespace) }
      .first { !$0.isEmpty && $0.first != .hash && $0.first != UInt8(ascii: ";") }
    guard let first else { return }
    let name = file.path.split(separator: "/").last ?? ""
    let isNamedYAML = [".yml", ".yaml", ".json"].contains { name.hasSuffix($0) }
    if isNamedYAML || first.starts(with: Array("---".utf8)) || first.first == .leftBrace {
      readYAMLInventory(file)
    } else {
      readINI(lines)
    }
  }

  /// The hosts of `-i host1,host2,`.
  package init(list: String) {
    self.init()
    for host in list.split(separator: ",") { add(host: String(host), to: "ungrouped") }
  }

  // MARK: YAML

  private mutating func readYAMLInventory(_ file: SourceFile) {
    let reading = readYAML(in: file, lines: nil, form: .permissive)
    guard let pairs = reading.root?.pairs, pairs.allSatisfy({ $0.key.text != "plugin" }) else {
      isWhole = false
      return
    }
    for pair in pairs { read(group: pair, below: nil) }
  }

  private mutating func read(group pair: YAMLPair, below parent: String?) {
    guard let name = pair.key.text else { return }
    if let parent, parent != "all" { add(child: name, to: parent) } else { add(group: name) }
    for host in pair.value["hosts"]?.pairs ?? [] {
      guard let text = host.key.text else { continue }
      add(hosts: text, to: name)
      variables.formUnion(host.value.keys)
    }
    variables.formUnion(pair.value["vars"]?.keys ?? [])
    for child in pair.value["children"]?.pairs ?? [] { read(group: child, below: name) }
  }

  // MARK: INI

  private enum Section {
    case hosts(String)
    case children(String)
    case variables
  }

  private mutating func readINI(_ lines: [ArraySlice<UInt8>]) {
    var section = Section.hosts("ungrouped")
    for line in lines {
      let text = line.drop(while: \.isWhitespace).withoutEnd(\.isWhitespace)
      guard let first = text.first, first != .hash, first != UInt8(ascii: ";") else { continue }
      if first == .leftBracket, text.last == .rightBracket, !text.contains(.space) {
        section = self.section(String(decoding: text.dropFirst().dropLast(), as: UTF8.self))
        continue
      }
      let words = Self.words(of: text)
      switch section {
      case .variables:
        let name = text.prefix { $0 != UInt8(ascii: "=") }.withoutEnd(\.isSpaceOrTab)
        variables.insert(String(decoding: name, as: UTF8.self))
      case .children(let group): add(child: words[0], to: group)
      case .hosts(let group):
        add(hosts: words[0], to: group)
        for word in words.dropFirst() {
          if let sign = word.firstIndex(of: "="), sign != word.startIndex {
            variables.insert(String(word[..<sign]))
          }
        }
      }
    }
  }

  private mutating func section(_ header: String) -> Section {
    let parts = header.split(separator: ":", maxSplits: 1).map(String.init)
    let name = parts.first ?? ""
    add(group: name)
    switch parts.count > 1 ? parts[1] : "" {
    case "children": return .children(name)
    case "vars": return .variables
    default: return .hosts(name)
    }
  }

  /// The words of a line up to a comment; a quoted value counts as text of its word.
  private static func words(of line: ArraySlice<UInt8>) -> [String] {
    var words: [[UInt8]] = [[]]
    var quote: UInt8?
    for byte in line {
      if byte == quote {
        quote = nil
      } else if quote == nil, byte == UInt8(ascii: "'") || byte == UInt8(ascii: "\"") {
        quote = byte
      } else if quote == nil, byte.isSpaceOrTab {
        words.append([])
        continue
      } else if quote == nil, byte == .hash, words.last?.isEmpty == true {
        break
      }
      words[words.count - 1].append(byte)
    }
    let filled = words.filter { !$0.isEmpty }.map { String(decoding: $0, as: UTF8.self) }
    return filled.isEmpty ? [""] : filled
  }

  // MARK: Ranges

  /// Adds a host, or those of a range such as `web[01:20].example.com`.
  private mutating func add(hosts text: String, to group: String) {
    var waiting = [withoutPort(text)]
    var count = 0
    while let name = waiting.popLast() {
      guard let range = HostRange(in: name) else {
        add(host: name, to: group)
        continue
      }
      count += range.names.count
      guard hosts.count + count <= Self.mostHosts else {
        isWhole = false
        return
      }
      waiting += range.names
    }
  }

  /// More hosts than this in one inventory are not written out.
  private static let mostHosts = 40_000

  private func withoutPort(_ text: String) -> String {
    guard let colon = text.lastIndex(of: ":"), text[..<colon].allSatisfy({ $0 != ":" }),
      !text[colon...].contains("]"), text[colon...].dropFirst().allSatisfy(\.isNumber)
    else { return text }
    return String(text[..<colon])
  }
}

/// The first `[a:b]` or `[a:b:step]` of a host's name, written out.
private struct HostRange {
  /// A longer range is taken for a name.
  private static let longest = 20_000

  private(set) var names: [String] = []

  init?(in name: String) {
    guard let open = name.firstIndex(of: "["), let close = name[open...].firstIndex(of: "]") else {
      return nil
    }
    let parts = name[name.index(after: open)..<close].split(
      separator: ":", omittingEmptySubsequences: false)
    guard parts.count == 2 || parts.count == 3,
      let step = parts.count == 3 ? Int(parts[2]) : 1, step > 0
    else { return nil }
    let before = name[..<open]
    let after = name[name.index(after: close)...]
    if let first = Int(parts[0].isEmpty ? "0" : parts[0]), let last = Int(parts[1]), last >= 0,
      (0...last).contains(first), last - first < Self.longest
    {
      let width = parts[0].hasPrefix("0") ? parts[0].utf8.count : 0
      for number in stride(from: first, through: last, by: step) {
        let digits = String(number)
        let zeros = String(repeating: "0", count: max(0, width - digits.utf8.count))
        names.append("\(before)\(zeros)\(digits)\(after)")
      }
    } else if let first = parts[0].utf8.first, let last = parts[1].utf8.first,
      parts[0].utf8.count == 1, parts[1].utf8.count == 1, first <= last, first.isLetter,
      last.isLetter
    {
      for letter in stride(from: first, through: last, by: step) {
        names.append("\(before)\(Unicode.Scalar(letter))\(after)")
      }
    } else {
      return nil
    }
  }
}
