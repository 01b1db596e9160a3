import Checklist
import Diagnostics
import Files
import Foundation
import Pipeline
import Publishing
import TestSupport
import Testing

/// Mutated documents go through `inspect`, `check` and `build` in memory: nothing may end the process, and the
/// work is bounded by the length.
///
/// `FUZZ` is how many documents (100; `.ci/fuzz` runs more and reads what comes out), half of them with a fixed
/// seed and half with a fresh one. `FUZZ_SEED` repeats a run with one seed. `FUZZ_FOLDER` is where the content
/// folder of each batch is written before it runs, as `fixed-BATCH` or `seed-SEED-BATCH`; it stays there when the
/// process ends early, or with `FUZZ_KEEP` always. `FUZZ_COST` judges the processor time of each document, which needs a process without other tests.
struct FuzzTests {
  private static let environment = ProcessInfo.processInfo.environment
  private static let count = environment["FUZZ"].flatMap(Int.init) ?? 100
  private static let perBatch = 50
  private static let judgesCost = environment["FUZZ_COST"] != nil
  /// A debug build takes some 10 µs for a byte; work that grows with the square of the length takes far more.
  private static let secondsPerByte = 100e-6
  /// Processor time of the whole process, which the clock of a busy machine says nothing of: a batch takes some
  /// seconds, all other tests beside it some 500, and one that takes this long never ends.
  private static let secondsPerBatch = 900
  private static let folder =
    environment["FUZZ_FOLDER"].map { URL(filePath: $0) }
    ?? URL(filePath: #filePath).appending(path: "../../../.build/fuzz").standardized

  @Test(.enabled(if: SharedData.isExpected, SharedData.advice))
  func nothingEndsTheProcessAndWorkIsBounded() async throws {
    let seeds = try FuzzSeeds()
    let given = Self.environment["FUZZ_SEED"].flatMap(UInt64.init)
    let fresh = given ?? UInt64.random(in: 2...999_999_999)
    let batches = (Self.count + Self.perBatch - 1) / Self.perBatch
    print("\(batches * Self.perBatch) documents, FUZZ_SEED=\(fresh)")
    var worst = Cost()
    for number in 0..<batches {
      let isFixed = given == nil && number % 2 == 0
      let seed = (isFixed ? 1 : fresh) &* 1_000_003 &+ UInt64(number)
      let batch = FuzzBatch(seed: seed, documents: Self.perBatch, from: seeds)
      let place = Self.folder.appending(
        path: isFixed ? "fixed-\(number)" : "seed-\(fresh)-\(number)")
      try write(batch, to: place)
      // The signal ends the process, whatever its threads are at.
      Self.limitWork(to: Self.secondsPerBatch)
      worst = max(worst, try await run(batch, with: seeds.templates))
      Self.limitWork(to: 0)
      if Self.environment["FUZZ_KEEP"] == nil { try FileManager.default.removeItem(at: place) }
    }
    guard Self.judgesCost else { return }
    print("most work: \(worst)")
    #expect(worst.secondsPerByte < Self.secondsPerByte, "\(worst)")
  }

  /// Has a signal end the process after some seconds of work, or never with 0.
  private static func limitWork(to seconds: Int) {
    var timer = itimerval()
    timer.it_value.tv_sec = seconds
    let status = unsafe setitimer(__itimer_which_t(ITIMER_PROF.rawValue), &timer, nil)
    precondition(status == 0, "the timer is valid")
  }

  /// Writes a batch where it can be looked at if the process ends.
  private func write(_ batch: FuzzBatch, to place: URL) throws {
    for (path, bytes) in batch.files {
      let file = place.appending(path: "content/\(path)")
      try FileManager.default.createDirectory(
        at: file.deletingLastPathComponent(), withIntermediateDirectories: true)
      try Data(bytes).write(to: file)
    }
  }

  /// Runs everything on a batch; returns the most work that a document took for its length.
  private func run(_ batch: FuzzBatch, with templates: [String: [UInt8]]) async throws -> Cost {
    var files = templates
    for (path, bytes) in batch.files { files["content/\(path)"] = bytes }
    let source = FileSource.memory(files)
    let checked = try await Build(.init(), files: source).checked()
    for file in checked.plan.files {
      do { _ = try file.render(from: source) } catch is Diagnostic {}
    }
    _ = try await Build(.init(), files: source).fixed(by: Fix.all)
    var worst = Cost()
    for (path, bytes) in batch.files where !path.hasSuffix(".yml") {
      let alone = FileSource.memory(["content/\(path)": bytes])
      let cost = try await cost(of: path, bytes.count) {
        _ = try await Build(content: "content", files: alone).checked()
        _ = try await Inspections(of: ["content/\(path)"], content: "content", files: alone)
          .text(as: .json)
      }
      worst = max(worst, cost)
    }
    return worst
  }

  /// The least processor time of some tries, because a machine at work is slower in itself; of one, if no one asks.
  private func cost(
    of path: String, _ count: Int, _ work: () async throws -> Void
  ) async throws -> Cost {
    var least = Cost(path: path, seconds: .infinity, count: count)
    for _ in 0..<4 where least.secondsPerByte > Self.secondsPerByte {
      let start = processorTime(ofProcess: true)
      try await work()
      least.seconds = min(
        least.seconds, processorTime(ofProcess: true) - start)
      if !Self.judgesCost { break }
    }
    return least
  }
}

/// How much work a document was for its length.
private struct Cost: Comparable, CustomStringConvertible {
  var path = ""
  var seconds = 0.0
  var count = 0

  /// A document of some hundred bytes costs what it costs to begin.
  var secondsPerByte: Double { seconds / Double(count + 4_096) }

  static func < (left: Cost, right: Cost) -> Bool { left.secondsPerByte < right.secondsPerByte }

  var description: String {
    "\(path), \(count) bytes, \(Int(seconds * 1_000)) ms, \(Int(secondsPerByte * 1e9)) ns a byte"
  }
}
