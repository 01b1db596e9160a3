internal import Diagnostics
internal import Pipeline

/// When something changed, and what: the first path, and how many others.
func changeLine(_ changed: [String], otherwise unknown: String) -> String {
  let paths = changed.filter { !$0.isEmpty }
  let others = paths.count > 1 ? " and \(Judgement.counted(paths.count - 1, "other"))" : ""
  return "\(Surroundings.clock) \(paths.first?.plainLine ?? unknown)\(others)"
}
