internal import Incidents
internal import Learning
internal import Publishing
internal import Runbooks
internal import Vocabulary

extension ArchiveSite {
  /// Everything that a program may want to know about the archive, one incident or runbook per line.
  var siteJSON: [OutputFile] {
    [
      dataFile("site.json") {
        var writer = JSONWriter(
          capacity: library.listed.count * Self.room + library.listedRunbooks.count * Self.room)
        writer.object { site in
          site.member("$schema", "site.schema.json")
          site.member("version", 2)
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
        return writer.file()
      }
    ]
  }

  /// More bytes than most entries have: room that is not used costs nothing.
  private static let room = 4096

  private func write(_ text: String?, to writer: inout JSONWriter) {
    if let text { writer.value(text) } else { writer.null() }
  }

  private func writeIncident(_ index: Int, to writer: inout JSONWriter) {
    let incident = library.incidents[index]
    writer.object { object in
      object.member("key", key(of: incident))
      object.key("id")
      write(incident.id?.description, to: &object)
      object.member("url", url(ofIncident: index))
      object.member("permalink", address(of: url(ofIncident: index)))
      object.member("source", incident.path)
      object.member("slug", incident.slug)
      object.member("title", incident.title)
      object.key("date")
      write(incident.day?.description, to: &object)
      object.key("severity")
      write(incident.severityLabel, to: &object)
      object.member("services", incident.services)
      object.member("tags", incident.tags)
      object.member("factors", incident.factors)
      object.member("near_miss", incident.isNearMiss)
      object.member("security", incident.frontMatter.isSecurity)
      object.key("status")
      write(incident.frontMatter.status ?? incident.updateStatus?.rawValue, to: &object)
      object.key("detection")
      write(incident.frontMatter.detectionSource?.written, to: &object)
      object.member(
        "status_page_used", incident.communications.contains { $0.audience == .statusPage })
      object.member("runbooks", library.runbooks(of: index).map { url(ofRunbook: $0) })
      object.member("summary", incident.summary)
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
        actions.key("items")
        actions.array { items in for item in incident.actionItems { write(item, to: &items) } }
      }
      object.member("lesson", incident.lesson)
      object.member("fix", incident.fix)
    }
  }

  private func write(_ item: ActionItem, to writer: inout JSONWriter) {
    writer.object { object in
      object.member("title", item.title)
      object.key("owner")
      write(item.owner, to: &object)
      object.key("due")
      write(item.due?.description, to: &object)
      object.member("state", item.state.rawValue)
      object.key("kind")
      write(item.kind, to: &object)
      object.key("link")
      write(item.link, to: &object)
    }
  }

  private func writeRunbook(_ index: Int, to writer: inout JSONWriter) {
    let runbook = library.runbooks[index]
    writer.object { object in
      object.member("url", url(ofRunbook: index))
      object.member("permalink", address(of: url(ofRunbook: index)))
      object.member("source", runbook.path)
      object.member("title", runbook.title)
      object.member("description", runbook.description)
      object.member("kind", runbook.kind.rawValue)
      object.key("first_command")
      write(runbook.firstCommand, to: &object)
      object.key("alert")
      write(runbook.alert, to: &object)
      object.member("services", runbook.services)
      object.key("last_verified")
      write(runbook.lastVerified, to: &object)
      object.member("uses", library.uses[index].count)
    }
  }
}
