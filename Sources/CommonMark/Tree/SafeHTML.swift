internal import Bytes

/// Which raw HTML a page may contain: what GitHub allows and an author of reviews may need (the allow-list of
/// github/markup and html-pipeline), and the columns of tables.
package enum SafeHTML {
  package static let voidElements: Set<String> = ["br", "hr", "img", "col", "source", "wbr"]

  /// Elements that may be in a line of text.
  package static let inlineElements: Set<String> = [
    "br", "sub", "sup", "kbd", "u", "b", "i", "em", "strong", "s", "del", "ins", "mark", "code",
    "span", "a", "img", "tt", "q", "samp", "var", "cite", "abbr", "dfn", "small", "time", "wbr",
    "strike", "bdo", "ruby", "rt", "rp", "picture", "source",
  ]

  private static let blockElements: Set<String> = [
    "hr", "details", "summary", "pre", "p", "div", "table", "colgroup", "col", "thead", "tbody",
    "tfoot", "tr", "th", "td", "caption", "ul", "ol", "li", "dl", "dt", "dd", "figure",
    "figcaption",
    "blockquote", "h1", "h2", "h3", "h4", "h5", "h6",
  ]

  /// Elements that only offer other files for the image in them. A page shows the image.
  package static let unseenElements: Set<String> = ["picture", "source"]

  /// Whether a page may contain an element, by its name in lower case.
  static func isKnown(_ element: String) -> Bool {
    inlineElements.contains(element) || blockElements.contains(element)
  }

  /// Whether a page may contain a tag.
  static func isAllowed(_ tag: HTMLToken) -> Bool {
    if tag.kind == .closing { return true }
    guard isKnown(tag.name) else { return false }
    if tag.isSelfClosed, !voidElements.contains(tag.name) { return tag.isEmptyAnchor }
    return tag.name != "img" || tag.attributes.contains { $0.name == "src" && !$0.text.isEmpty }
  }

  /// Whether a tag of an element may keep an attribute.
  static func isSafe(_ attribute: HTMLAttribute, of element: String) -> Bool {
    let value = attribute.value ?? ""
    switch attribute.name {
    case "id": return isLinkable(id: attribute.text)
    case "title": return true
    case "alt": return element == "img"
    case "href": return element == "a" && !isUnsafe(destination: attribute.text)
    case "src": return element == "img" && !value.isEmpty && !isUnsafe(destination: attribute.text)
    case "open": return element == "details"
    case "reversed": return element == "ol"
    case "width", "height", "start", "colspan", "rowspan":
      return !value.isEmpty && value.utf8.allSatisfy { $0.isDigit || $0 == 0x25 }
    case "span": return element.hasPrefix("col") && isNumber(value)
    case "value": return element == "li" && isNumber(value)
    case "align", "valign": return !value.isEmpty && value.utf8.allSatisfy(\.isLetter)
    case "type": return element == "ol" && ["1", "a", "A", "i", "I"].contains(value)
    case "scope": return element == "th" && ["row", "col", "rowgroup", "colgroup"].contains(value)
    case "dir": return ["ltr", "rtl", "auto"].contains(value)
    case "lang": return !value.isEmpty && value.utf8.allSatisfy { $0.isAlphanumeric || $0 == 0x2D }
    case "datetime": return ["time", "del", "ins"].contains(element)
    default: return false
    }
  }

  private static func isNumber(_ value: String) -> Bool {
    (1...4).contains(value.utf8.count) && value.utf8.allSatisfy(\.isDigit)
  }

  /// Whether a link may lead to the id of an element. Docusaurus only knows the ids of links and headings,
  /// so any other element must be able to hold a link of its own.
  static func holdsAnchors(_ element: String) -> Bool {
    inlineElements.contains(element) && !voidElements.contains(element)
      && !unseenElements.contains(element) || textElements.contains(element)
  }

  private static let textElements: Set<String> = [
    "p", "div", "li", "td", "th", "dt", "dd", "figcaption", "caption", "blockquote", "summary",
    "h1", "h2", "h3", "h4", "h5", "h6",
  ]

  /// Whether a link can lead to an id: blanks, and marks with a meaning in addresses, are not allowed.
  private static func isLinkable(id: String) -> Bool {
    !id.isEmpty
      && id.unicodeScalars.allSatisfy { scalar in
        scalar.properties.isAlphabetic || scalar.properties.numericType != nil
          || "-._:".unicodeScalars.contains(scalar)
      }
  }

  /// Whether a decoded address has a scheme that runs a program or opens a file of the reader's own, as a
  /// browser reads it: without blanks and line endings.
  package static func isUnsafe(destination: String) -> Bool {
    var scheme: [UInt8] = []
    for byte in destination.utf8 where byte > 0x20 && byte != 0x7F {
      switch byte {
      case 0x3A: return unsafeSchemes.contains(String(decoding: scheme, as: UTF8.self))
      case 0x41...0x5A: scheme.append(byte | 0x20)
      case 0x2F, 0x3F, 0x23: return false
      default: scheme.append(byte)
      }
      if scheme.count > 16 { return false }
    }
    return false
  }

  private static let unsafeSchemes: Set<String> = [
    "javascript", "vbscript", "livescript", "data", "file", "filesystem", "blob", "about",
    "view-source",
  ]
}

extension HTMLToken {
  /// The attributes that a page keeps, each once: the first of each name counts. The `name` of a link is an
  /// id.
  package var safeAttributes: [HTMLAttribute] {
    var seen: Set<String> = []
    return attributes.compactMap { attribute in
      guard seen.insert(attribute.name).inserted else { return nil }
      let isName =
        name == "a" && attribute.name == "name" && !attributes.contains { $0.name == "id" }
      let kept = isName ? attribute.renamed("id") : attribute
      return SafeHTML.isSafe(kept, of: name) ? kept : nil
    }
  }

  /// The attribute that links to another place: the `href` of a link or the `src` of an image.
  package var address: HTMLAttribute? {
    guard isLive, kind != .closing, name == "a" || name == "img" else { return nil }
    let attribute = safeAttributes.first { $0.name == (name == "a" ? "href" : "src") }
    return attribute?.value?.isEmpty == false ? attribute : nil
  }

  /// The address that the page leaves out of a link because it is not safe to follow.
  var refusedAddress: HTMLAttribute? {
    let link = name == "a" && kind == .opening ? "href" : name == "img" ? "src" : nil
    guard isLive, let link, let written = attributes.first(where: { $0.name == link })
    else { return nil }
    return SafeHTML.isSafe(written, of: name) ? nil : written
  }

  /// The id that a link may lead to, in every output.
  package var anchor: String? {
    guard isLive, kind == .opening || isEmptyAnchor, !isInLink || name == "a",
      SafeHTML.holdsAnchors(name)
    else { return nil }
    return safeAttributes.first { $0.name == "id" }?.text
  }

  /// Whether it is a place to link to that holds nothing: `<a id="x"/>`, or `<a name="x">` that nothing
  /// closes.
  package var isEmptyAnchor: Bool { kind == .void && isAnchorOnly }

  /// Whether it is the start of a place to link to and not of a link.
  var isAnchorOnly: Bool {
    name == "a" && !attributes.contains { $0.name == "href" }
      && safeAttributes.contains { $0.name == "id" }
  }

  /// The tag as it is written on a page.
  var html: String {
    if SafeHTML.unseenElements.contains(name) { return "" }
    let element = CurrentHTML.element(name)
    if kind == .closing { return "</\(element)>" }
    if name == "img", let replaced = imageReplacement { return replaced }
    var output = "<\(element)"
    for attribute in safeAttributes.compactMap({ CurrentHTML.attribute($0, of: name) }) {
      output += " \(attribute.name)"
      guard let value = attribute.value else { continue }
      let isAddress = attribute.name == "href" || attribute.name == "src"
      // Characters that a browser would read differently from cmark are written as entities.
      output += "=\"\(isAddress ? escaped(attribute.text) : Self.quoted(value))\""
    }
    if isEmptyAnchor { return output + "></a>" }
    return output + (isSelfClosed ? " />" : ">")
  }

  /// The alternative text of an image, decoded.
  package var alternative: String { attributes.first { $0.name == "alt" }?.text ?? "" }

  /// What stands for an image that is not shown; `nil` for one that is.
  private var imageReplacement: String? {
    let text = alternative
    guard let address else { return escaped(text) }
    switch imageForm {
    case .image: return nil
    case .text: return escaped(text)
    case .link where isInLink: return escaped(text)
    case .link:
      let label = text.isEmpty ? ImageForm.label : text
      return "<a href=\"\(escaped(address.text))\">\(escaped(label))</a>"
    }
  }

  private static func quoted(_ value: String) -> String {
    var output: [UInt8] = []
    for byte in value.utf8 {
      switch byte {
      case 0x22: output += "&quot;".utf8
      case 0x3C: output += "&lt;".utf8
      case 0x3E: output += "&gt;".utf8
      default: output.append(byte)
      }
    }
    return String(decoding: output, as: UTF8.self)
  }
}

extension SafeHTML {
  /// Whether a tag without its `<` is one of a component, which a page shows as text. The elements that a
  /// page keeps may be written in capitals too: `<IMG>` is an image.
  static func isComponent(_ tag: ArraySlice<UInt8>) -> Bool {
    let name = tag.first == 0x2F ? tag.dropFirst() : tag
    guard name.first?.isUppercase ?? false else { return false }
    let word = name.prefix { $0.isAlphanumeric || $0 == 0x2D }
    let element = String(decoding: word, as: UTF8.self).lowercased()
    guard isKnown(element) else { return true }
    // Up to the next tag only, so that many open tags do not take quadratic time.
    let isSelfClosed = tag.prefix { $0 != 0x3E && $0 != 0x3C }.last == 0x2F
    return isSelfClosed && !voidElements.contains(element)
  }
}
