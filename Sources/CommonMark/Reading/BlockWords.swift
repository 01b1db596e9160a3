extension [Block] {
  /// The texts that people wrote, without code.
  package var words: [String] {
    indices.compactMap { index in
      switch self[index].kind {
      case .code, .html: nil
      default: self[index].text
      }
    }
  }
}
