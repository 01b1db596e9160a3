extension [Block] {
  /// The texts that people wrote, without code.
  @inlinable package var words: some Collection<String> {
    lazy.filter { block in
      switch block.kind {
      case .code, .html: false
      default: true
      }
    }.map(\.text)
  }
}
