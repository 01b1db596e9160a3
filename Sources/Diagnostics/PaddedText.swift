extension String {
  /// The text with spaces behind it, or before it when it `isAtEnd`, so that it takes a number of columns.
  package func padded(to width: Int, isAtEnd: Bool = false) -> String {
    let spaces = String(repeating: " ", count: max(0, width - count))
    return isAtEnd ? spaces + self : self + spaces
  }
}
