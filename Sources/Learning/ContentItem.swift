package import Diagnostics
package import Incidents
package import Runbooks

/// What one folder or file of the content became.
package struct ContentItem: Sendable {
  package enum Subject: Sendable {
    case incident(Incident)
    case runbook(Runbook)
  }

  package var subject: Subject
  /// One a document, in the order review, timeline.
  package var pages: [PageFacts]
  package var diagnostics: [Diagnostic]

  package init(subject: Subject, pages: [PageFacts], diagnostics: [Diagnostic]) {
    self.subject = subject
    self.pages = pages
    self.diagnostics = diagnostics
  }
}
