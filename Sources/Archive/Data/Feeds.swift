internal import Learning
internal import Publishing

/// The newest incidents for feed readers, in the two formats they know: Atom (RFC 4287) and JSON Feed 1.1
/// (<https://jsonfeed.org/version/1.1>).
///
/// Without an address of the site in `site.yml` links are relative, which readers resolve against the feed's own address.
extension ArchiveSite {
  var feeds: [OutputFile] {
    [
      dataFile("feed.xml") { atomFeed }, dataFile("feed.json") { jsonFeed },
    ]
  }

  private static let epoch = "1970-01-01T00:00:00Z"

  private var atomFeed: [UInt8] {
    let entries = feedEntries
    var writer = XMLWriter(declaration: true)
    writer.element("feed", [("xmlns", "http://www.w3.org/2005/Atom")]) { feed in
      feed.newline()
      feed.element("title", text: library.configuration.title)
      feed.element("subtitle", text: library.configuration.tagline)
      feed.element("id", text: Self.permanentID(library.configuration.url + "/feed"))
      feed.element("updated", text: entries.map(\.updated).max() ?? Self.epoch)
      feed.element("author") { $0.element("name", text: library.configuration.title) }
      feed.element("link", [("rel", "self"), ("href", address(of: "feed.xml"))])
      feed.element("link", [("href", address(of: "index.html"))])
      feed.newline()
      for entry in entries {
        feed.element("entry") { element in
          element.element("title", text: entry.title)
          element.element("id", text: entry.id)
          element.element("link", [("href", entry.url)])
          element.element("published", text: entry.published)
          element.element("updated", text: entry.updated)
          for category in entry.categories { element.element("category", [("term", category)]) }
          if !entry.summary.isEmpty { element.element("summary", text: entry.summary) }
        }
        feed.newline()
      }
    }
    return writer.bytes + [0x0A]
  }

  private var jsonFeed: [UInt8] {
    var writer = JSONWriter()
    writer.object { feed in
      feed.member("version", "https://jsonfeed.org/version/1.1")
      feed.member("title", library.configuration.title)
      feed.member("description", library.configuration.tagline)
      feed.member("home_page_url", address(of: "index.html"))
      feed.member("feed_url", address(of: "feed.json"))
      feed.member("language", library.configuration.language)
      feed.key("items")
      feed.array { items in
        for entry in feedEntries {
          items.newline()
          items.object { item in
            item.member("id", entry.id)
            item.member("url", entry.url)
            item.member("title", entry.title)
            item.member("content_text", entry.summary.isEmpty ? entry.title : entry.summary)
            item.member("date_published", entry.published)
            item.member("date_modified", entry.updated)
            item.member("tags", entry.categories)
          }
        }
      }
    }
    return writer.file()
  }
}
