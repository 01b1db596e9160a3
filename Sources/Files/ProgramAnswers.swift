internal import Synchronization

/// Keeps what programs answered that read nothing but their input, so that a process that looks again and again asks each
/// thing once. Answers that a run did not need are forgotten after the next.
package final class ProgramAnswers: Sendable {
  private struct Question: Hashable {
    /// Where the program is, and in what state.
    let program: Input?
    let words: [String]
    let environment: [String]?
    let takesErrors: Bool
    let input: [UInt8]
  }

  private struct Answer {
    let status: Int32
    let output: [UInt8]
  }

  private struct State {
    var earlier: [Question: Answer] = [:]
    var current: [Question: Answer] = [:]
  }

  private let state = Mutex(State())

  package init() {}

  /// Another run begins, which asks by `run`.
  package func remembering(_ run: @escaping FileSource.Running) -> FileSource.Running {
    state.withLock { state in
      state.earlier = state.current
      state.current = [:]
    }
    return { [self] program in
      let question = Question(
        program: Self.place(of: program.program), words: [program.program] + program.arguments,
        environment: program.environment, takesErrors: program.takesErrors, input: program.input)
      let known = state.withLock { state -> Answer? in
        let answer = state.current[question] ?? state.earlier[question]
        state.current[question] = answer
        return answer
      }
      if let known { return (known.status, known.output) }
      guard let (status, output) = run(program) else { return nil }
      // One that was ended by a signal, as after its time limit, may answer the next time.
      if status < 128 {
        state.withLock { $0.current[question] = Answer(status: status, output: output) }
      }
      return (status, output)
    }
  }

  private static func place(of program: String) -> Input? {
    for folder in searchPath.split(separator: ":") {
      guard let input = try? Input(seeing: joinedPath(String(folder), program)) else { continue }
      if case .seen = input.state { return input }
    }
    return nil
  }
}
