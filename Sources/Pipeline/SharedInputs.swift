internal import Bytes
internal import Content
internal import Files
internal import Learning
internal import Publishing
internal import Runbooks
internal import Vocabulary

extension PlannedContent {
  /// What the pages are made of besides what each takes from the library; `nil` when the program cannot be told from
  /// another version of it.
  ///
  /// Everything that seldom changes is in one hash: the program, the templates, the settings, the folder of the
  /// content, the policy by the bytes of the runbook that states it, and the zone files of the system. Incidents and
  /// runbooks are what reading their documents comes to, which depends on nothing else, so pages name the documents.
  func inputs(sources: [String: ContentHash]) -> SiteInputs? {
    guard let programIdentity, let templates else { return nil }
    let library = content.library
    let policy = library.process.map { sources[$0.path] }
    if case .some(.none) = policy { return nil }
    var writer = RecordWriter()
    writer.write(programIdentity)
    writer.write(templates)
    writer.write(content.settingsHash)
    writer.write(ZoneDatabase.systemVersion)
    writer.write(library.root)
    writer.write(library.process?.path)
    writer.write(policy ?? nil)
    return SiteInputs(shared: ContentHash(of: writer.bytes), sources: sources)
  }
}
