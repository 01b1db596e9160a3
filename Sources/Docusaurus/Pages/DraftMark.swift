/// What a page of a draft says first, when drafts are built at all.
enum DraftMark {
  static let text =
    "**Draft:** this page is not published; it is here because the site was built with drafts.\n\n"
}
