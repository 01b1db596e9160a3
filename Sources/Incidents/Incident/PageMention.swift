package import Vocabulary

/// A place where an incident names another page of the content, with the author's words around it.
///
/// It is kept in the library, so that the page of a runbook can say how it was used without reading the
/// documents of all incidents.
package struct PageMention: Hashable, Sendable {
  package enum Subject: Hashable, Sendable {
    /// A link, as written in the document.
    case link(destination: String)
    /// An entry of the timeline that runs a playbook: its path, as written.
    case playbook(String)
    /// An action item about a runbook that it names without a link: the words before and after "runbook" or
    /// "playbook", folded by ``FoldedText/name(_:)``, at most ``mostWords`` of each.
    case named(before: String, after: String)
  }

  /// How many words of a name are looked at.
  package static let mostWords = 6
  /// How many bytes of ``text`` are kept at most.
  static let mostText = 240

  package let subject: Subject
  package let path: String
  package let line: Int
  /// When it happened, for an entry of the timeline whose time is known.
  package let moment: Moment?
  /// The entry, or the sentence with the link, on one line; empty for an action item.
  package let text: String

  package var isPlaybook: Bool {
    if case .playbook = subject { true } else { false }
  }
}
