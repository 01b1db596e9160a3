internal import Diagnostics
internal import Incidents
internal import Vocabulary
internal import YAML

/// Values that are wrong without being of the wrong type.
extension SiteConfigurationReader {
  static let headingsHelp =
    "write one part per line with your words for it, as in 'root_cause: [Ursache]'"

  mutating func readZone(_ node: YAMLNode, in file: SourceFile) {
    if node.isNull { return }
    let text = node.text?.oneLine ?? ""
    let zone = Self.zone(text) ?? Self.zone("\(text) time")
    let database = configuration.clock.database
    let isKnown = zone?.place.map { database.isEmpty || database.rules(named: $0) != nil } ?? true
    guard let zone, isKnown, !zone.isShared || zone.place != nil else {
      return report(
        "'\(text)' is not a time zone of the zone database",
        "write a name such as 'Europe/Berlin' or 'UTC'", node, file)
    }
    configuration.clock.zone = zone
  }

  private static func zone(_ text: String) -> ZoneName? {
    let bytes = Array(text.utf8)
    return ZoneName(leading: bytes[...]).flatMap { $0.length == bytes.count ? $0 : nil }
  }

  mutating func readAddress(_ node: YAMLNode, in file: SourceFile) {
    if node.isNull { return }
    let text = node.text ?? ""
    let rest = ["https://", "http://"].first { text.hasPrefix($0) }.map { text.dropFirst($0.count) }
    if let first = rest?.first, first != "/", !text.contains(where: \.isWhitespace) {
      configuration.url = text.hasSuffix("/") ? String(text.dropLast()) : text
      return
    }
    report(
      "'\(text)' is not the address of a site",
      "write all of it, as in 'https://incidents.example.com'", node, file)
  }

  mutating func readAccent(_ node: YAMLNode, in file: SourceFile) {
    if node.isNull { return }
    configuration.brand.accent = BrandColor(node.text ?? "")
    if configuration.brand.accent == nil {
      report(
        "'\(node.text ?? "")' is not a colour", "write it in quotes, as in '\"#0b6572\"'", node,
        file)
    }
  }

  mutating func report(
    _ message: String, _ help: String, _ node: YAMLNode, _ file: SourceFile
  ) {
    diagnostics.append(
      Diagnostic(
        code: "BS017", level: .error, path: file.path, range: node.range, message: message,
        help: help))
  }
}
