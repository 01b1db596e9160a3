internal import CommonMark
internal import Incidents
internal import Learning
internal import Publishing
internal import Templates
internal import Vocabulary

extension ArchiveSite {
  var incidentPages: [OutputFile] {
    let prepare: @Sendable (Int, inout PageInputs) -> OutputFile.Rendering = incidentPage
    return library.incidents.indices.map { index in
      let document = library.incidents[index].document
      return OutputFile(
        path: Self.folder + url(ofIncident: index), origin: document.path, source: document.name,
        prepare: { prepare(index, &$0) })
    }
  }

  private func incidentPage(_ index: Int, _ inputs: inout PageInputs) -> OutputFile.Rendering {
    let incident = library.incidents[index]
    let surroundings = IncidentSurroundings(
      of: incident, at: index, in: self, problems: inputs.errors[incident])
    inputs.add(incident)
    inputs.addLinks(of: incident, on: Place(url(ofIncident: index)), in: self)
    surroundings.add(to: &inputs)
    return { documents in
      try incidentPage(incident, at: index, surroundings, &documents)
    }
  }

  private func incidentPage(
    _ incident: Incident, at index: Int, _ surroundings: IncidentSurroundings,
    _ documents: inout OpenDocuments
  ) throws -> [UInt8] {
    let story = try IncidentStory(
      of: incident, on: Place(url(ofIncident: index)), of: self, trees: surroundings.trees,
      &documents)
    return try rendered(
      url(ofIncident: index), .incident, title: incident.title,
      description: incident.frontMatter.summary ?? incident.lesson, in: .incidents
    ) { page, _ in
      addHead(of: incident, to: &page)
      tell(incident.visibility, on: &page)
      tell(language: incident.language, on: &page)
      add(story, of: incident, surroundings, to: &page)
      let facts = IncidentFacts(of: incident, policy: library.policy).values
      page["facts"] = .list(facts)
      page["hasFacts"] = .flag(!facts.isEmpty)
      page["phases"] =
        PhaseBar(of: incident, silences: story.silences)?.value ?? .nothing
      // Without a process of the team's nobody asked for these.
      page["hasChecklist"] = .flag(library.process != nil)
      page["checklist"] = library.process == nil ? .nothing : .list(points(of: incident))
      let authors = incident.frontMatter.authors.map { author in
        library.configuration.author(author.written)?.name ?? author.written
      }
      page["authors"] = .list(authors.map { .text($0) })
      page["hasAuthors"] = .flag(!authors.isEmpty)
      page["edit"] = .optional(editAddress(of: incident.path))
      page.add(surroundings.fields)
    }
  }

  private func addHead(of incident: Incident, to page: inout TemplateRecord) {
    page["sev"] = .optional(incident.severityTone)
    page["severity"] = .optional(incident.severityLabel)
    page["titleAnchor"] = .optional(incident.titleHeading?.anchor)
    page["day"] = .optional(incident.day?.description)
    page["id"] = .optional(incident.id?.description ?? incident.otherID)
    page["nearMiss"] = .flag(incident.isNearMiss)
    page["security"] = .flag(incident.frontMatter.isSecurity)
  }

  private func add(
    _ story: IncidentStory, of incident: Incident, _ surroundings: IncidentSurroundings,
    to page: inout TemplateRecord
  ) {
    page["summary"] = story.summary.value
    page["lessons"] = story.lessons?.value ?? .nothing
    page["timeline"] = story.timeline
    if !incident.actionItems.isEmpty {
      page["actions"] = [
        "anchor": .text(story.actions?.anchor ?? "action-items"),
        "heading": story.actions.map { .html($0.heading) } ?? "Action items",
        "columns": Self.columns(of: incident.actionItems),
        "items": .list(
          zip(incident.actionItems, surroundings.overdue).map { item, isOverdue in
            .record(actionRow(item, incident: nil, isOverdue: isOverdue))
          }),
        "written": story.actions.map { .html($0.html) } ?? .nothing,
      ]
    }
    page["body"] = .html(story.body)
    page["toc"] = .list(story.contents)
    page["hasToc"] = .flag(story.contents.count > 1)
  }

  /// The nine points that the runbook asks for after every incident, as far as the documents show them.
  private func points(of incident: Incident) -> [TemplateValue] {
    library.checklist(of: incident).entries.map { entry in
      let state: TemplateValue =
        switch entry.state {
        case .done: "done"
        case .notDone: "open"
        case .notRecorded: "silent"
        }
      return [
        "title": .text(entry.title), "state": state, "words": .text(entry.state.words),
        "reason": .text(entry.reason),
      ]
    }
  }
}
