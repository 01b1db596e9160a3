package import CommonMark
package import Diagnostics
package import Vocabulary
package import YAML

/// What a runbook says about itself, without its text: enough for lists, links, checks and figures.
///
/// Pages are rendered from the file when they are needed, so that thousands of runbooks fit in memory.
package struct Runbook: Hashable, Sendable {
  package enum Kind: String, CaseIterable, Sendable {
    /// The response process: phases with windows, or a communication matrix.
    case process
    /// What to do about one alert: Meaning, Impact, Diagnosis, Mitigation.
    case alert
    /// Steps built around an `ansible-playbook` command.
    case playbook
    case other
  }

  /// A heading and the lines that belong to it.
  package struct Section: Hashable, Sendable {
    package var heading: String
    /// From 1 to 6.
    package var level: Int
    package var anchor: String?
    /// From the heading to the line before the next heading of the same or a higher level.
    package var lines: LineRange
  }

  /// As the user sees it, relative to the working directory.
  package var path: String
  /// The path below the folder of runbooks, without its extension and safe in URLs:
  /// `alerts/ApiErrorRateHigh`.
  package var slugPath: String
  package var kind: Kind
  /// From the front matter, otherwise the first heading of level 1, otherwise the name of the file.
  package var title: String
  /// The heading that only repeats ``title``.
  package var titleHeading: TitleHeading?
  /// From the front matter, otherwise the first sentence of the text; empty when there is neither.
  package var description: String
  package var owner: String?
  /// `YYYY-MM-DD` as written, so that texts sort by day; only a day that exists.
  package var lastVerified: String?
  /// Where that is stated.
  package var verifiedRange: SourceRange?
  /// How long that counts, where the page says so.
  package var interval: ReviewInterval?
  /// `YYYY-MM-DD` on which it is to be verified again, where the page states the day itself.
  package var dueOn: String?
  /// As written, with the severity at its start.
  package var severity: Field<Severity>?
  /// How many minutes it takes to follow, at least 1.
  package var minutes: Int?
  package var services: [String]
  /// The alert that leads here: from the front matter, otherwise the name of an alert runbook's file.
  package var alert: String?
  /// Where the name of the alert is stated, or else the title; `nil` when the file has neither.
  package var alertRange: SourceRange?
  package var tags: [String]
  /// Other words for it, by which the outcomes of decision trees find it: `aliases: [Undo a deployment]`.
  package var aliases: [String]
  /// Where outcomes of its decision trees lead.
  package var leadsTo: [OutcomeLead]
  package var visibility = Visibility.listed
  /// The language that the runbook states, or else what the script of its words says.
  package var language: String?
  /// Docusaurus' own keys of the front matter, passed on to its page unchanged.
  package var docusaurus: [YAMLPair]
  /// Every heading except ``titleHeading``, in reading order.
  package var sections: [Section]
  /// The first command line of the first shell block that has one, without its prompt; continued lines are
  /// joined by single spaces. A line that only changes the folder comes before it.
  package var firstCommand: String?
  /// Where ``firstCommand`` is run, as the text above it says: `infrastructure/`.
  package var firstCommandFolder: String?
  /// Every `ansible-playbook` command of the code blocks.
  package var commands: [PlaybookCommand]
  /// The shell text of the code blocks, as far as it has a grammar to check.
  package var scripts: [ShellScript]
  package var phases: [Phase]
  package var decisionTrees: [DecisionTree]
  package var communicationMatrix: CommunicationMatrix?
  package var updateTemplates: [UpdateTemplate]
  package var contacts: [Contact]
  package var tools: [Tool]
  /// Items with a box, and the items below a heading that names a checklist.
  package var checklist: [ChecklistItem]
  /// The part of ``checklist`` that a closed incident has to go through.
  package var postIncidentChecklist: [ChecklistItem]
  package var learningQuestions: [LearningQuestion]
  /// The windows that the process sets; `nil` for a runbook that is not a process.
  package var policy: ResponsePolicy?
  /// The severities that the process lists; `nil` when it lists none.
  package var severities: SeverityScale?
  /// What reading found, sorted, without the findings of the document itself, which are in
  /// `MarkdownDocument.diagnostics`.
  package var diagnostics: [Diagnostic]
}

extension Runbook {
  /// The runbook with its severity and those of its matrix on the team's scale.
  package func graded(by scale: SeverityScale) -> Runbook {
    var runbook = self
    runbook.severity = runbook.severity.map {
      Field(written: $0.written, range: $0.range, value: scale.severity(leading: $0.written))
    }
    runbook.communicationMatrix?.grade(by: scale)
    return runbook
  }
}
