internal import Bytes

/// The variables that the templates of a text name, as far as they can be read without running them.
struct JinjaNames: Hashable {
  /// Names that are read.
  private(set) var used: Set<String> = []
  /// Names of which the text copes with the absence: `name | default(…)`, `name is defined`.
  var guarded: Set<String> = []
  /// Names that the text itself gives a value: those of `set` and `for`.
  private(set) var local: Set<String> = []
  /// Whether names may be put together while it runs, as in `vars['app_' + x]`.
  private(set) var isOpen = false

  /// The names in `{{ … }}` and `{% … %}` of a text.
  init(template text: String) { readTemplate(text) }

  private mutating func readTemplate(_ text: String) {
    let bytes = Array(text.utf8)
    guard bytes.contains(.leftBrace) else { return }
    var index = 0
    while index + 1 < bytes.count {
      guard bytes[index] == .leftBrace,
        bytes[index + 1] == .leftBrace || bytes[index + 1] == UInt8(ascii: "%")
      else {
        index += 1
        continue
      }
      let closing: UInt8 = bytes[index + 1] == .leftBrace ? UInt8(ascii: "}") : UInt8(ascii: "%")
      var end = index + 2
      while end + 1 < bytes.count, bytes[end] != closing || bytes[end + 1] != UInt8(ascii: "}") {
        end += 1
      }
      let inner = bytes[min(index + 2, end)..<min(end, bytes.count)]
      read(Self.tokens(of: inner), isStatement: closing == UInt8(ascii: "%"))
      index = end + 2
    }
    used.subtract(local)
  }

  /// The names in an expression without braces, as after `when:`.
  init(expression text: String) {
    if text.contains("{{") || text.contains("{%") {
      readTemplate(text)
    } else {
      read(Self.tokens(of: Array(text.utf8)[...]), isStatement: false)
    }
  }

  // MARK: Tokens

  private enum Token: Hashable {
    case name(String)
    case sign(UInt8)
    /// `==` and the like, which is no assignment.
    case comparison
    case literal
  }

  private static func tokens(of bytes: ArraySlice<UInt8>) -> [Token] {
    var tokens: [Token] = []
    var rest = bytes
    while let byte = rest.first {
      if byte.isWhitespace {
        rest.removeFirst()
      } else if byte == UInt8(ascii: "'") || byte == UInt8(ascii: "\"") {
        rest.removeFirst()
        while let inner = rest.popFirst(), inner != byte {
          if inner == .backslash { rest = rest.dropFirst() }
        }
        tokens.append(.literal)
      } else if byte.isLetter || byte == .underscore {
        let word = rest.prefix { $0.isAlphanumeric || $0 == .underscore }
        tokens.append(.name(String(decoding: word, as: UTF8.self)))
        rest = rest[word.endIndex...]
      } else if byte.isDigit {
        rest = rest.drop { $0.isAlphanumeric || $0 == UInt8(ascii: ".") }
        tokens.append(.literal)
      } else if let next = rest.dropFirst().first, next == UInt8(ascii: "="),
        "=!<>".utf8.contains(byte)
      {
        tokens.append(.comparison)
        rest = rest.dropFirst(2)
      } else {
        tokens.append(.sign(byte))
        rest.removeFirst()
      }
    }
    return tokens
  }

  private mutating func read(_ tokens: [Token], isStatement: Bool) {
    var depth = 0
    if isStatement, case .name(let keyword)? = tokens.first, keyword == "for" || keyword == "set" {
      for case .name(let name) in tokens.dropFirst().prefix(while: {
        $0 != .name("in") && $0 != .sign(UInt8(ascii: "="))
      }) {
        local.insert(name)
      }
    }
    for (index, token) in tokens.enumerated() {
      switch token {
      case .sign(let sign) where sign == .leftParenthesis: depth += 1
      case .sign(let sign) where sign == .rightParenthesis: depth -= 1
      case .name(let name):
        read(
          name, after: tokens[..<index], before: tokens[(index + 1)...],
          isArgument: depth > 0)
      default: break
      }
    }
  }

  private mutating func read(
    _ name: String, after before: ArraySlice<Token>, before rest: ArraySlice<Token>,
    isArgument: Bool
  ) {
    let isCall = rest.first == .sign(.leftParenthesis)
    switch before.last {
    // An attribute or a filter.
    case .sign(UInt8(ascii: "."))?, .sign(.pipe)?: return
    // A test: "is defined", "is not match(…)".
    case .name("is")?: return
    case .name("not")? where before.dropLast().last == .name("is"): return
    default: break
    }
    if isCall {
      if ["lookup", "q", "query", "vars"].contains(name) { isOpen = true }
      return
    }
    if Self.words.contains(name) { return }
    // The name of an argument: default(x, boolean=true).
    if isArgument, rest.first == .sign(UInt8(ascii: "=")) { return }
    if name == "vars" || name == "hostvars" { isOpen = true }
    used.insert(name)
    if isGuard(rest) { guarded.insert(name) }
  }

  /// Whether what follows a name copes with its absence.
  private func isGuard(_ rest: ArraySlice<Token>) -> Bool {
    let names = rest.prefix(3)
    switch names.first {
    case .sign(.pipe)?:
      if case .name(let filter)? = names.dropFirst().first {
        return filter == "default" || filter == "d"
      }
      return false
    case .name("is")?:
      return names.dropFirst().contains { $0 == .name("defined") || $0 == .name("undefined") }
    default: return false
    }
  }

  private static let words: Set<String> = [
    "and", "or", "not", "in", "is", "if", "else", "elif", "endif", "for", "endfor", "set", "endset",
    "true", "false", "none", "True", "False", "None", "recursive", "block", "endblock", "macro",
    "endmacro", "import", "from", "include", "with", "endwith", "raw", "endraw", "filter",
    "endfilter", "do", "loop", "omit", "self", "super", "caller", "varargs", "kwargs",
  ]
}
