import Diagnostics
import Incidents
import Learning
import Testing

/// The three files of settings: what they say, and what they say wrongly.
struct SiteConfigurationTests {
  private func read(_ text: String) -> SiteConfigurationReader {
    var reader = SiteConfigurationReader()
    reader.readSite(SourceFile(path: "content/site.yml", text: text))
    return reader
  }

  @Test func readsTextsAndKeepsDefaults() {
    let settings = read(
      "title: Ferry & Co\nrepository: https://git.example.com/edit\nurl: https://x.example\n")
    #expect(settings.diagnostics == [])
    #expect(settings.configuration.title == "Ferry & Co")
    #expect(settings.configuration.repository == "https://git.example.com/edit")
    #expect(settings.configuration.tagline == SiteConfiguration().tagline)
    #expect(settings.configuration.services == [])
  }

  /// A list of services, and each as "key = name: description".
  @Test(arguments: [
    ("[mail, web]", ["mail = mail: ", "web = web: "]),
    ("{mail: Mail relay, web: }", ["mail = Mail relay: ", "web = web: "]),
    (
      "{mail: {name: Relay, description: Sends mail.}, web: {label: Shop}}",
      ["mail = Relay: Sends mail.", "web = Shop: "]
    ),
    ("", []), ("[]", []), ("{}", []), ("[[mail], web]", ["web = web: "]),
  ])
  func readsTerms(written: String, terms: [String]) {
    for key in ["services", "factors"] {
      let settings = read("\(key): \(written)\n")
      let found =
        key == "services" ? settings.configuration.services : settings.configuration.factors
      #expect(found.map { "\($0.key) = \($0.name): \($0.description)" } == terms)
      #expect(settings.diagnostics == [])
    }
  }

  @Test func findsTermsByTheirKeys() {
    let settings = read("services: {mail: Relay}\nfactors: {full: Saturation}\n").configuration
    #expect(settings.service("mail")?.name == "Relay")
    #expect(settings.service("Relay") == nil)
    #expect(settings.factor("full")?.name == "Saturation")
    #expect(settings.factor("mail") == nil)
  }

  @Test(arguments: [
    ("{root_cause: [Ursache, Grund]}", ["root_cause: Ursache, Grund"]),
    ("{impact: Folgen, lessons: []}", ["impact: Folgen", "lessons: "]), ("{}", []),
  ])
  func readsHeadings(written: String, headings: [String]) {
    let settings = read("headings: \(written)\n")
    #expect(
      settings.configuration.headings.map {
        "\($0.kind.rawValue): \($0.headings.joined(separator: ", "))"
      } == headings)
    #expect(settings.diagnostics == [])
  }

  /// A file, the code and place of its finding, and what the help names.
  @Test(arguments: [
    ("- title\n", "BS017 1:1", "write one 'key: value' per line"),
    ("title: [a, b]\n", "BS017 1:8", "write one value after 'title:'"),
    ("titel: A\n", "BS016 1:1", "'title'"),
    ("title: A\nheadings:\n  root_caus: [x]\n", "BS016 3:3", "'root_cause'"),
    ("quux: A\n", "BS016 1:1", "organization"),
    ("services: mail\n", "BS017 1:11", "write a list, as in 'services: [api, web]'"),
    ("factors: 7\n", "BS017 1:10", "write a list, as in 'factors: [api, web]'"),
  ])
  func reports(text: String, finding: String, help: String) {
    let found = read(text).diagnostics
    let places = found.map { finding in
      let start = finding.range?.lowerBound
      return "\(finding.code) \(start?.line ?? 0):\(start?.column ?? 0)"
    }
    #expect(places == [finding])
    #expect(found.first?.help?.contains(help) == true, "\(found)")
  }

  @Test func readsTagsAndAuthors() {
    var reader = SiteConfigurationReader()
    reader.readTags(SourceFile(path: "tags.yml", text: "queues:\n  label: Queues\n"))
    reader.readAuthors(SourceFile(path: "authors.yml", text: "rosa:\n  name: Rosa\nli: {}\n"))
    #expect(reader.configuration.tag("queues")?.name == "Queues")
    #expect(reader.configuration.author("rosa")?.name == "Rosa")
    #expect(reader.configuration.author("li")?.name == "li")
    #expect(reader.diagnostics == [])
  }
}
