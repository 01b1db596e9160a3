/// A long list with the newest item first, cut into pages from its oldest item on.
///
/// A full page keeps its items and its number when newer items come: only the first page, which is open, changes.
/// Pages count from 1, the oldest; the open page is the last.
package struct ListPages: Hashable, Sendable {
  /// The items of the list.
  package let count: Int
  /// The items of a full page. The open page has at least as many, unless the list is shorter, and fewer than
  /// twice as many.
  package let length: Int

  /// - Precondition: `length` is positive.
  package init(count: Int, length: Int) {
    precondition(length > 0, "a page has items")
    self.count = count
    self.length = length
  }

  /// How many pages there are, at least one.
  package var pages: Int { max(1, count / length) }

  /// The numbers of all pages, the open one first.
  package var numbers: ReversedCollection<ClosedRange<Int>> { (1...pages).reversed() }

  package func isOpen(_ number: Int) -> Bool { number == pages }

  /// The items of a page, by their places in the list.
  package func items(ofPage number: Int) -> Range<Int> {
    let end = count - (number - 1) * length
    return (isOpen(number) ? 0 : end - length)..<end
  }
}
