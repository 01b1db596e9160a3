internal import Runbooks

extension UpdateTemplate.Kind {
  /// What is filled where the policy has no template.
  var standardText: String {
    switch self {
    case .internal:
      """
      ⏰ [time] UPDATE
      Status: [INVESTIGATING / MITIGATING / MONITORING / RESOLVED]
      Impact: [what is affected, how many users]
      Actions: [what is being done]
      ETA: [estimated resolution time]
      Next update: [time]
      """
    case .external:
      """
      We have a problem with [service].
      Impact: [what is affected]
      Status: [investigating / fixing / monitoring / resolved]
      Workaround: [if available]
      ETA: [if known]
      Next update: [time]
      """
    case .resolved:
      """
      ✅ RESOLVED - [time]
      Impact: [what was affected]
      Root cause: [one line]
      Fix applied: [what was done]
      Post-incident review: [date and time]
      """
    }
  }
}
