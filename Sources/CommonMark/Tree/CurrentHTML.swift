/// How HTML of earlier versions is written on a page: what the standard calls obsolete has a current form, or none.
///
/// Source: "Obsolete features" of the HTML standard, <https://html.spec.whatwg.org/multipage/obsolete.html>.
enum CurrentHTML {
  /// The element that has taken the place of another.
  static func element(_ name: String) -> String {
    switch name {
    case "tt": "code"
    case "strike": "s"
    default: name
    }
  }

  /// An attribute as it is written today; `nil` for one that only said how a page looks.
  static func attribute(_ attribute: HTMLAttribute, of element: String) -> HTMLAttribute? {
    switch attribute.name {
    case "align":
      let side = attribute.text.lowercased()
      return sides.contains(side) ? attribute.renamed("class").with(value: side) : nil
    case "valign": return nil
    case "width", "height": return element == "img" ? attribute : nil
    default: return attribute
    }
  }

  /// The classes of the style sheet that align text.
  private static let sides: Set<String> = ["left", "center", "right"]
}
