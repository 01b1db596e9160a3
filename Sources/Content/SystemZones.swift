internal import Files
package import Vocabulary

extension ZoneDatabase {
  /// The zone files of the system: those of the package tzdata, or of macOS. Besides UTC, only a zone that a
  /// document or `site.yml` names is read.
  package static let system = ZoneDatabase { name in
    for folder in ["/usr/share/zoneinfo", "/var/db/timezone/zoneinfo"] {
      if let bytes = try? readFile("\(folder)/\(name)", limit: 1 << 20) { return bytes }
    }
    return nil
  }
}
