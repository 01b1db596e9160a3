internal import Bytes

/// Addresses of the web.
package enum WebAddress {
  /// Whether the URL standard (<https://url.spec.whatwg.org>) allows an address, as far as its scheme, its
  /// host and its port go: it does not allow `http://[bad` or `http://localhost:PORT`. One without a scheme
  /// is allowed.
  package static func isParsable(_ address: String) -> Bool {
    let bytes = Array(address.utf8)
    guard let colon = bytes.firstIndex(of: .colon) else { return true }
    let scheme = String(decoding: bytes[..<colon], as: UTF8.self).lowercased()
    guard isScheme(bytes[..<colon]) else { return false }
    let isSpecial = specialSchemes.contains(scheme)
    guard isSpecial || bytes[(colon + 1)...].starts(with: "//".utf8) else { return true }
    let rest = bytes[(colon + 1)...].drop { $0 == .slash || (isSpecial && $0 == .backslash) }
    let authority = rest.prefix {
      $0 != .slash && $0 != UInt8(ascii: "?") && $0 != .hash && !(isSpecial && $0 == .backslash)
    }
    let start = authority.lastIndex(of: UInt8(ascii: "@")).map { $0 + 1 } ?? authority.startIndex
    return isHost(authority[start...], isSpecial: isSpecial)
  }

  private static func isScheme(_ text: ArraySlice<UInt8>) -> Bool {
    (text.first?.isLetter ?? false)
      && text.allSatisfy { $0.isAlphanumeric || [.plus, .hyphen, UInt8(ascii: ".")].contains($0) }
  }

  private static let specialSchemes: Set<String> = ["http", "https", "ws", "wss", "ftp"]

  private static func isHost(_ text: ArraySlice<UInt8>, isSpecial: Bool) -> Bool {
    var host = text
    var port: ArraySlice<UInt8> = []
    if host.first == .leftBracket {
      guard let close = host.firstIndex(of: .rightBracket) else { return false }
      let tail = host[(close + 1)...]
      guard tail.isEmpty || tail.first == .colon else { return false }
      port = tail.dropFirst()
      host = host[(host.startIndex + 1)..<close]
      guard host.contains(.colon), host.allSatisfy(isAddressPart) else { return false }
    } else {
      if let colon = host.firstIndex(of: .colon) {
        port = host[(colon + 1)...]
        host = host[..<colon]
      }
      guard !host.isEmpty || !isSpecial,
        host.allSatisfy({ !forbidden.contains($0) && $0 > .space }),
        !isSpecial || isInternational(host)
      else { return false }
      if isSpecial, !isNumericAddressValid(host) { return false }
    }
    let number = String(decoding: port, as: UTF8.self)
    return port.isEmpty || (port.allSatisfy(\.isDigit) && (Int(number) ?? .max) <= 65_535)
  }

  /// Whether characters outside ASCII are allowed in a host: letters, marks and digits that IDNA (UTS #46)
  /// maps to themselves.
  private static func isInternational(_ host: ArraySlice<UInt8>) -> Bool {
    guard host.contains(where: { $0 >= 0x80 }) else { return true }
    let scalars = String(decoding: host, as: UTF8.self).unicodeScalars
    guard scalars.contains(where: { !ignored.contains($0.value) }) else { return false }
    return scalars.allSatisfy { scalar in
      guard !scalar.isASCII else { return true }
      let properties = scalar.properties
      guard scalar.value != 0xFFFD else { return false }
      return ignored.contains(scalar.value)
        || !properties.changesWhenNFKCCaseFolded
          && (properties.isAlphabetic
            || [.nonspacingMark, .otherSymbol].contains(properties.generalCategory))
    }
  }

  /// Characters that IDNA removes from a host.
  private static let ignored: Set<UInt32> = [0xAD, 0x200B, 0x2060, 0xFEFF]

  private static func isAddressPart(_ byte: UInt8) -> Bool {
    byte.isDigit || (0x61...0x66).contains(byte | 0x20) || byte == .colon
      || byte == UInt8(ascii: ".")
  }

  /// A host whose last part is a number has to be an IPv4 address.
  private static func isNumericAddressValid(_ host: ArraySlice<UInt8>) -> Bool {
    var parts = host.split(separator: UInt8(ascii: "."), omittingEmptySubsequences: false)
    if parts.last?.isEmpty == true, parts.count > 1 { parts.removeLast() }
    guard let last = parts.last, !last.isEmpty, last.allSatisfy(\.isDigit) else { return true }
    return parts.count <= 4
      && parts.allSatisfy { (Int(String(decoding: $0, as: UTF8.self)) ?? 256) <= 255 }
  }

  private static let forbidden = Set("#/:<>?@[\\]^|%\u{7F}".utf8)
}
