internal import CommonMark
package import Diagnostics
package import Incidents

/// Links to other sites whose address no browser can open. Docusaurus stops at them, so its pages show their
/// words alone.
package enum BrokenAddresses {
  package static func findings(in document: DocumentReading) -> [Diagnostic] {
    // By number: a block is large to copy, and most have no link.
    document.blocks.indices.flatMap { document.blocks[$0].links }.compactMap { link in
      guard isBroken(link.destination) else { return nil }
      return Diagnostic(
        code: "BS088", level: .warning, path: document.path, range: link.range,
        message: "'\(link.destination.prefix(60))' is not an address, so Docusaurus shows no link",
        help: "correct it, or put it in backticks if it is an example"
      ).quoting(document.file)
    }
  }

  private static func isBroken(_ destination: String) -> Bool {
    guard !destination.isEmpty, !Link.isInternal(destination) else { return false }
    let address = destination.hasPrefix("//") ? "https:\(destination)" : destination
    return !WebAddress.isParsable(address) && !SafeHTML.isUnsafe(destination: address)
  }
}
