internal import Learning

/// The nine checklist points of an incident as the last section of its post.
struct ChecklistSection {
  private let checklist: PostIncidentChecklist

  init(of checklist: PostIncidentChecklist) { self.checklist = checklist }

  /// The section, with a blank line between it and the text before it.
  func text(after text: [UInt8], ids: inout HeadingIDs) -> String {
    let anchor = ids.free("after-the-incident", prefix: "checklist")
    let heading = ids.heading("After the incident", level: 2, anchor: anchor)
    var table = MarkdownTable(["Point", "State", "Why"])
    for entry in checklist.entries {
      table.add([
        PlainText.escaped(entry.title), entry.state.words, PlainText.escaped(entry.reason),
      ])
    }
    let isEnded = text.last == UInt8(ascii: "\n")
    return (isEnded ? "\n" : "\n\n") + heading + table.output
  }
}
