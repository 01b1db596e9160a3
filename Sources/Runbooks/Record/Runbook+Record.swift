package import Bytes

extension Runbook.Kind: Recordable {}

extension ReviewInterval.Unit: Recordable {}

extension ReviewInterval: Recordable {
  package func write(to writer: inout RecordWriter) {
    writer.write(count)
    writer.write(unit)
  }
  package init(from reader: inout RecordReader) throws(RecordError) {
    self.init(count: try reader.int(), unit: try reader.read())
  }
}

extension Runbook.Section: Recordable {
  package func write(to writer: inout RecordWriter) {
    writer.write(heading)
    writer.write(level)
    writer.write(anchor)
    writer.write(lines)
  }
  package init(from reader: inout RecordReader) throws(RecordError) {
    heading = try reader.read()
    level = try reader.read()
    anchor = try reader.read()
    lines = try reader.read()
  }
}

extension Runbook: Recordable {
  package func write(to writer: inout RecordWriter) {
    writer.write(path)
    writer.write(slugPath)
    writer.write(kind)
    writer.write(title)
    writer.write(titleHeading)
    writer.write(description)
    writer.write(owner)
    writer.write(lastVerified)
    writer.write(verifiedRange)
    writer.write(interval)
    writer.write(dueOn)
    writer.write(severity)
    writer.write(minutes)
    writer.write(services)
    writer.write(alert)
    writer.write(alertRange)
    writer.write(tags)
    writer.write(aliases)
    writer.write(leadsTo)
    writer.write(visibility)
    writer.write(language)
    writer.write(docusaurus)
    writer.write(sections)
    writer.write(firstCommand)
    writer.write(firstCommandFolder)
    writer.write(commands)
    writer.write(scripts)
    writer.write(phases)
    writer.write(decisionTrees)
    writer.write(communicationMatrix)
    writer.write(updateTemplates)
    writer.write(contacts)
    writer.write(tools)
    writer.write(checklist)
    writer.write(postIncidentChecklist)
    writer.write(learningQuestions)
    writer.write(policy)
    writer.write(severities)
    writer.write(diagnostics)
  }
  package init(from reader: inout RecordReader) throws(RecordError) {
    path = try reader.read()
    slugPath = try reader.read()
    kind = try reader.read()
    title = try reader.read()
    titleHeading = try reader.read()
    description = try reader.read()
    owner = try reader.read()
    lastVerified = try reader.read()
    verifiedRange = try reader.read()
    interval = try reader.read()
    dueOn = try reader.read()
    severity = try reader.read()
    minutes = try reader.read()
    services = try reader.read()
    alert = try reader.read()
    alertRange = try reader.read()
    tags = try reader.read()
    aliases = try reader.read()
    leadsTo = try reader.read()
    visibility = try reader.read()
    language = try reader.read()
    docusaurus = try reader.read()
    sections = try reader.read()
    firstCommand = try reader.read()
    firstCommandFolder = try reader.read()
    commands = try reader.read()
    scripts = try reader.read()
    phases = try reader.read()
    decisionTrees = try reader.read()
    communicationMatrix = try reader.read()
    updateTemplates = try reader.read()
    contacts = try reader.read()
    tools = try reader.read()
    checklist = try reader.read()
    postIncidentChecklist = try reader.read()
    learningQuestions = try reader.read()
    policy = try reader.read()
    severities = try reader.read()
    diagnostics = try reader.read()
  }
}
