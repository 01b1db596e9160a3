internal import Content
internal import Diagnostics
internal import Files
internal import Incidents
internal import Learning
internal import Runbooks
internal import Vocabulary

/// Why the moves of pages cannot be told.
package enum MovesError: Error {
  case noRepository(folder: String)
  case noCommit(revision: String)
}

/// The addresses that pages had at a commit and no longer have, against what `redirects.yml` says.
package struct Moves: Sendable {
  /// An address that leads nowhere now, and the file below the content folder that has its text.
  package struct Line: Hashable, Sendable {
    package let address: String
    package let target: String

    package var text: String { "\(address): \(Self.quoted(target))\n" }

    fileprivate static func quoted(_ text: String) -> String {
      let isPlain = text.unicodeScalars.allSatisfy {
        !$0.isASCII || $0.properties.isAlphabetic || ("0"..."9").contains($0)
          || "-_./".unicodeScalars.contains($0)
      }
      return isPlain ? text : "'\(text.replacing("'", with: "''"))'"
    }
  }

  /// Redirects that are missing, sorted by address.
  package let missing: [Line]
  /// Targets of redirects that are elsewhere now.
  package let moved: [(written: String, line: Line)]
  /// Addresses that another page has now, so that no redirect can lead from there.
  package let taken: [String]
  /// Documents whose text is in no other file.
  package let gone: [String]
  /// `redirects.yml`, which may not exist yet.
  package let path: String
  private let file: SourceFile?
  private let edits: [(range: Range<Int>, text: String)]

  /// Compares the content of a build with that of a commit.
  ///
  /// - Throws: ``MovesError``, ``ContentError``, or what reading threw.
  package init(of build: Build, since revision: String) async throws {
    let root = build.settings.content
    let git = Git(root)
    guard git.hasWorkTree else { throw MovesError.noRepository(folder: root) }
    guard let commit = try git.commit(revision) else {
      throw MovesError.noCommit(revision: revision)
    }
    let old = try git.files(at: commit) { ContentLayout.isMarkdown($0) || $0.hasSuffix(".yml") }
    let earlier = FileSource.memory(
      Dictionary(uniqueKeysWithValues: old.map { (joinedPath(root, $0), $1) }))
    let before = try await Self.pages(of: root, earlier)
    let library = try await Self.library(of: root, build.files)
    let after = library.map(Self.pages) ?? []
    var pairing = PagePairing(
      before, after,
      renames: try git.renames(since: commit).reduce(into: [:]) {
        $0[joinedPath(root, $1.key)] = joinedPath(root, $1.value)
      })
    pairing.pairBySimilarity {
      try? earlier.read($0)
    } now: {
      try? build.files.read($0)
    }
    let redirects = library?.configuration.redirects ?? Redirects()
    let known = Set(redirects.entries.map(\.address))
    let addresses = library.map { PageAddresses(of: $0) }
    var missing: Set<Line> = []
    var taken: Set<String> = []
    for (old, new) in pairing.pairs {
      for address in old.addresses where !new.addresses.contains(address) {
        if addresses?.page(at: address) != nil {
          taken.insert(address)
        } else if !known.contains(address) {
          missing.insert(Line(address: address, target: new.target))
        }
      }
    }
    self.missing = missing.sorted { $0.address < $1.address }
    self.taken = taken.sorted()
    gone = pairing.lost.map(\.target).sorted()
    path = redirects.path ?? joinedPath(root, "redirects.yml")
    file = try redirects.path.map { try build.files.file($0) }
    let targets = Dictionary(
      pairing.pairs.filter { $0.old.target != $0.new.target }.map { ($0.old.target, $0.new.target) }
    ) { first, _ in first }
    var moved: [(written: String, line: Line)] = []
    var edits: [(range: Range<Int>, text: String)] = []
    for entry in redirects.entries {
      guard let target = targets[entry.target], let file, let library, let addresses,
        library.target(of: entry, addresses) == nil
      else { continue }
      moved.append((entry.target, Line(address: entry.written, target: target)))
      edits.append((file.offsets(of: entry.targetRange), Line.quoted(target)))
    }
    self.moved = moved
    self.edits = edits
  }

  /// Whether `redirects.yml` says all that it has to say.
  package var isSettled: Bool { missing.isEmpty && moved.isEmpty }

  /// The file with what is missing at its end; every other byte stays, except the targets that moved.
  package var text: [UInt8] {
    var bytes = file?.bytes ?? Array(Self.heading.utf8)
    for (range, text) in edits.sorted(by: { $0.range.lowerBound > $1.range.lowerBound }) {
      bytes.replaceSubrange(range, with: text.utf8)
    }
    if bytes.last.map({ $0 != 0x0A }) ?? false, !missing.isEmpty { bytes.append(0x0A) }
    return bytes + missing.flatMap { $0.text.utf8 }
  }

  private static let heading = """
    # Old addresses, and the file that has the page now. 'build-site redirects' adds what is missing.

    """

  private static func library(of root: String, _ files: FileSource) async throws -> Library? {
    do {
      return try await Build(content: root, files: files).load().first?.content.library.published()
    } catch ContentError.nothing {
      return nil
    }
  }

  private static func pages(of root: String, _ files: FileSource) async throws -> [MovedPage] {
    try await library(of: root, files).map(pages) ?? []
  }

  private static func pages(of library: Library) -> [MovedPage] {
    let incidents = library.incidents.map { incident in
      let anchor = incident.part == nil ? nil : incident.sections.first?.anchor
      return MovedPage(
        documents: incident.documents.map(\.path), isPart: incident.part != nil,
        sign: incident.id?.description ?? "\(incident.day?.description ?? "")\n\(incident.title)",
        target: library.shortPath(incident.path) + (anchor.map { "#\($0)" } ?? ""),
        addresses: PageAddresses.addresses(of: incident))
    }
    let runbooks = library.runbooks.map { runbook in
      MovedPage(
        documents: [runbook.path], isPart: false, sign: "runbook\n\(runbook.title)",
        target: library.shortPath(runbook.path), addresses: PageAddresses.addresses(of: runbook))
    }
    return incidents + runbooks
  }
}

extension SourceFile {
  /// The bytes of a place.
  fileprivate func offsets(of range: SourceRange) -> Range<Int> {
    func offset(_ location: SourceLocation) -> Int {
      start(ofLine: location.line) + location.column - 1
    }
    return offset(range.lowerBound)..<offset(range.upperBound)
  }
}
