internal import Incidents
internal import Learning
internal import Vocabulary
internal import YAML

/// The tags of the blog: severities, tags and services of the incidents together, each with a key and a
/// permalink of its own. A service and a tag with the same name are one tag.
struct TagVocabulary: Sendable {
  struct Tag: Sendable {
    let key: String
    let label: String
    let description: String
  }

  private var keys: [Facet.Kind: [String: String]] = [:]
  private(set) var tags: [Tag] = []

  init(_ library: Library) {
    var names: [String: String] = [:]
    for kind in [Facet.Kind.severity, .tag, .service] {
      for value in library.facet(kind)?.values ?? [] {
        let folded = kind.folded(value.key)
        let terms = kind == .tag ? library.configuration.tags : library.configuration.services
        let term = terms.first { kind.folded($0.key) == folded }
        let name = value.key.lowercased()
        var key = value.slug
        while let other = names[key], other != name { key = "\(kind.rawValue)-\(key)" }
        keys[kind, default: [:]][folded] = key
        guard names[key] == nil else { continue }
        names[key] = name
        tags.append(
          Tag(
            key: key, label: kind == .severity ? value.key : term?.name ?? value.key,
            description: term?.description ?? ""))
      }
    }
  }

  /// The keys for a post, each once, the severity first.
  func keys(of incident: Incident) -> [String] {
    let severity = incident.severityLabel.flatMap { keys[.severity]?[$0] }
    let tags = incident.tags.compactMap { keys[.tag]?[Facet.Kind.tag.folded($0)] }
    let services = incident.services.compactMap {
      keys[.service]?[Facet.Kind.service.folded($0)]
    }
    return ([severity].compactMap(\.self) + tags + services).withoutRepeats
  }
}

/// The authors of the blog: those in `authors.yml`, and anyone else that a review names.
struct AuthorVocabulary: Sendable {
  struct Author: Sendable {
    let key: String
    let name: String
    /// The author's entry as written; `nil` for an author that only a review names.
    let entry: YAMLNode?
  }

  private(set) var authors: [Author] = []
  private var byName: [String: String] = [:]

  init(_ library: Library) {
    for author in library.configuration.authors {
      authors.append(Author(key: author.key, name: author.name, entry: author.entry))
      byName[author.key.lowercased()] = author.key
    }
    for author in library.configuration.authors {
      byName[author.name.lowercased()] = byName[author.name.lowercased()] ?? author.key
    }
    var taken = Set(authors.map { $0.key.lowercased() })
    for incident in library.incidents {
      for field in incident.frontMatter.authors {
        let name = PlainText.onOneLine(field.written)
        guard !name.isEmpty, byName[name.lowercased()] == nil else { continue }
        let key = PageName.slug(name, or: "author", among: &taken)
        byName[name.lowercased()] = key
        authors.append(Author(key: key, name: name, entry: nil))
      }
    }
  }

  /// The keys for a post, each once: Docusaurus refuses an author named twice.
  func keys(of incident: Incident) -> [String] {
    incident.frontMatter.authors.compactMap {
      byName[PlainText.onOneLine($0.written).lowercased()]
    }.withoutRepeats
  }
}

extension [String] {
  /// The first occurrence of each, in order.
  var withoutRepeats: [String] {
    var seen: Set<String> = []
    return filter { seen.insert($0).inserted }
  }
}
