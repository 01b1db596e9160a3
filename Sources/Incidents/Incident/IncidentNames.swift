internal import Bytes
internal import CommonMark
internal import Diagnostics
internal import Vocabulary

/// Titles, days and page names that come from a file's name when nothing better is known.
extension IncidentReader {
  /// The name without its extension; for a folder's own page, such as `index.md`, the name of the folder.
  static func fileName(_ path: String) -> String {
    let document = DocumentName(path)
    if let document, !document.isFolderPage { return withoutHTML(document.stem) }
    let parts = path.split(separator: "/")
    let name = document?.stem ?? parts.last.map(String.init) ?? path
    guard document != nil else { return withoutHTML(name) }
    return parts.count > 1 ? String(parts[parts.count - 2]) : name
  }

  /// Middleman writes `name.html.md`.
  private static func withoutHTML(_ name: String) -> String {
    name.hasSuffix(".html") ? String(name.dropLast(5)) : name
  }

  /// `2026-01-10-cache-stampede` becomes "Cache stampede".
  static func title(fromPath path: String, folder: String?) -> String {
    let name = folder ?? fileName(path)
    if folder != nil { return name }
    let words = withoutDay(name).split { $0 == "-" || $0 == "_" || $0 == " " }.joined(
      separator: " ")
    guard let first = words.first else { return name }
    return first.uppercased() + words.dropFirst()
  }

  /// A day written `YYYY-MM-DD` at the start of a name.
  static func day(inName name: String) -> CalendarDay? {
    CalendarDay(leading: Array(name.utf8)[...])
  }

  static func slug(_ incident: Incident, fileName: String) -> String {
    if let own = incident.frontMatter.slug?.written {
      let slug = PageName.slug(own)
      if !slug.isEmpty { return slug }
    }
    let isOwnFolder = incident.timelinePath != nil || fileName == "review"
    let fromName =
      isOwnFolder
      ? "" : PageName.slug(incident.part == nil ? withoutDay(fileName) : name(of: incident))
    let slug = fromName.isEmpty ? PageName.slug(incident.title) : fromName
    return slug.isEmpty ? "incident" : slug
  }

  /// The name of an incident's page before the library makes it unique: its ID and its slug. Without an ID,
  /// it is the name of the file or of the incident's folder or, in a log, the day and the slug.
  package static func pageName(of incident: Incident) -> String {
    let file = fileName(incident.path)
    if incident.id == nil, incident.part == nil {
      let folder = incident.path.split(separator: "/").dropLast().last.map(String.init)
      let isOwnFolder = ["review", "timeline"].contains(file) && folder != "incidents"
      let name = PageName.slug(isOwnFolder ? folder ?? file : file, longest: 120)
      return name.isEmpty ? "incident" : name
    }
    let slug = slug(incident, fileName: file)
    return (incident.id?.description ?? incident.day?.description).map { "\($0)-\(slug)" } ?? slug
  }

  /// What the file of an incident from a log would be called after the day: its title without the ID and
  /// the day.
  private static func name(of incident: Incident) -> String {
    var name = incident.title
    for known in [incident.id?.description, incident.day?.description].compactMap({ $0 }) {
      if let place = name.firstRange(of: known) { name.replaceSubrange(place, with: " ") }
    }
    return PageName.slug(name).isEmpty ? "incident" : name
  }

  /// The name of a file, or of its folder, without a day at its start.
  package static func nameWithoutDay(_ path: String) -> String { withoutDay(fileName(path)) }

  private static func withoutDay(_ name: String) -> String {
    guard day(inName: name) != nil else { return name }
    let rest = name.dropFirst(10).drop { $0 == "-" || $0 == "_" || $0 == " " }
    return rest.isEmpty ? name : String(rest)
  }
}

/// Names that are safe in a URL, a file system and a Docusaurus slug.
package enum PageName {
  /// A name without any dates: Docusaurus takes the last date in a path as the date of the post.
  package static func withoutDates(_ name: String) -> String {
    let parts = name.split(separator: "-", omittingEmptySubsequences: false)
    var kept: [Substring] = []
    for part in parts {
      let isNumber = !part.isEmpty && part.utf8.allSatisfy(\.isDigit)
      let followsNumber = kept.last?.utf8.allSatisfy(\.isDigit) ?? false
      if isNumber, followsNumber, let last = kept.popLast() {
        kept.append(last + part)
      } else {
        kept.append(part)
      }
    }
    return kept.joined(separator: "-")
  }

  /// `name` or, if that is taken, `name` with the first number from 2 on that is free. The result is then
  /// taken too.
  package static func unused(_ name: String, among taken: inout Set<String>) -> String {
    if taken.insert(name).inserted { return name }
    var number = 2
    while !taken.insert("\(name)-\(number)").inserted { number += 1 }
    return "\(name)-\(number)"
  }

  /// The unused slug of a text; the slug of `other` when nothing is left of the text.
  package static func slug(
    _ text: String, or other: String, among taken: inout Set<String>
  ) -> String {
    let slug = slug(text)
    return unused(slug.isEmpty ? other : slug, among: &taken)
  }

  /// Lower-case ASCII letters and digits with single hyphens; letters lose their accents, and anything else
  /// becomes a hyphen. Empty when nothing is left.
  ///
  /// Names longer than `longest` bytes are cut at a hyphen: some file systems allow at most 255, and
  /// readers give up much earlier.
  package static func slug(_ text: String, longest: Int = 64) -> String {
    var bytes: [UInt8] = []
    for scalar in text.unicodeScalars {
      switch scalar.value {
      case 0x41...0x5A: bytes.append(UInt8(scalar.value) | 0x20)
      case 0x61...0x7A, 0x30...0x39: bytes.append(UInt8(scalar.value))
      case 0x27, 0x2019: continue
      default:
        if let plain = unaccented[scalar] {
          bytes += Array(plain.utf8)
        } else if bytes.last != UInt8(ascii: "-"), !bytes.isEmpty {
          bytes.append(UInt8(ascii: "-"))
        }
      }
    }
    if bytes.count > longest {
      let cut = bytes[..<longest].lastIndex(of: UInt8(ascii: "-")) ?? longest
      bytes = Array(bytes[..<(cut > longest / 2 ? cut : longest)])
    }
    while bytes.last == UInt8(ascii: "-") { bytes.removeLast() }
    return String(decoding: bytes, as: UTF8.self)
  }

  private static let unaccented: [Unicode.Scalar: String] = {
    var table: [Unicode.Scalar: String] = [
      "ß": "ss", "æ": "ae", "œ": "oe", "ø": "o", "Æ": "ae", "Ø": "o",
    ]
    let rows: [(String, String)] = [
      ("a", "àáâãäåāÀÁÂÃÄÅĀ"), ("c", "çćčÇĆČ"), ("e", "èéêëēėęÈÉÊËĒ"), ("i", "ìíîïīÌÍÎÏĪ"),
      ("l", "łŁ"), ("n", "ñńÑŃ"), ("o", "òóôõöōÒÓÔÕÖŌ"), ("s", "śšŚŠ"), ("u", "ùúûüūÙÚÛÜŪ"),
      ("y", "ýÿÝ"),
      ("z", "žźżŽŹŻ"),
    ]
    for (plain, accented) in rows {
      for scalar in accented.unicodeScalars { table[scalar] = plain }
    }
    return table
  }()
}
