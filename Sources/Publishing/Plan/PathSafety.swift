internal import Files

/// Why a path must not be written, as the end of the sentence "the path … …"; `nil` when it may.
///
/// The rules are those of the strictest place a site is put: a macOS or Windows checkout, a static
/// host that decodes `%2e`, and the build's own folder.
func fault(inPath path: String) -> String? {
  let bytes = Array(path.utf8)
  if bytes.isEmpty { return "is empty" }
  if bytes[0] == UInt8(ascii: "/") { return "is absolute" }
  if bytes.count > longestPath { return "is longer than \(longestPath) bytes" }
  for byte in bytes where byte < 0x20 || byte == 0x7F { return "has a control character" }
  if bytes.contains(UInt8(ascii: "\\")) { return "has a backslash" }
  let components = bytes.split(separator: UInt8(ascii: "/"), omittingEmptySubsequences: false)
  for component in components {
    if let fault = fault(inComponent: component) { return fault }
  }
  let first = String(decoding: components[0], as: UTF8.self).lowercased()
  return reservedFolders.contains(first) ? "lies in the reserved folder '\(first)'" : nil
}

/// What macOS allows for a whole path, less the folder the site lies in.
private let longestPath = 800
private let longestComponent = 255
/// The build's own state and what other tools keep in a site folder.
private let reservedFolders: Set<String> = [stateFolder, ".git", ".docusaurus", "node_modules"]
/// Device names of Windows, with any extension: a checkout with such a file fails there.
private let deviceNames: Set<String> = [
  "con", "prn", "aux", "nul", "com1", "com2", "com3", "com4", "com5", "com6", "com7", "com8",
  "com9", "lpt1", "lpt2", "lpt3", "lpt4", "lpt5", "lpt6", "lpt7", "lpt8", "lpt9",
]

private func fault(inComponent component: ArraySlice<UInt8>) -> String? {
  let dot = UInt8(ascii: ".")
  guard let last = component.last else { return "has an empty component" }
  if component.count > longestComponent {
    return "has a component longer than \(longestComponent) bytes"
  }
  if component.allSatisfy({ $0 == dot }) { return "has a component of dots only" }
  if last == dot || last == 0x20 { return "has a component that ends with a dot or a space" }
  if hidesDelimiter(component) { return "has a percent-encoded dot, slash or NUL" }
  let stem = component.prefix { $0 != dot }
  guard (3...4).contains(stem.count) else { return nil }
  let name = String(decoding: stem, as: UTF8.self).lowercased()
  return deviceNames.contains(name) ? "has the reserved name '\(name)'" : nil
}

/// Whether a server that decodes the URL would see `.`, `/`, `\` or NUL where the disk has `%2e`.
private func hidesDelimiter(_ component: ArraySlice<UInt8>) -> Bool {
  var rest = component
  while let percent = rest.firstIndex(of: UInt8(ascii: "%")) {
    let code = String(decoding: rest[percent...].prefix(3), as: UTF8.self).lowercased()
    if ["%2e", "%2f", "%5c", "%00"].contains(code) { return true }
    rest = rest[(percent + 1)...]
  }
  return false
}
