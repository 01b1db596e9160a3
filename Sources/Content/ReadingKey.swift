internal import Bytes
internal import Files
internal import Incidents
internal import Learning
internal import Runbooks
internal import Vocabulary

/// Everything that reading a unit depends on, as one hash: two units with the same key have the same record.
///
/// - the program and the libraries it runs with, and with it every rule, word and form of a record;
/// - the settings, by the bytes of their files, so that no key of theirs can be forgotten. What `redirects.yml` says
///   is left out: ``UnitReader`` does not get it;
/// - the team's zone, which also depends on the zones there are, and whether there are any;
/// - the policy, as the whole runbook that states it, and the team's severities, which come from it or from the
///   settings. Neither is known while the runbooks themselves are read;
/// - the folder of the runbooks, which their paths leave out;
/// - the unit: the paths of its files, the role of each, and the name of its folder;
/// - the bytes of its files.
///
/// The zone files that a unit asks for are not known before it is read: its record has their hashes, and is not used
/// when one differs. Reading depends on nothing else: not on the day that counts as today, on what is left out or
/// asked for, or on other units, because the rules that look at those run when all is read.
struct ReadingKey: Sendable {
  private let hash: ContentHash

  /// The key without a unit. `settings` is the hash of the files that `reader.configuration` was read from.
  init(of reader: UnitReader, settings: ContentHash, program: ContentHash) {
    var writer = RecordWriter()
    writer.write(program)
    writer.write(settings)
    writer.write(reader.incidents.clock.zone)
    writer.write(reader.incidents.clock.database.isEmpty)
    writer.write(reader.process)
    writer.write(reader.incidents.scale)
    writer.write(reader.runbooks)
    hash = ContentHash(of: writer.bytes)
  }

  /// The name of the record of a unit, whose files have some hashes, in the order of its paths.
  func name(of unit: ContentUnit, files: [ContentHash]) -> ContentHash {
    var writer = RecordWriter()
    writer.write(hash)
    switch unit {
    case .incident(let review, let timeline, let folder):
      writer.write(0)
      writer.write(review)
      writer.write(timeline)
      writer.write(folder)
    case .runbook(let path):
      writer.write(1)
      writer.write(path)
    }
    writer.write(files)
    return ContentHash(of: writer.bytes)
  }
}
