/// What happens to a link or an image when a page is made.
package enum LinkChange: Equatable, Sendable {
  case keep
  /// It now leads here; the address is ready for the page.
  case replace(String)
  /// It leads nowhere: its text stays, but it is no longer a link.
  case unlink
}
