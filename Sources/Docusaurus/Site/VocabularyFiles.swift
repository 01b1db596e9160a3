internal import Publishing
internal import YAML

/// `authors.yml` and `tags.yml`, as Docusaurus reads them. `root` is the folder of the content, ending in `/`.
enum VocabularyFiles {
  static func authors(_ vocabulary: AuthorVocabulary, from root: String) -> OutputFile? {
    guard !vocabulary.authors.isEmpty else { return nil }
    return OutputFile(path: "blog/authors.yml", origin: root + "authors.yml") {
      var text = ""
      for author in vocabulary.authors {
        text += "\(FrontMatterWriter.quoted(author.key)):\n"
        text += "  name: \(FrontMatterWriter.quoted(author.name))\n"
        for pair in author.entry?.pairs ?? [] {
          guard let key = pair.key.text, key != "name" else { continue }
          text += "  \(FrontMatterWriter.quoted(key)): \(value(of: key, pair.value))\n"
        }
      }
      return Array(text.utf8)
    }
  }

  /// The tags of `folder`, which is `blog` or `docs`: each folder has a file of its own.
  static func tags(
    _ tags: [TagVocabulary.Tag], in folder: String, from root: String
  ) -> OutputFile? {
    guard !tags.isEmpty else { return nil }
    return OutputFile(path: "\(folder)/tags.yml", origin: root + "tags.yml") {
      var text = ""
      for tag in tags {
        text += "\(FrontMatterWriter.quoted(tag.key)):\n"
        text += "  label: \(FrontMatterWriter.quoted(tag.label))\n"
        if !tag.description.isEmpty {
          text += "  description: \(FrontMatterWriter.quoted(tag.description))\n"
        }
        text += "  permalink: \(FrontMatterWriter.quoted("/" + tag.key))\n"
      }
      return Array(text.utf8)
    }
  }

  /// Docusaurus rejects a number where it expects a text.
  private static func value(of key: String, _ node: YAMLNode) -> String {
    let isText = ["title", "url", "email", "description", "image_url", "imageURL"].contains(key)
    guard isText, let text = node.text else { return FrontMatterWriter.json(node) }
    return FrontMatterWriter.quoted(text)
  }
}
