internal import Bytes
package import Files
package import Learning
package import Templates

/// What the pages of a site are made of besides what each takes from the library.
package struct SiteInputs: Sendable {
  /// The hash of everything that any page may show and that seldom changes: the program, the settings, the templates
  /// and the policy. When it changes, every page is rendered again.
  package let shared: ContentHash
  /// The bytes of each file of the content as it was read, by its path.
  package let sources: [String: ContentHash]

  package init(shared: ContentHash, sources: [String: ContentHash]) {
    self.shared = shared
    self.sources = sources
  }
}

/// Everything that the bytes of one page depend on, gathered before its text is made: pages with equal inputs are
/// equal, byte for byte.
///
/// A page names its sources and adds the values that it takes from the library, and nothing that it does not show, so
/// that a change elsewhere leaves it alone.
package struct PageInputs {
  /// The errors that were found in the documents; a page that shows their number adds it.
  package let errors: PageErrors
  private let site: SiteInputs?
  private var writer = RecordWriter()
  private var isKnown: Bool
  /// Whether the page names its inputs at all.
  var areNamed = true

  /// Without `site` nothing is gathered.
  package init(of site: SiteInputs?, errors: PageErrors = PageErrors()) {
    self.site = site
    self.errors = errors
    isKnown = site != nil
    if let site { writer.write(site.shared) }
  }

  /// `nil` when not all of the inputs are known, so that the page has to be rendered.
  package var hash: ContentHash? { isKnown && areNamed ? ContentHash(of: writer.bytes) : nil }

  /// The bytes of a file of the content, which must have been read before.
  package mutating func add(source path: String) {
    guard isKnown else { return }
    guard let hash = site?.sources[path] else {
      isKnown = false
      return
    }
    writer.write(path)
    writer.write(hash)
  }

  package mutating func add(_ text: String) { if isKnown { writer.write(text) } }

  package mutating func add(_ text: String?) { if isKnown { writer.write(text) } }

  package mutating func add(_ number: Int) { if isKnown { writer.write(number) } }

  package mutating func add(_ flag: Bool) { add(flag ? 1 : 0) }

  package mutating func add(_ texts: [String]) { if isKnown { writer.write(texts) } }

  package mutating func add(_ hash: ContentHash) { if isKnown { writer.write(hash) } }

  package mutating func add(_ record: TemplateRecord) { if isKnown { record.write(to: &writer) } }
}
