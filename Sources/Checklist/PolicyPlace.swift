internal import Runbooks

extension ResponsePolicy.Statement {
  /// Where it is stated: "(content/runbooks/incident-response.md:16)", or that it is the standard.
  var place: String {
    switch source {
    case .standard: "(the standard, since the runbook is silent)"
    case .stated(let path, let line): "(\(path):\(line))"
    }
  }
}
