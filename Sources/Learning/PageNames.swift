internal import Bytes
internal import Diagnostics
internal import Incidents
internal import Vocabulary

/// An incident whose name an older one has already.
package struct NameClash: Hashable, Sendable {
  /// Index into ``Library/incidents``.
  package let incident: Int
  package let older: Int
  /// The name that both would have.
  package let name: String
  /// Whether both state it, by `slug:`.
  package let isStated: Bool
}

/// Gives every incident names that no later one changes: that of its page in the archive, and that of its
/// post, which is unique among those of its day.
///
/// The older of two incidents keeps the name, and the other one gets a suffix of its own: from its ID, the
/// name of its file or of its folder, and never from a count of those before it. The older is the one that
/// started first; when no start is known, the one whose path comes first. So a name moves only when a review
/// that is added later tells of an earlier incident of the same name and day, or of one that started at an
/// unknown time and has an earlier path: from the files alone nobody can tell that the other was there first.
/// Equal headings in one log have no names of their own and are counted.
struct PageNames {
  private(set) var clashes: [NameClash] = []
  private var pages: [String: Int] = [:]
  private var posts: [String: Int] = [:]

  /// `root` is the content folder in the paths, which may lie anywhere.
  static func settle(_ incidents: inout [Incident], below root: String) -> [NameClash] {
    var names = PageNames()
    // By keys: an incident is large, and sorting looks at each one many times.
    let keys = incidents.map { (start: start(of: $0), path: $0.path, line: $0.line) }
    let order = incidents.indices.sorted { left, right in
      let (left, right) = (keys[left], keys[right])
      if left.start != right.start { return left.start < right.start }
      if left.path != right.path {
        return left.path.utf8.lexicographicallyPrecedes(right.path.utf8)
      }
      return left.line < right.line
    }
    for index in order {
      names.name(index, of: &incidents, below: root)
    }
    return names.clashes
  }

  private mutating func name(_ index: Int, of incidents: inout [Incident], below root: String) {
    let (page, post, day) = names(of: incidents[index], at: index, below: root)
    incidents[index].pageName = page.name
    incidents[index].slug = String(post.name.dropFirst(day.utf8.count + 1))
    // A slug that is free makes both names the author's own.
    let isSettled = post.older == nil && incidents[index].frontMatter.slug != nil
    guard let older = page.older ?? post.older, !isSettled else { return }
    let stated = [index, older].map {
      incidents[$0].frontMatter.slug.map { PageName.slug($0.written) }
    }
    clashes.append(
      NameClash(
        incident: index, older: older, name: page.older == nil ? post.wanted : page.wanted,
        isStated: stated[0] != nil && stated[0] == stated[1]
          && incidents[index].day == incidents[older].day))
  }

  /// A name that an incident gets, what it would have been, and who has that already.
  private typealias Name = (name: String, wanted: String, older: Int?)

  /// By itself, so that nothing refers to the incident when it gets its names: it would be copied.
  private mutating func names(
    of incident: Incident, at index: Int, below root: String
  ) -> (page: Name, post: Name, day: String) {
    let slug = PageName.withoutDates(incident.slug.isEmpty ? "incident" : incident.slug)
    let day = incident.day?.description ?? ""
    // Most names are free.
    let suffixes = { Self.suffixes(of: incident, below: root) }
    let page = Self.free(incident.pageName, suffixes, among: &pages, for: index)
    let post = Self.free("\(day)-\(slug)", suffixes, among: &posts, for: index)
    return (
      (page.name, incident.pageName, page.older), (post.name, slug, post.older), day
    )
  }

  /// The first name that is free, and who has the one without a suffix.
  private static func free(
    _ name: String, _ suffixes: () -> [String], among taken: inout [String: Int], for index: Int
  ) -> (name: String, older: Int?) {
    guard let older = taken[name] else {
      taken[name] = index
      return (name, nil)
    }
    var free = suffixes().lazy.map { "\(name)-\($0)" }.first { taken[$0] == nil }
    var number = 2
    while free == nil {
      let numbered = "\(name)-\(number)"
      if taken[numbered] == nil { free = numbered }
      number += 1
    }
    let found = free ?? name
    taken[found] = index
    return (found, older)
  }

  /// What tells an incident from others, the most readable first; all of it from its own file.
  private static func suffixes(of incident: Incident, below root: String) -> [String] {
    let path =
      incident.path.hasPrefix(root)
      ? String(incident.path.dropFirst(root.utf8.count)) : incident.path
    let number = incident.id?.description.split(separator: "-").last.map(String.init)
    let file = PageName.slug(IncidentReader.nameWithoutDay(path))
    let folder = PageName.slug(
      IncidentReader.nameWithoutDay(
        path.split(separator: "/").dropLast().last.map(String.init) ?? ""))
    let known = [incident.frontMatter.slug.map { PageName.slug($0.written) }, number, file, folder]
      .compactMap { $0.map(PageName.withoutDates) }
    let useless: Set = ["", "review", "timeline", "incidents", incident.slug, incident.pageName]
    let hash = incident.part == nil ? [String(StableHash(path.utf8).hex.prefix(6))] : []
    return known.filter { !useless.contains($0) } + hash
  }

  /// Seconds since 1970 on the author's clock; an unknown time comes after all others of its day, and an
  /// unknown day after all days.
  private static func start(of incident: Incident) -> Int {
    guard let day = incident.day else { return .max }
    let end = (day.number + 1) * 86_400
    let started = incident.milestones[.started]?.moment
    return started.flatMap { $0.hasDay ? min($0.clock, end - 1) : nil } ?? end
  }
}
