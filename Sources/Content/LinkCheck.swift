internal import CommonMark
internal import Diagnostics
internal import Files
internal import Incidents
internal import Learning
internal import Vocabulary

/// Asks the addresses that documents link to whether they are there. Only when somebody wants it: nothing else ever
/// goes to the network.
///
/// The program `curl` asks: it speaks every kind of HTTP and TLS of the system, and its proxies. It is given no
/// settings of the user, and addresses only from its standard input.
struct LinkCheck: Sendable {
  /// What an address answered.
  struct Answer: Hashable, Sendable {
    /// Of HTTP; 0 when there was none.
    var status: Int
    /// Of curl; 0 when there was an answer.
    var fault: Int
    /// Where the redirects led.
    var end: String
  }

  let run: FileSource.Running
  /// The file with the answers of earlier runs; `nil` to keep none.
  let cache: String?
  /// How long an address may take, in seconds.
  var limit = 20

  /// In seconds. An answer is kept for a day.
  private static let memory: Int64 = 86_400

  // MARK: Addresses

  /// A link in a document.
  struct Place: Sendable {
    let address: String
    let path: String
    let range: SourceRange
  }

  /// The links of some documents to other sites, without those to names that are for examples (RFC 2606) or that mean
  /// the reader's own machine.
  static func places(in document: DocumentReading) -> [Place] {
    document.blocks.indices.flatMap { document.blocks[$0].links }.compactMap { link in
      guard ["https://", "http://"].contains(where: link.destination.hasPrefix) else { return nil }
      let address = String(link.destination.prefix { $0 != "#" })
      guard isAsked(address) else { return nil }
      return Place(address: address, path: document.path, range: link.range)
    }
  }

  static func isAsked(_ address: String) -> Bool {
    guard address.utf8.count <= 2_000,
      address.utf8.allSatisfy({ $0 > 0x20 && $0 < 0x7F && $0 != 0x22 && $0 != 0x5C }),
      let scheme = address.firstRange(of: "://")
    else { return false }
    var host = address[scheme.upperBound...].prefix { !"/?#".contains($0) }
    if let at = host.lastIndex(of: "@") { host = host[host.index(after: at)...] }
    let name = host.prefix { $0 != ":" }.lowercased()
    let last = name.split(separator: ".").suffix(2).joined(separator: ".")
    return name.contains(".") && !["example.com", "example.org", "example.net"].contains(last)
      && !["example", "invalid", "test", "localhost", "local", "internal"].contains {
        name.hasSuffix(".\($0)")
      } && !name.contains("<") && !name.contains("{")
  }

  // MARK: Asking

  /// One finding for each link to an address that is not there, and a note for each that has moved for good.
  func findings(for places: [Place]) -> [Diagnostic] {
    let answers = answers(of: Set(places.map(\.address)).sorted(by: bytesPrecede))
    return places.compactMap { place in
      guard let answer = answers[place.address], let words = answer.words(for: place.address) else {
        return nil
      }
      return Diagnostic(
        code: "BS089", level: words.level, path: place.path, range: place.range,
        message: words.message, help: words.help)
    }
  }

  private func answers(of addresses: [String]) -> [String: Answer] {
    let now = clockTime() / 1_000_000_000
    var kept = KeptAnswers(at: cache, since: now - Self.memory)
    let unknown = addresses.filter { kept.answers[$0] == nil }
    var found = ask(unknown, "--head")
    // Some servers answer only to GET.
    let refused = unknown.filter { found[$0].map { $0.status == 0 || $0.status >= 400 } ?? true }
    found.merge(ask(refused, nil)) { _, second in second }
    kept.add(found, at: now)
    kept.write()
    return kept.answers
  }

  private func ask(_ addresses: [String], _ method: String?) -> [String: Answer] {
    guard !addresses.isEmpty else { return [:] }
    let list = addresses.map { "url = \"\($0)\"\noutput = \"/dev/null\"\n" }.joined()
    let program = ProgramRun(
      "curl",
      [
        "--disable", "--parallel", "--parallel-immediate", "--parallel-max", "10", "--max-time",
        "\(limit)",
        "--connect-timeout", "\(min(limit, 10))", "--location", "--max-redirs", "5", "--proto",
        "=http,https",
        "--proto-redir", "=http,https", "--globoff", "--silent", "--max-filesize", "10000000",
        "--user-agent", "build-site (link check)", "--write-out",
        "%{urlnum} %{http_code} %{exitcode} %{url_effective}\n", "--config", "-",
      ] + [method].compactMap(\.self), input: Array(list.utf8))
    guard let answer = run(program) else { return [:] }
    var answers: [String: Answer] = [:]
    for line in String(decoding: answer.output, as: UTF8.self).split(separator: "\n") {
      let words = line.split(separator: " ", maxSplits: 3)
      guard words.count == 4, let number = Int(words[0]), addresses.indices.contains(number),
        let status = Int(words[1]), let fault = Int(words[2])
      else { continue }
      answers[addresses[number]] = Answer(status: status, fault: fault, end: String(words[3]))
    }
    return answers
  }
}

extension LinkCheck.Answer {
  /// What to tell; `nil` when the address is there, or asks who is asking.
  func words(for address: String) -> (level: Level, message: String, help: String)? {
    let shown = Wording.shortened(address)
    switch status {
    case 404, 410:
      return (
        .warning, "'\(shown)' is not there (\(status))",
        "link to where it is now, or remove the link"
      )
    case 500...599 where status != 503:
      return (.warning, "'\(shown)' answers with an error (\(status))", "check the address")
    case 0:
      let reason =
        switch fault {
        case 6: "its host is not known"
        case 7: "its host refuses"
        case 28: "it did not answer in time"
        case 35, 51, 58, 60: "its certificate is not valid"
        default: "it does not answer"
        }
      return (
        .warning, "'\(shown)' cannot be reached: \(reason)",
        "correct the address, or remove the link"
      )
    case 300...399 where fault == 47:
      return (
        .warning, "'\(shown)' cannot be reached: its redirects do not end",
        "correct the address, or remove the link"
      )
    case 200...299 where Self.bare(end) != Self.bare(address):
      return (.note, "'\(shown)' redirects to '\(Wording.shortened(end))'", "link to that")
    default: return nil
    }
  }

  /// Without what a server adds to every address.
  private static func bare(_ address: String) -> String {
    let rest = address.firstRange(of: "://").map { address[$0.upperBound...] } ?? address[...]
    let path = rest.prefix { $0 != "?" && $0 != "#" }
    return String(path.hasSuffix("/") ? path.dropLast() : path).lowercased()
  }
}

/// The answers of earlier runs in a file: the second, the status, the fault, the address and its end on each line.
private struct KeptAnswers {
  private(set) var answers: [String: LinkCheck.Answer] = [:]
  private var times: [String: Int64] = [:]
  private let path: String?

  init(at path: String?, since oldest: Int64) {
    self.path = path
    guard let path, let bytes = try? readFile(path) else { return }
    for line in String(decoding: bytes, as: UTF8.self).split(separator: "\n") {
      let words = line.split(separator: " ")
      guard words.count == 5, let time = Int64(words[0]), time >= oldest,
        let status = Int(words[1]), let fault = Int(words[2])
      else { continue }
      let address = String(words[3])
      answers[address] = LinkCheck.Answer(status: status, fault: fault, end: String(words[4]))
      times[address] = time
    }
  }

  mutating func add(_ found: [String: LinkCheck.Answer], at time: Int64) {
    for (address, answer) in found {
      answers[address] = answer
      times[address] = time
    }
  }

  /// A cache that cannot be written is asked again.
  func write() {
    guard let path else { return }
    let lines = answers.sorted { $0.key < $1.key }.map { address, answer in
      "\(times[address] ?? 0) \(answer.status) \(answer.fault) \(address) \(answer.end)\n"
    }
    try? makeFolders(folderPath(of: path))
    try? writeFile(Array(lines.joined().utf8), to: path)
  }
}

extension ContentLoader {
  /// What the addresses say that the pages which were asked about link to.
  func linkFindings(of library: Library) -> [Diagnostic] {
    guard let online else { return [] }
    let places = library.pages.keys.sorted(by: bytesPrecede).flatMap { path in
      (try? file(path)).map { LinkCheck.places(in: DocumentReading(parsing: $0)) } ?? []
    }
    return LinkCheck(run: source.run, cache: online.cache).findings(for: places)
  }
}

/// That addresses are to be asked, and where their answers are kept.
package struct OnlineCheck: Sendable {
  /// A folder of the user; `nil` to keep none.
  package let cache: String?

  package init(folder: String?) { cache = folder.map { joinedPath($0, "links") } }
}
