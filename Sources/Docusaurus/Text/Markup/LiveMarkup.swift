/// How the raw HTML that stays HTML is written. Which tags those are the archive decides; everything
/// else is shown as the text the author typed.
enum LiveMarkup {
  /// A live tag with the attributes that may stay; `address` says where the `href` of a link leads
  /// in the site, and `nil` takes it away.
  static func safe(_ tag: Tag, address: (String) -> String?) -> String {
    if tag.kind == .closing { return "</\(tag.name)>" }
    var output = "<\(tag.name)"
    var seen: Set<String> = []
    for attribute in tag.attributes where seen.insert(attribute.name).inserted {
      guard attribute.isSafe(in: tag.name) else { continue }
      var value = attribute.value
      if attribute.name == "href" {
        guard let written = value, !written.isEmpty, let new = address(written) else { continue }
        value = new
      }
      output += " \(attribute.name)" + (value.map { "=\"\(quoted($0))\"" } ?? "")
    }
    return output + (tag.kind == .void ? " />" : ">")
  }

  private static func quoted(_ value: String) -> String {
    var output = ""
    for scalar in value.unicodeScalars {
      switch scalar {
      case "\"": output += "&quot;"
      case "<": output += "&lt;"
      case ">": output += "&gt;"
      // What Docusaurus would take for its marker.
      case "{": output += "&#123;"
      case "\n", "\r": output += " "
      default: output.unicodeScalars.append(scalar)
      }
    }
    return output
  }
}
