internal import Bytes
internal import Content
package import Files
internal import Publishing
internal import Vocabulary

/// What is remembered of the last run: what it depended on, and its verdict.
///
/// When nothing of that has changed, the next run tells the verdict again and reads nothing. What is remembered is a
/// cache: if it is missing, damaged or of another version, the run does its work as ever.
package struct LastRun: Sendable {
  /// What the last run depended on; also where it is no answer to ``verdict()``, its rows tell which files are as
  /// they were.
  package let inputs: InputTable
  private let question: [UInt8]
  private let file: KeptFile
  private let saved: SavedRun?

  /// - Parameters:
  ///   - site: the site folder.
  ///   - question: everything besides the disk that the verdict depends on. A run with another question has another
  ///     verdict.
  package init(in site: String, question: [UInt8]) {
    self.init(at: SiteMemory(site: site).lastRun, question: question)
  }

  /// What a check of a whole folder remembers, beside the records of the folder; `nil` for any other check, and when
  /// nothing is to be remembered.
  package init?(of check: Build, question: [UInt8]) {
    guard let scope = check.scopes.first, check.scopes.count == 1, scope.pages == nil,
      let folder = check.settings.recordFolder(of: scope)
    else { return nil }
    self.init(
      at: KeptFile(joinedPath(folder.path, "check"), lock: folder.lock), question: question)
  }

  private init(at file: KeptFile, question: [UInt8]) {
    self.file = file
    self.question = question
    saved = file.bytes.flatMap { SavedRun(parsing: $0) }
    inputs = saved?.inputs ?? .empty
  }

  /// The verdict of the last run, if that was asked the same and everything it depended on is as it was.
  package func verdict() async -> Verdict? {
    guard let saved, saved.question == question else { return nil }
    switch await saved.inputs.check(.outcome) {
    case .content: return nil
    case .git where !saved.gitQuestions.allSatisfy(\.isAnsweredAlike): return nil
    case .git, .none: return saved.verdict
    }
  }

  /// Remembers a run, unless something changed while it was at work. Failures are nobody's concern.
  ///
  /// - Parameters:
  ///   - verdict: what the next run tells if nothing changes.
  ///   - log: what the run read.
  ///   - outputs: the files of the site, none if it was not written; `nil` when they are not known.
  package func replace(by verdict: Verdict, _ log: InputLog, outputs: [Input]?) async {
    ZoneDatabase.noteSystemFiles(in: log)
    guard let outputs, verdict.output.count <= Self.most, let inputs = log.inputs else { return }
    let table = InputTable(inputs + outputs, readAt: log.start)
    guard case .none = await table.check(.status) else { return }
    let run = SavedRun(
      question: question, verdict: verdict, inputs: table, gitQuestions: log.questions)
    let body = run.body
    file.keep(SavedRun.opening(of: body), body)
  }

  /// The most bytes of a report that is remembered: what is kept is in memory twice.
  private static let most = 1 << 26
}

/// The bytes in which a run is kept: a mark with the version, a hash of all the rest, and a record.
private struct SavedRun {
  let question: [UInt8]
  let verdict: Verdict
  let inputs: InputTable
  let gitQuestions: [GitQuestion]

  private static let mark = Array("build-site run 1\n".utf8)
  private static let start = mark.count + 32

  init(question: [UInt8], verdict: Verdict, inputs: InputTable, gitQuestions: [GitQuestion]) {
    self.question = question
    self.verdict = verdict
    self.inputs = inputs
    self.gitQuestions = gitQuestions
  }

  /// What comes before the record.
  static func opening(of body: [UInt8]) -> [UInt8] { mark + ContentHash(of: body).hex.utf8 }

  /// The record.
  var body: [UInt8] {
    var writer = RecordWriter()
    writer.reserve(question.count + verdict.output.count + inputs.bytes.count + 1 << 12)
    writer.write(bytes: question)
    writer.write(verdict)
    writer.write(gitQuestions)
    writer.write(bytes: inputs.bytes)
    return writer.bytes
  }

  /// - Returns: `nil` when a byte of it is not as it was written.
  init?(parsing bytes: [UInt8]) {
    guard bytes.count >= Self.start, bytes.starts(with: Self.mark),
      bytes[Self.mark.count..<Self.start].elementsEqual(
        ContentHash(of: bytes[Self.start...]).hex.utf8)
    else { return nil }
    var reader = RecordReader(bytes[Self.start...])
    do throws(RecordError) {
      question = try reader.byteArray()
      verdict = try Verdict(from: &reader)
      gitQuestions = try [GitQuestion](from: &reader)
      guard let table = InputTable(parsing: try reader.byteArray()), reader.isAtEnd else {
        return nil
      }
      inputs = table
    } catch {
      return nil
    }
  }
}
