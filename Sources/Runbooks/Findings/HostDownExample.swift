/// The alert runbook in the examples of the rules: as it should be.
package enum HostDownExample {
  /// The page under a title, without front matter. Ends in a line break.
  package static func page(_ title: String = "HostDown") -> String {
    """
    # \(title)

    ## Meaning

    A host does not answer.

    ## Impact

    Half of the capacity is gone.

    ## Diagnosis

    Look at its console.

    ## Mitigation

    Start it again from the console.

    """
  }
}
