internal import CommonMark
internal import Incidents
internal import Learning
internal import Publishing
internal import Templates
internal import Vocabulary

extension ArchiveSite {
  var incidentPages: [OutputFile] {
    let render: @Sendable (Int, inout OpenDocuments) throws -> [UInt8] = { index, documents in
      try incidentPage(library.incidents[index], at: index, &documents)
    }
    return library.incidents.indices.map { index in
      let document = library.incidents[index].document
      return OutputFile(
        path: Self.folder + url(ofIncident: index), origin: document.path, source: document.name
      ) { try render(index, &$0) }
    }
  }

  private func incidentPage(
    _ incident: Incident, at index: Int, _ documents: inout OpenDocuments
  ) throws -> [UInt8] {
    let story = try IncidentStory(
      of: incident, on: Place(url(ofIncident: index)), of: self, &documents)
    return try rendered(
      url(ofIncident: index), .incident, title: incident.title,
      description: incident.frontMatter.summary ?? incident.lesson, in: .incidents
    ) { page, _ in
      addHead(of: incident, to: &page)
      tell(incident.visibility, on: &page)
      tell(language: incident.language, on: &page)
      page["problems"] = problems(documents.errors[incident])
      add(story, of: incident, to: &page)
      let facts = IncidentFacts(of: incident, policy: library.policy).values
      page["facts"] = .list(facts)
      page["hasFacts"] = .flag(!facts.isEmpty)
      page["phases"] = PhaseBar(of: incident)?.value ?? .nothing
      addSide(of: incident, at: index, to: &page)
      page["previous"] =
        index + 1 < library.listed.count ? .record(incidentLink(index + 1)) : .nothing
      page["next"] =
        index > 0 && index < library.listed.count
        ? .record(incidentLink(index - 1)) : .nothing
    }
  }

  private func addHead(of incident: Incident, to page: inout TemplateRecord) {
    page["sev"] = .optional(incident.severity?.slug)
    page["severity"] = .optional(incident.severity?.rawValue)
    page["titleAnchor"] = .optional(incident.titleHeading?.anchor)
    page["day"] = .optional(incident.day?.description)
    page["id"] = .optional(incident.id?.description)
    page["nearMiss"] = .flag(incident.isNearMiss)
    page["security"] = .flag(incident.frontMatter.isSecurity)
    page["source"] = .text(incident.path)
  }

  private func add(
    _ story: IncidentStory, of incident: Incident, to page: inout TemplateRecord
  ) {
    page["summary"] = story.summary.value
    page["lessons"] = story.lessons?.value ?? .nothing
    page["timeline"] = story.timeline
    if !incident.actionItems.isEmpty {
      page["actions"] = [
        "anchor": .text(story.actions?.anchor ?? "action-items"),
        "heading": story.actions.map { .html($0.heading) } ?? "Action items",
        "items": .list(incident.actionItems.map { actionRow($0, incident: nil) }),
        "written": story.actions.map { .html($0.html) } ?? .nothing,
      ]
    }
    page["body"] = .html(story.body)
    page["toc"] = .list(story.contents)
    page["hasToc"] = .flag(story.contents.count > 1)
  }

  private func addSide(
    of incident: Incident, at index: Int, to page: inout TemplateRecord
  ) {
    page["services"] = facets.links(.service, incident.services)
    page["hasServices"] = .flag(!incident.services.isEmpty)
    page["factors"] = facets.links(.factor, incident.factors)
    page["hasFactors"] = .flag(!incident.factors.isEmpty)
    page["tags"] = facets.links(.tag, incident.tags)
    page["hasTags"] = .flag(!incident.tags.isEmpty)
    let runbooks = library.runbooks(of: index)
    page["runbooks"] = .list(runbooks.map { runbookLink($0) })
    page["hasRunbooks"] = .flag(!runbooks.isEmpty)
    let related = library.related[index]
    page["related"] = .list(related.map { relatedLink($0) })
    page["hasRelated"] = .flag(!related.isEmpty)
    page["checklist"] = .list(points(of: incident))
    let authors = incident.frontMatter.authors.map { author in
      library.configuration.author(author.written)?.name ?? author.written
    }
    page["authors"] = .list(authors.map { .text($0) })
    page["hasAuthors"] = .flag(!authors.isEmpty)
    page["edit"] = .optional(editAddress(of: incident.path))
  }

  private func relatedLink(_ related: RelatedIncident) -> TemplateValue {
    var record = incidentLink(related.incident)
    let reason: String =
      switch related.reason {
      case .repeats: "repeated by this incident"
      case .repeatedBy: "repeats this incident"
      case .sameFactorAndService(let factor, let service):
        "\(name(.service, service)): \(name(.factor, factor))"
      case .sameFactor(let factor): name(.factor, factor)
      }
    record["reason"] = .text(reason)
    return .record(record)
  }

  private func name(_ kind: Facet.Kind, _ key: String) -> String {
    facets.entry(kind, key)?.name ?? key
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
