package import Incidents
package import Operations
package import Runbooks
package import Vocabulary

extension Library {
  /// Collects what was read: sorts it, gives every page its name, and connects it.
  ///
  /// `assets` are the paths of content files that are not pages, and `withheld` those of documents that are
  /// none because nothing was read of them. With `isWhole`, a link out of that folder
  /// is wrong; otherwise it is unknown. `given` overrides the newest day in the content. `other`
  /// is the process runbook where none is among the runbooks.
  package convenience init(
    configuration: SiteConfiguration, incidents unsorted: consuming [Incident],
    runbooks unsortedRunbooks: [Runbook],
    pages facts: [PageFacts], words: [PageWords] = [], assets: Set<String>,
    withheld: Set<String> = [], root: String,
    isWhole: Bool = true, process other: Runbook? = nil, today given: CalendarDay?,
    operations: Operations = Operations()
  ) {
    // Positions are sorted by keys: an incident is large, and sorting looks at each one many times.
    let keys = unsorted.map(IncidentPlace.init(of:))
    var incidents: [Incident] = []
    incidents.reserveCapacity(keys.count)
    for place in keys.indices.sorted(by: { keys[$0] < keys[$1] }) {
      incidents.append(unsorted[place])
    }
    // Nothing else refers to the incidents when they get their names: they would be copied.
    unsorted = []
    let clashes = PageNames.settle(&incidents, below: root)
    let scale = Self.scale(configuration, Self.process(among: unsortedRunbooks) ?? other)
    let runbooks = unsortedRunbooks.sorted { $0.path < $1.path }.map { $0.graded(by: scale) }
    self.init(
      connecting: incidents, runbooks, listed: (incidents.count, runbooks.count),
      process: Self.process(among: runbooks) ?? other?.graded(by: scale),
      pages: Dictionary(facts.map { ($0.path, $0) }) { first, _ in first },
      configuration: configuration, root: root,
      origin: Origin(
        assets: assets, withheld: withheld, isWhole: isWhole, today: given, clashes: clashes,
        operations: operations,
        words: Dictionary(
          words.map { (DocumentPart(path: $0.path, line: $0.line), $0) },
          uniquingKeysWith: { first, _ in first })))
  }
}
