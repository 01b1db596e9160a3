internal import Diagnostics

/// Why a command for responders did not do its work.
package enum RespondingError: Error, CustomStringConvertible {
  case noTimeline(path: String)
  /// A file is a log, and which of its incidents is meant was not said, or none is called so.
  case severalIncidents(path: String, known: [String], wanted: String?)
  /// An entry that would not be read back as it was written.
  case unreadEntry(path: String, entry: String)
  case noTrees(root: String)
  case endedEarly(question: String)
  case noAnswer(String)
  case noIncident(name: String, near: String?)

  package var description: String {
    switch self {
    case .noTimeline(let path):
      "'\(path)' has no timeline; add a heading 'Timeline' with the first entry, then try again"
    case .severalIncidents(let path, let known, let wanted):
      Self.several(path, known, wanted)
    case .unreadEntry(let path, let entry):
      "an entry added to '\(path)' would not be understood, so nothing was written; add this line yourself: \(entry)"
    case .noTrees(let root): "no runbook in '\(root)' has a decision tree"
    case .endedEarly(let question):
      "the answers end before '\(question)'; nothing is decided"
    case .noAnswer(let text): text
    case .noIncident(let name, let near):
      "no incident is called '\(name)'\(suggestion(near))"
    }
  }

  /// More would not be read.
  private static let mostNames = 20

  private static func several(_ path: String, _ known: [String], _ wanted: String?) -> String {
    let rest = known.count > mostNames ? " and \(known.count - mostNames) more" : ""
    let list = known.prefix(mostNames).joined(separator: ", ") + rest
    let form = known.first.map { ", as in '\(path)#\($0)'" } ?? ""
    guard let wanted else {
      return "'\(path)' holds several incidents; say which one\(form): \(list)"
    }
    let near = suggestion(nearestName(to: wanted, among: known))
    return "no incident in '\(path)' has the heading or the ID '\(wanted)'\(near); it has \(list)"
  }
}
