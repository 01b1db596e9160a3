internal import Incidents
internal import Learning
internal import Publishing
internal import Runbooks
internal import Vocabulary

extension ArchiveSite {
  /// Everything that a program may want to know about the archive, one incident or runbook per line.
  var siteJSON: [OutputFile] {
    [
      OutputFile(path: Self.folder + "site.json", origin: library.folder) {
        var writer = JSONWriter()
        writer.object { site in
          site.member("version", 1)
          site.member("title", library.configuration.title)
          site.key("content_day")
          write(library.today?.description, to: &site)
          site.newline()
          site.key("incidents")
          site.array { list in
            for index in library.listed.indices {
              list.newline()
              writeIncident(index, to: &list)
            }
          }
          site.newline()
          site.key("runbooks")
          site.array { list in
            for index in library.listedRunbooks.indices {
              list.newline()
              writeRunbook(index, to: &list)
            }
          }
        }
        return writer.bytes + [0x0A]
      }
    ]
  }

  private func write(_ text: String?, to writer: inout JSONWriter) {
    if let text { writer.value(text) } else { writer.null() }
  }

  private func writeIncident(_ index: Int, to writer: inout JSONWriter) {
    let incident = library.incidents[index]
    writer.object { object in
      object.key("id")
      write(incident.id?.description, to: &object)
      object.member("url", url(ofIncident: index))
      object.member("title", incident.title)
      object.key("date")
      write(incident.day?.description, to: &object)
      object.key("severity")
      write(incident.severityLabel, to: &object)
      object.member("services", incident.services)
      object.member("tags", incident.tags)
      object.member("factors", incident.factors)
      object.member("near_miss", incident.isNearMiss)
      object.key("milestones")
      object.object { milestones in
        for (milestone, mark) in incident.milestones.known {
          milestones.member(milestone.rawValue, mark.moment.rfc3339 ?? mark.moment.written)
        }
      }
      object.key("minutes")
      object.object { minutes in
        for duration in DerivedDuration.allCases {
          guard let value = incident.milestones.minutes(to: duration) else { continue }
          minutes.member(duration.rawValue, value)
        }
      }
      object.key("actions")
      object.object { actions in
        actions.member("open", incident.openActionItemCount)
        actions.member("total", incident.actionItems.count)
      }
      object.member("lesson", incident.lesson)
    }
  }

  private func writeRunbook(_ index: Int, to writer: inout JSONWriter) {
    let runbook = library.runbooks[index]
    writer.object { object in
      object.member("url", url(ofRunbook: index))
      object.member("title", runbook.title)
      object.key("alert")
      write(runbook.alert, to: &object)
      object.member("services", runbook.services)
      object.key("last_verified")
      write(runbook.lastVerified, to: &object)
      object.member("uses", library.uses[index].count)
    }
  }
}
