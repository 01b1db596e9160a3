internal import CommonMark
internal import Vocabulary

/// What a review says about the people outside the company who use the service.
package struct CustomerImpact: Hashable, Sendable {
  /// Whether they were affected; `false` when the review says that nobody was.
  package let isAffected: Bool
  package let line: Int

  /// Reads the sentences of some parts: a sentence that states harm outweighs one that denies it.
  init?(in parts: [Section], of review: DocumentReading) {
    var denied: Int?
    for section in parts {
      for block in review.blocks(in: section.lines) {
        switch block.kind {
        case .paragraph, .item: break
        default: continue
        }
        for (line, sentence) in Self.sentences(of: block) {
          let signs = Self.signs.meanings(in: Words(sentence))
          if signs.contains(.nobody) {
            denied = denied ?? line
          } else if signs.contains(.people), signs.contains(.harm) {
            isAffected = true
            self.line = line
            return
          }
        }
      }
    }
    guard let denied else { return nil }
    isAffected = false
    line = denied
  }

  private enum Sign {
    case nobody
    case people
    case harm
  }

  /// The sentences of a block with the lines on which they begin.
  private static func sentences(of block: Block) -> [(line: Int, text: String)] {
    var found: [(Int, String)] = []
    var line = block.lines.lowerBound
    var start = line
    var bytes: [UInt8] = []
    func end() {
      if !bytes.isEmpty { found.append((start, String(decoding: bytes, as: UTF8.self))) }
      bytes = []
    }
    for byte in block.text.utf8 {
      if byte == 0x0A { line += 1 }
      if bytes.isEmpty { start = line }
      let endsBefore = byte == 0x20 || byte == 0x0A
      if endsBefore, let last = bytes.last, ".;!?".utf8.contains(last) {
        end()
        start = line
      } else {
        bytes.append(byte)
      }
    }
    end()
    return found
  }

  /// Words for the people outside the company who use a service.
  static let people = [
    "customer", "customers", "user", "users", "client", "clients", "visitors", "shoppers", "shops",
    "merchants", "tenants", "subscribers", "members", "readers", "players", "guests", "passengers",
    "patients",
  ]

  private static let signs = PhraseTable<Sign>([
    (
      .nobody,
      [
        "no customer", "no customers", "no user", "no users", "no shop", "no shops", "no client",
        "no clients", "no tenant", "none for customers", "none for users", "users saw nothing",
        "customers saw nothing", "customers noticed nothing", "not customer facing",
        "no external impact", "nobody outside",
      ]
    ),
    (.people, people),
    (
      .harm,
      [
        "failed", "fail", "fails", "could not", "couldnt", "cannot", "unable", "error", "errors",
        "lost", "down", "unavailable", "inaccessible", "affected", "impacted", "blocked", "slow",
        "timeouts", "timed out", "rejected", "refused", "locked out", "received no", "missing",
        "empty", "late", "twice", "a second time",
      ]
    ),
  ])
}
