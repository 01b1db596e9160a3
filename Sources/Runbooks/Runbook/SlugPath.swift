internal import Diagnostics
internal import Vocabulary

extension Runbook {
  /// The path of a file below its folder of runbooks, without its extension and safe in a URL.
  ///
  /// Letters keep their case. Every run of ASCII characters other than letters, digits, `-`, `_` and `.`
  /// becomes one hyphen, and a scalar outside ASCII becomes `u` and its number in hexadecimal, so that two
  /// names rarely collide; when they do, the plan of the output reports it. The dot before a final `html`,
  /// `htm`, `md` or `mdx` becomes a hyphen, because Docusaurus and servers take a page at such an address
  /// for a file. Without a `folder`, the path after the last folder named `runbooks` is used, or the whole
  /// path.
  static func slugPath(of path: String, below folder: String?) -> String {
    var parts = path.split(separator: "/").map(String.init)
    if let folder {
      let above = folder.split(separator: "/").map(String.init)
      if parts.starts(with: above) { parts.removeFirst(above.count) }
    } else if let last = parts.dropLast().lastIndex(of: "runbooks") {
      parts.removeFirst(last + 1)
    }
    if let name = parts.popLast() { parts.append(DocumentName(name)?.stem ?? name) }
    let safe = parts.map(safePart).filter { !$0.isEmpty }
    return safe.isEmpty ? "runbook" : safe.joined(separator: "/")
  }

  /// The name of a file without its folders and its Markdown extension.
  static func baseName(of path: String) -> String {
    DocumentName(path)?.stem ?? path.split(separator: "/").last.map(String.init) ?? path
  }

  private static func safePart(_ part: String) -> String {
    var safe = ""
    for scalar in part.unicodeScalars {
      if !scalar.isASCII {
        safe += "u" + String(scalar.value, radix: 16)
      } else if scalar.isWordPart || scalar == "_" || scalar == "." {
        safe.unicodeScalars.append(scalar)
      } else if safe.unicodeScalars.last != "-" {
        safe += "-"
      }
    }
    while let first = safe.unicodeScalars.first, first == "-" || first == "." || first == "_" {
      safe.unicodeScalars.removeFirst()
    }
    while let last = safe.unicodeScalars.last, last == "-" || last == "." {
      safe.unicodeScalars.removeLast()
    }
    guard let dot = safe.lastIndex(of: "."),
      ["html", "htm", "md", "mdx"].contains(safe[dot...].dropFirst().lowercased())
    else { return safe }
    return "\(safe[..<dot])-\(safe[dot...].dropFirst())"
  }
}
