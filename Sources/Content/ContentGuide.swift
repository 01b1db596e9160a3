internal import Learning
internal import Runbooks

/// The settings and the policy of a content folder, by which documents outside it are judged.
package struct ContentGuide: Sendable {
  let configuration: SiteConfiguration
  /// `nil` when the folder has no policy.
  let process: Runbook?
}
