internal import CommonMark

/// How the raw HTML that stays HTML is written. The archive decides which tags those are; everything else
/// is shown as the text that the author typed.
enum LiveMarkup {
  /// A live tag with the attributes that may stay; `address` returns where the `href` of a link leads on
  /// the site, and `nil` removes it.
  static func safe(_ tag: HTMLToken, address: (String) -> String?) -> String {
    if SafeHTML.unseenElements.contains(tag.name) { return "" }
    if tag.kind == .closing { return "</\(tag.name)>" }
    var output = "<\(tag.name)"
    // Docusaurus only knows the ids of links and headings, and reports a link to any other as broken.
    let anchor = tag.name == "a" || tag.isHeading ? nil : tag.anchor
    for attribute in tag.safeAttributes where anchor == nil || attribute.name != "id" {
      var value = attribute.value
      if attribute.name == "href" {
        guard !attribute.text.isEmpty, let new = address(attribute.text) else { continue }
        value = new.replacing("&", with: "&amp;")
      }
      output += " \(attribute.name)" + (value.map { "=\"\(quoted($0))\"" } ?? "")
    }
    return output + (tag.isEmptyAnchor ? "></a>" : tag.kind == .void ? " />" : ">")
      + (anchor.map { "<a id=\"\($0)\"></a>" } ?? "")
  }

  private static func quoted(_ value: String) -> String {
    var output = ""
    for scalar in value.unicodeScalars {
      switch scalar {
      case "\"": output += "&quot;"
      case "<": output += "&lt;"
      case ">": output += "&gt;"
      // Text that Docusaurus would take for its marker.
      case "{": output += "&#123;"
      case "\n", "\r": output += " "
      default: output.unicodeScalars.append(scalar)
      }
    }
    return output
  }
}

extension HTMLToken {
  var isHeading: Bool { ["h1", "h2", "h3", "h4", "h5", "h6"].contains(name) }
}
