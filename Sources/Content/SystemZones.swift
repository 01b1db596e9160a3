package import Files
internal import Synchronization
package import Vocabulary

extension ZoneDatabase {
  /// The zone files of the system: those of the package tzdata, or of macOS. Besides UTC, only a zone that a
  /// document or `site.yml` names is read, and each once.
  package static let system = ZoneDatabase { name in
    if let known = SystemZones.known.withLock({ $0[name] }) { return known }
    let bytes = SystemZones.file(named: name)
    SystemZones.known.withLock { known in
      if known.count < SystemZones.most { known[name] = .some(bytes) }
    }
    return bytes
  }

  /// What tells one version of the system's zone files from another; `nil` without such files.
  package static var systemVersion: ContentHash? {
    for folder in SystemZones.folders {
      for name in ["tzdata.zi", "+VERSION", "UTC"] {
        guard let bytes = try? readFile("\(folder)/\(name)", limit: 1 << 22) else { continue }
        let changed = (try? fileStatus(of: folder))?.modified ?? 0
        return ContentHash(of: bytes + Array("\(changed)".utf8))
      }
    }
    return nil
  }
}

private enum SystemZones {
  /// What was read, by name; `nil` stands for a name without a file.
  static let known = Mutex<[String: [UInt8]?]>([:])
  /// Twice as many as there are zones: hostile documents may name any number.
  static let most = 1_024

  static let folders = ["/usr/share/zoneinfo", "/var/db/timezone/zoneinfo"]

  static func file(named name: String) -> [UInt8]? {
    for folder in folders {
      if let bytes = try? readFile("\(folder)/\(name)", limit: 1 << 20) { return bytes }
    }
    return nil
  }
}
