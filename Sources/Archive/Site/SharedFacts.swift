internal import Bytes
internal import Files
internal import Incidents
internal import Learning
internal import Runbooks
internal import Synchronization
internal import Vocabulary

/// The hash of all that figures, feeds and data for other programs are made of besides the settings: what is read from
/// the listed incidents and runbooks, and not their texts. Made once, by whoever asks first.
///
/// A figure or a file that shows one more value adds it here.
struct SharedFacts: Sendable {
  let hash: @Sendable () -> ContentHash

  init(of library: Library) {
    let known = Mutex<ContentHash?>(nil)
    hash = {
      known.withLock { known in
        if let hash = known { return hash }
        let hash = Self.hash(of: library)
        known = hash
        return hash
      }
    }
  }

  private static func hash(of library: Library) -> ContentHash {
    var writer = RecordWriter()
    writer.write(library.today?.description)
    for (index, incident) in library.listed.enumerated() {
      write(incident, to: &writer)
      writer.write(library.runbookHelp(of: index).rawValue)
    }
    for recurrence in library.recurrences {
      writer.write(recurrence.again)
      writer.write(recurrence.first)
      writer.write(library.reason(of: recurrence))
    }
    for (index, runbook) in library.listedRunbooks.enumerated() {
      write(runbook, to: &writer)
      writer.write(library.uses[index])
    }
    return ContentHash(of: writer.bytes)
  }

  private static func write(_ incident: Incident, to writer: inout RecordWriter) {
    writer.write(incident.id?.description)
    writer.write(incident.path)
    writer.write(incident.title)
    writer.write(incident.archivePage)
    writer.write(incident.slug)
    writer.write(incident.day)
    writer.write(incident.severity)
    writer.write(incident.severityLabel)
    let milestones = incident.milestones.known
    writer.write(milestones.count)
    for (milestone, mark) in milestones {
      writer.write(milestone.rawValue)
      writer.write(mark.moment)
    }
    writer.write(incident.factors)
    writer.write(incident.services)
    writer.write(incident.tags)
    writer.write(incident.isNearMiss)
    writer.write(incident.frontMatter.isSecurity)
    writer.write(incident.frontMatter.status)
    writer.write(incident.updateStatus?.rawValue)
    writer.write(incident.frontMatter.detectionSource?.written)
    writer.write(incident.crew)
    writer.write(incident.communications.count)
    for communication in incident.communications { writer.write(communication.audience.rawValue) }
    writer.write(incident.actionItems.count)
    for index in incident.actionItems.indices { write(incident.actionItems[index], to: &writer) }
    writer.write(incident.summary)
    writer.write(incident.lesson)
    writer.write(incident.fix)
  }

  private static func write(_ item: ActionItem, to writer: inout RecordWriter) {
    writer.write(item.title)
    writer.write(item.owner)
    writer.write(item.due)
    writer.write(item.dueWritten)
    writer.write(item.state.rawValue)
    writer.write(item.kind)
    writer.write(item.link)
  }

  private static func write(_ runbook: Runbook, to writer: inout RecordWriter) {
    writer.write(runbook.archivePage)
    writer.write(runbook.path)
    writer.write(runbook.title)
    writer.write(runbook.description)
    writer.write(runbook.kind.rawValue)
    writer.write(runbook.firstCommand)
    writer.write(runbook.alert)
    writer.write(runbook.services)
    writer.write(runbook.lastVerified)
  }
}
