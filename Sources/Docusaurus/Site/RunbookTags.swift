internal import Incidents
internal import Learning
internal import Runbooks

/// The tags of the docs: the tags that listed runbooks state, and the services they are about.
struct RunbookTags: Sendable {
  private(set) var tags: [TagVocabulary.Tag] = []
  private var keyByName: [String: String] = [:]

  init(_ library: Library) {
    var taken: Set<String> = []
    let configuration = library.configuration
    for runbook in library.listedRunbooks {
      for name in runbook.tags + runbook.services where keyByName[name.lowercased()] == nil {
        let key = PageName.slug(name, or: "tag", among: &taken)
        keyByName[name.lowercased()] = key
        let term = configuration.tag(name) ?? configuration.service(name)
        tags.append(
          TagVocabulary.Tag(
            key: key, label: term?.name ?? name, description: term?.description ?? ""))
      }
    }
    tags.sort { $0.key < $1.key }
  }

  /// The keys for a page, each once.
  func keys(of runbook: Runbook) -> [String] {
    (runbook.tags + runbook.services).compactMap { keyByName[$0.lowercased()] }.withoutRepeats
  }
}
