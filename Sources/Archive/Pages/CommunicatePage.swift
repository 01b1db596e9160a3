internal import Incidents
internal import Learning
internal import Publishing
internal import Runbooks
internal import Templates
internal import Vocabulary

extension ArchiveSite {
  var communicatePage: [OutputFile] {
    let url = "communicate/index.html"
    return [
      OutputFile(path: Self.folder + url, origin: templates.path(of: .communicate)) { documents in
        // The messages of past incidents are read again for the examples.
        let messages = try library.process.map { try self.messages(of: $0, &documents) } ?? []
        return try rendered(
          url, .communicate, title: "Communicate", description: "Who is told, when, and how.",
          in: .communicate
        ) { page, _ in fill(&page, messages) }
      }
    ]
  }

  private func fill(_ page: inout TemplateRecord, _ messages: [TemplateValue]) {
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
    page["templates"] = .list(messages)
    page["hasTemplates"] = .flag(!messages.isEmpty)
    page["contacts"] = .list(
      process.contacts.map { ["handle": .text($0.handle), "meaning": .text($0.meaning)] })
    page["hasContacts"] = .flag(!process.contacts.isEmpty)
    page["tools"] = .list(process.tools.map { tool($0) })
    page["hasTools"] = .flag(!process.tools.isEmpty)
    page["sourceUrl"] = .text(url(ofRunbook: index))
    page["sourceTitle"] = .text(process.title)
  }

  private func matrix(_ matrix: CommunicationMatrix) -> TemplateValue {
    [
      "corner": .text(matrix.corner.isEmpty ? "Severity" : matrix.corner),
      "columns": .list(matrix.columns.map { .text($0.title.isEmpty ? "(no name)" : $0.title) }),
      "rows": .list(
        matrix.rows.map { row in
          [
            "name": .text(row.name), "sev": .optional(row.severity?.tone),
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

  private func messages(
    of process: Runbook, _ documents: inout OpenDocuments
  ) throws -> [TemplateValue] {
    var seen: Set<UpdateTemplate.Kind> = []
    return try process.updateTemplates.map { template in
      let isFirst = seen.insert(template.kind).inserted
      let example = try UpdateExample(of: template.kind, in: library).map { example in
        let filled = try example.filled(template, in: library) { try documents.file($0) }
        return [
          "caption": .text(example.caption(in: library)), "text": .html(marked(filled)),
          "url": .text(url(ofIncident: example.incident)),
          "isUnknown": .flag(!filled.fields.isEmpty),
        ] as TemplateValue
      }
      return [
        "anchor": isFirst ? .text(template.kind.rawValue) : .nothing,
        "heading": .text(template.kind.title), "text": .html(marked(template)),
        "length": .text(Wording.counted(template.length, "character")),
        "example": example ?? .nothing,
      ]
    }
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
