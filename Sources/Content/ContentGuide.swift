internal import Files
internal import Learning
internal import Runbooks

/// The settings and the policy of a content folder, by which documents outside it are judged.
package struct ContentGuide: Sendable {
  let configuration: SiteConfiguration
  /// The hash of the settings files.
  let settings: ContentHash
  /// `nil` when the folder has no policy.
  let process: Runbook?
}
