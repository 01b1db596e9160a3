/// The targets of `Package.swift`, read from its plain form: each is one call with its name first and a
/// list of names after `knows:`, `with:` or `dependencies:`.
struct Manifest {
  struct Target: Equatable {
    let name: String
    /// Of its sources, below `Sources` or `Tests`.
    let folder: String
    let dependencies: [String]
    let isExecutable: Bool
  }

  /// In the order of the manifest.
  let targets: [Target]

  private static let functions = [
    ".systemLibrary", ".target", ".executableTarget", ".testTarget", "stage", "tests",
  ]

  init(_ text: String) {
    let code = text.split(separator: "\n").filter { !$0.trimmed.hasPrefix("//") }
    let package = code.drop { !$0.hasPrefix("let package") }.joined(separator: "\n")
    targets = Self.calls(in: package).map(Target.init)
  }

  func target(_ name: String) -> Target? { targets.first { $0.name == name } }

  /// The target and all that it knows, directly or through others.
  func closure(of name: String) -> Set<String> {
    var found: Set<String> = []
    var open = [name]
    while let next = open.popLast() {
      if found.insert(next).inserted { open += target(next)?.dependencies ?? [] }
    }
    return found
  }

  /// What a target depends on without what it knows through another of these.
  func nearest(of target: Target) -> Set<String> {
    let direct = Set(target.dependencies)
    return direct.filter { name in
      !direct.contains { $0 != name && closure(of: $0).contains(name) }
    }
  }

  /// The calls that declare a target, each with the text between its parentheses.
  private static func calls(in text: String) -> [(function: String, arguments: Substring)] {
    var found: [(String, Substring)] = []
    var rest = text[...]
    while let open = rest.firstIndex(of: "(") {
      let word = rest[..<open].trailingWord
      rest = rest[rest.index(after: open)...]
      guard functions.contains(word) else { continue }
      var depth = 1
      let end = rest.firstIndex { character in
        depth += character == "(" ? 1 : character == ")" ? -1 : 0
        return depth == 0
      }
      found.append((word, rest[..<(end ?? rest.endIndex)]))
      rest = rest[(end ?? rest.endIndex)...]
    }
    return found
  }
}

extension Manifest.Target {
  fileprivate init(function: String, arguments: Substring) {
    let first = arguments.strings.first ?? ""
    let isTests = function == "tests"
    name = isTests ? "\(first)Tests" : first
    folder =
      arguments.behind("path:")?.strings.first?.split(separator: "/").last.map(String.init)
      ?? name
    let list = ["knows:", "with:", "dependencies:"].lazy.compactMap(arguments.behind).first
    dependencies = (isTests ? [first] : []) + (list?.prefix { $0 != "]" }.strings ?? [])
    isExecutable = function == ".executableTarget"
  }
}

extension Substring {
  /// The name at the end, with the period of a member.
  fileprivate var trailingWord: String {
    String(reversed().prefix { $0.isLetter || $0 == "." }.reversed())
  }

  fileprivate var strings: [String] {
    let parts = split(separator: "\"", omittingEmptySubsequences: false)
    return parts.indices.filter { $0 % 2 == 1 }.map { String(parts[$0]) }
  }

  fileprivate func behind(_ label: String) -> Substring? {
    firstRange(of: label).map { self[$0.upperBound...] }
  }

  var trimmed: Substring {
    var text = drop(while: \.isWhitespace)
    while text.last?.isWhitespace == true { text.removeLast() }
    return text
  }
}
