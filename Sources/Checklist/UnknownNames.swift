internal import Diagnostics
internal import Incidents
internal import Vocabulary

/// Finds names that are not in a list of known names.
enum UnknownNames {
  /// Nothing when no names are known: then the team keeps no list.
  static func findings(
    _ fields: [Field<String>], _ noun: String, known: [String], file: String,
    in subject: IncidentUnderReview
  ) -> [Finding] {
    if known.isEmpty || fields.isEmpty { return [] }
    return fields.filter { !known.contains($0.written) }.map { field in
      let near = nearestName(to: field.written, among: known)
      return Finding(
        path: subject.openingPath, range: field.range,
        message: "\(noun) '\(field.written)' is not in \(file)",
        help: near.map { "write '\($0)'" } ?? "add it to \(file), or use one that is listed there")
    }
  }
}
