internal import Learning
internal import Publishing
internal import Templates

/// The facets of a list that is whole on its page: each row says its values, and what is counted on the way is the list
/// of facets beside it.
struct RowFacets {
  /// A value of a row in a facet.
  struct Value {
    let facet: String
    let key: String
    let name: String
    /// The page of the value; `nil` where it has none.
    var url: String?
  }

  private struct Counted {
    let value: Value
    var count: Int
  }

  private let titles: KeyValuePairs<String, String>
  private var counted: [String: [String: Counted]] = [:]

  /// - Parameter titles: the facets in their order, each with what people call it.
  init(_ titles: KeyValuePairs<String, String>) { self.titles = titles }

  /// Counts a row, and returns its values as its attribute says them: `[["kind", "detect"], …]`.
  mutating func keys(of values: [Value]) -> TemplateValue {
    var writer = JSONWriter()
    writer.array { list in
      for (facet, _) in titles {
        let keys = values.filter { $0.facet == facet }.map(\.key)
        if !keys.isEmpty { list.values([facet] + keys) }
      }
    }
    for value in values {
      counted[value.facet, default: [:]][value.key, default: Counted(value: value, count: 0)]
        .count += 1
    }
    return .text(String(decoding: writer.bytes, as: UTF8.self))
  }

  /// What `partials/facets` shows: the facets that leave a choice, each with its most common values; nothing when there
  /// is none.
  func value(noun: String) -> TemplateValue {
    let facets = titles.compactMap { name, title -> TemplateValue? in
      let values = (counted[name] ?? [:]).values
      guard values.count > 1 else { return nil }
      let shown = values.sorted { ($1.count, $0.value.name) < ($0.count, $1.value.name) }
        .prefix(Self.mostValues)
      return [
        "key": .text(name), "name": .text(title),
        "values": .list(
          shown.map { counted in
            [
              "key": .text(counted.value.key), "name": .text(counted.value.name),
              "url": .optional(counted.value.url), "count": .number(counted.count),
            ]
          }),
      ]
    }
    return facets.isEmpty ? .nothing : ["noun": .text(noun), "source": "", "list": .list(facets)]
  }

  private static let mostValues = 12
}

extension ArchiveSite {
  /// What people call a service, whether or not an incident names it.
  func serviceName(_ key: String) -> String {
    facets.entry(.service, key)?.name ?? library.configuration.service(key)?.name ?? key
  }

  /// The values of a row that services, by their keys, give it.
  func serviceValues(_ keys: [String]) -> [RowFacets.Value] {
    Set(keys.map(Facet.Kind.service.folded)).sorted().map { key in
      RowFacets.Value(
        facet: "service", key: key, name: serviceName(key), url: facets.entry(.service, key)?.url)
    }
  }
}
