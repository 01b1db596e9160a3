/// What a link of a document points to.
package enum LinkTarget: Hashable, Sendable {
  /// A page of the library.
  package enum Page: Hashable, Sendable {
    /// The index of an incident: its review or, with `isTimeline`, its timeline file.
    case incident(Int, isTimeline: Bool)
    case runbook(Int)
  }

  /// Anything with a scheme or a host, and addresses that start at the root of the site: not ours to check.
  case external
  /// A heading of the same document.
  case heading(String)
  case page(Page, path: String, anchor: String?)
  /// The page that lists a folder of runbooks, by the folder's place below them.
  case folder(String)
  /// A file of the content that is not a page: an image, a log, a playbook.
  case asset(path: String)
  /// There is no such file. `near` is a file whose name differs only in case.
  case missing(path: String, near: String?)
  /// A path that leaves the content folder.
  case outside
}
