internal import Bytes

/// Code in a fence that none of its lines can end.
enum FencedCode {
  static func markdown(_ code: String, language: String) -> String {
    let fence = String(repeating: "`", count: max(3, code.utf8.longestRun(of: .backtick) + 1))
    let end = code.hasSuffix("\n") ? "" : "\n"
    return "\(fence)\(language)\n\(code)\(end)\(fence)\n"
  }
}
