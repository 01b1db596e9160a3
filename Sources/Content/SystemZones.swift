package import Files
internal import Synchronization
package import Vocabulary

extension ZoneDatabase {
  /// The zone files of the system: those of the package tzdata, or of macOS. Besides UTC, only a zone that a
  /// document or `site.yml` names is read, and each once.
  package static let system = ZoneDatabase { SystemZones.zone(named: $0).bytes }

  /// The hash of a zone file of the system; `nil` when there is none.
  static func systemHash(ofFile name: String) -> ContentHash? { SystemZones.zone(named: name).hash }

  /// Notes the zone files that this process has read or looked for, as they were then.
  package static func noteSystemFiles(in log: InputLog) {
    let zones = SystemZones.known.withLock { Array($0.values) }
    // Those beyond that number are not known.
    if zones.count == SystemZones.most { log.giveUp() }
    for input in zones.flatMap(\.inputs) { log.note(input) }
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
  struct Zone: Sendable {
    /// `nil` for a name without a file.
    private(set) var bytes: [UInt8]?
    private(set) var hash: ContentHash?
    /// The files that were looked for.
    private(set) var inputs: [Input] = []

    init(named name: String) {
      for folder in SystemZones.folders {
        let path = "\(folder)/\(name)"
        if let file = try? noteFile(path, limit: 1 << 20) {
          bytes = file.bytes
          if case .read(_, let hash) = file.input.state { self.hash = hash }
          inputs.append(file.input)
          return
        }
        inputs.append(
          Input(path: path, state: .present((try? fileStatus(of: path))?.kind), followsLinks: true))
      }
    }
  }

  static func zone(named name: String) -> Zone {
    if let known = known.withLock({ $0[name] }) { return known }
    let zone = Zone(named: name)
    known.withLock { known in
      if known.count < most { known[name] = zone }
    }
    return zone
  }

  /// What was read, by name.
  static let known = Mutex<[String: Zone]>([:])
  /// Twice as many as there are zones: hostile documents may name any number.
  static let most = 1_024

  static let folders = ["/usr/share/zoneinfo", "/var/db/timezone/zoneinfo"]
}
