internal import Files
package import Learning
package import Runbooks

/// The settings and the policy of a content folder, by which documents outside it are judged.
package struct ContentGuide: Sendable {
  package let configuration: SiteConfiguration
  /// The hash of the settings files.
  let settings: ContentHash
  /// `nil` when the folder has no policy.
  package let process: Runbook?
}
