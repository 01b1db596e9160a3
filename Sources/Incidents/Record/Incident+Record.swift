package import Bytes

extension StatedDay: Recordable {
  package func write(to writer: inout RecordWriter) {
    writer.write(day)
    writer.write(line)
  }
  package init(from reader: inout RecordReader) throws(RecordError) {
    day = try reader.read()
    line = try reader.read()
  }
}

extension IncidentID: Recordable {
  package func write(to writer: inout RecordWriter) {
    writer.write(day)
    writer.write(number)
  }
  package init(from reader: inout RecordReader) throws(RecordError) {
    day = try reader.read()
    number = try reader.read()
  }
}

extension ReviewTerms: Recordable {
  package func write(to writer: inout RecordWriter) {
    writer.write(title)
    writer.write(names)
    writer.write(words)
    writer.write(errors)
  }
  package init(from reader: inout RecordReader) throws(RecordError) {
    title = try reader.read()
    names = try reader.read()
    words = try reader.read()
    errors = try reader.read()
  }
}

extension Crew: Recordable {
  package func write(to writer: inout RecordWriter) {
    writer.write(people)
    writer.write(teams)
  }
  package init(from reader: inout RecordReader) throws(RecordError) {
    self.init(people: try reader.read(), teams: try reader.read())
  }
}

extension Incident: Recordable {
  package func write(to writer: inout RecordWriter) { writer.write(facts[0]) }
  package init(from reader: inout RecordReader) throws(RecordError) {
    facts = [try reader.read()]
  }
}

extension Incident.Facts: Recordable {
  package func write(to writer: inout RecordWriter) {
    writer.write(reviewPath)
    writer.write(timelinePath)
    writer.write(frontMatter)
    writer.write(part)
    writer.write(definitions)
    writer.write(visibility)
    writer.write(language)
    writer.write(id)
    writer.write(otherID)
    writer.write(title)
    writer.write(titleHeading)
    writer.write(day)
    writer.write(statedDay)
    writer.write(severity)
    writer.write(severityWritten)
    writer.write(milestones)
    writer.write(durations)
    writer.write(timeline)
    writer.write(communications)
    writer.write(updateStatus)
    writer.write(longestUpdateGap)
    writer.write(decisions)
    writer.write(customerImpact)
    writer.write(sections)
    writer.write(labelled)
    writer.write(actionItems)
    writer.write(mentions)
    writer.write(unmarkedHeadings)
    writer.write(summary)
    writer.write(lesson)
    writer.write(fix)
    writer.write(terms)
    writer.write(crew)
    writer.write(pageName)
    writer.write(slug)
  }
  package init(from reader: inout RecordReader) throws(RecordError) {
    reviewPath = try reader.read()
    timelinePath = try reader.read()
    frontMatter = try reader.read()
    part = try reader.read()
    definitions = try reader.read()
    visibility = try reader.read()
    language = try reader.read()
    id = try reader.read()
    otherID = try reader.read()
    title = try reader.read()
    titleHeading = try reader.read()
    day = try reader.read()
    statedDay = try reader.read()
    severity = try reader.read()
    severityWritten = try reader.read()
    milestones = try reader.read()
    durations = try reader.read()
    timeline = try reader.read()
    communications = try reader.read()
    updateStatus = try reader.read()
    longestUpdateGap = try reader.read()
    decisions = try reader.read()
    customerImpact = try reader.read()
    sections = try reader.read()
    labelled = try reader.read()
    actionItems = try reader.read()
    mentions = try reader.read()
    unmarkedHeadings = try reader.read()
    summary = try reader.read()
    lesson = try reader.read()
    fix = try reader.read()
    terms = try reader.read()
    crew = try reader.read()
    pageName = try reader.read()
    slug = try reader.read()
  }
}

extension ReviewFrontMatter: Recordable {
  package func write(to writer: inout RecordWriter) {
    writer.write(title)
    writer.write(id)
    writer.write(date)
    writer.write(severity)
    writer.write(status)
    writer.write(summary)
    writer.write(slug)
    writer.write(services)
    writer.write(tags)
    writer.write(authors)
    writer.write(factors)
    writer.write(runbooks)
    writer.write(detectionSource)
    writer.write(repeats)
    writer.write(isNearMiss)
    writer.write(isSecurity)
    writer.write(milestones)
    writer.write(docusaurus)
  }
  package init(from reader: inout RecordReader) throws(RecordError) {
    title = try reader.read()
    id = try reader.read()
    date = try reader.read()
    severity = try reader.read()
    status = try reader.read()
    summary = try reader.read()
    slug = try reader.read()
    services = try reader.read()
    tags = try reader.read()
    authors = try reader.read()
    factors = try reader.read()
    runbooks = try reader.read()
    detectionSource = try reader.read()
    repeats = try reader.read()
    isNearMiss = try reader.read()
    isSecurity = try reader.read()
    milestones = try reader.read()
    docusaurus = try reader.read()
  }
}
