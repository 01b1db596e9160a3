/// Why a command for responders did not do its work.
package enum RespondingError: Error, CustomStringConvertible {
  case noTimeline(path: String)
  case severalIncidents(path: String)
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
    case .severalIncidents(let path):
      "'\(path)' holds several incidents; name a file with the timeline of one"
    case .unreadEntry(let path, let entry):
      "an entry added to '\(path)' would not be understood, so nothing was written; add this line yourself: \(entry)"
    case .noTrees(let root): "no runbook in '\(root)' has a decision tree"
    case .endedEarly(let question):
      "the answers end before '\(question)'; nothing is decided"
    case .noAnswer(let text): text
    case .noIncident(let name, let near):
      "no incident is called '\(name)'\(near.map { "; did you mean '\($0)'?" } ?? "")"
    }
  }
}
