internal import Bytes

extension SecretScanner {
  /// The password in `scheme://name:password@host`; the `://` is at an offset.
  ///
  /// See RFC 3986, section 3.2.1, which deprecates it.
  func password(inAddressAt colon: Int) -> Secret? {
    guard colon > 0, bytes[colon - 1].isAlphanumeric, bytes[colon...].starts(with: "://".utf8)
    else {
      return nil
    }
    let start = colon + 3
    let authority = bytes[min(start, bytes.count)...].prefix(300).prefix { byte in
      byte > 0x20 && !"/?#\"'`<>()[]|\\".utf8.contains(byte)
    }
    guard let at = authority.lastIndex(of: UInt8(ascii: "@")),
      let mark = authority[..<at].firstIndex(of: .colon)
    else { return nil }
    let name = authority[..<mark]
    let password = authority[(mark + 1)..<at]
    guard !password.isEmpty, at + 1 < authority.endIndex, !name.elementsEqual(password),
      !isStandIn(password)
    else { return nil }
    return Secret(
      "password in an address", SecretCode.address, range: password.startIndex..<password.endIndex)
  }

  private func isStandIn(_ password: ArraySlice<UInt8>) -> Bool {
    // One letter, as in `u:p@h`, is more than the shape of an address.
    password.count > 1 && LooksRandom.isPlaceholder(password)
      || "$<{%[(*".utf8.contains(password[password.startIndex])
  }
}
