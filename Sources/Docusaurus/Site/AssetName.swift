/// Names of files beside a page: safe in a URL, and such that Docusaurus never takes them for a page.
enum AssetName {
  /// Letters, digits, `.`, `-` and `_` stay; other ASCII characters become a hyphen, and the rest become
  /// `u` and their number in hexadecimal.
  static func safe(_ path: String) -> String {
    var name = ""
    for scalar in (path.split(separator: "/").last ?? "file").unicodeScalars {
      if !scalar.isASCII {
        name += "u" + String(scalar.value, radix: 16)
      } else {
        let isKept = UInt8(ascii: scalar).isNamePart || scalar == "."
        name.unicodeScalars.append(isKept ? scalar : "-")
      }
    }
    while let first = name.first, first == "." || first == "_" || first == "-" {
      name.removeFirst()
    }
    if name.isEmpty { name = "file" }
    return isServed(name) ? name : name + ".txt"
  }

  static func numbered(_ name: String, _ number: Int) -> String {
    guard let dot = name.lastIndex(of: ".") else { return "\(name)-\(number)" }
    return "\(name[..<dot])-\(number)\(name[dot...])"
  }

  /// Docusaurus makes pages from `.md` and `.mdx`, and routes for files without an extension and for HTML.
  private static func isServed(_ name: String) -> Bool {
    guard let dot = name.lastIndex(of: "."), name.index(after: dot) < name.endIndex else {
      return false
    }
    return !["md", "mdx", "markdown", "html", "htm"].contains(
      name[name.index(after: dot)...].lowercased())
  }
}
