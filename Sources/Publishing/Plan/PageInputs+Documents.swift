package import CommonMark
package import Incidents
internal import Learning

extension PageInputs {
  /// The bytes of the documents of an incident, and the names that the library gave it.
  package mutating func add(_ incident: Incident) {
    add(source: incident.path)
    if let path = incident.timelinePath, path != incident.path { add(source: path) }
    add(incident.part?.lowerBound ?? 0)
    add(incident.pageName)
    add(incident.slug)
  }

  /// Where a link leads.
  package mutating func add(_ change: LinkChange) {
    switch change {
    case .keep: add(0)
    case .unlink: add(1)
    case .replace(let address):
      add(2)
      add(address)
    }
  }
}
