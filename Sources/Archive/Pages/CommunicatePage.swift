internal import Incidents
internal import Learning
internal import Publishing
internal import Runbooks
internal import Templates
internal import Vocabulary

extension ArchiveSite {
  var communicatePage: [OutputFile] {
    [
      page(
        "communicate/index.html", .communicate, title: "Communicate",
        description: "Who is told, when, and how.", in: .communicate
      ) { page, _ in
        guard let process = library.process,
          let index = library.listedRunbooks.firstIndex(where: { $0.path == process.path })
        else {
          page["lede"] = "No runbook describes the incident response yet."
          return
        }
        page["lede"] = "Who is told, when, and how."
        page["matrix"] = process.communicationMatrix.map { matrix($0) } ?? .nothing
        page["rhythm"] = .list(rhythm)
        page["hasRhythm"] = .flag(!rhythm.isEmpty)
        page["templates"] = .list(process.updateTemplates.map { message($0) })
        page["hasTemplates"] = .flag(!process.updateTemplates.isEmpty)
        page["contacts"] = .list(
          process.contacts.map { ["handle": .text($0.handle), "meaning": .text($0.meaning)] })
        page["hasContacts"] = .flag(!process.contacts.isEmpty)
        page["tools"] = .list(process.tools.map { tool($0) })
        page["hasTools"] = .flag(!process.tools.isEmpty)
        page["sourceUrl"] = .text(url(ofRunbook: index))
        page["sourceTitle"] = .text(process.title)
      }
    ]
  }

  private func matrix(_ matrix: CommunicationMatrix) -> TemplateValue {
    [
      "corner": .text(matrix.corner.isEmpty ? "Severity" : matrix.corner),
      "columns": .list(matrix.columns.map { .text($0.title.isEmpty ? "(no name)" : $0.title) }),
      "rows": .list(
        matrix.rows.map { row in
          [
            "name": .text(row.name), "sev": .optional(row.severity?.slug),
            "severity": .text(row.name), "cells": .list(row.cells.map { .text($0) }),
          ]
        }),
    ]
  }

  private var rhythm: [TemplateValue] {
    let rules: [(ResponsePolicy.Rule, String, String)] = [
      (.acknowledge, "Acknowledge", "within"), (.internalUpdate, "Internal update", "every"),
      (.externalUpdate, "External update", "every"), (.escalation, "Escalate", "after"),
    ]
    return rules.map { rule, name, word in
      let statement = library.policy[rule]
      return [
        "name": .text(name), "value": .text("\(word) \(Wording.length(statement.minutes))"),
        "note": .optional(statement.defaultNote),
      ]
    }
  }

  private func message(_ template: UpdateTemplate) -> TemplateValue {
    let heading: String =
      switch template.kind {
      case .internal: "Internal update"
      case .external: "External update"
      case .resolved: "Resolved"
      }
    return [
      "anchor": .text(template.kind.rawValue), "heading": .text(heading),
      "text": .html(marked(template)), "length": .number(template.text.count),
      "kind": .text(template.kind.rawValue),
    ]
  }

  /// The text with its fields marked.
  private func marked(_ template: UpdateTemplate) -> HTML {
    let bytes = Array(template.text.utf8)
    var html = HTML.empty
    var end = 0
    func text(_ range: Range<Int>) -> HTML {
      HTML(text: String(decoding: bytes[range], as: UTF8.self))
    }
    for field in template.fields {
      html.append(text(end..<field.offsets.lowerBound))
      html.append(HTML(trusted: "<mark>"))
      html.append(text(field.offsets))
      html.append(HTML(trusted: "</mark>"))
      end = field.offsets.upperBound
    }
    html.append(text(end..<bytes.count))
    return html
  }

  private func tool(_ tool: Tool) -> TemplateValue {
    let isAddress = tool.destination?.contains("://") ?? false
    return [
      "name": .text(tool.name), "value": .text(tool.value),
      "url": isAddress ? .optional(tool.destination) : .nothing,
    ]
  }
}
