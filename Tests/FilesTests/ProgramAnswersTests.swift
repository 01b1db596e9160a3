import Synchronization
import Testing

@testable import Files

struct ProgramAnswersTests {
  /// Counts how often it is asked.
  private final class Asked: Sendable {
    let inputs = Mutex<[[UInt8]]>([])

    func run(_ program: ProgramRun) -> (status: Int32, output: [UInt8])? {
      inputs.withLock { $0.append(program.input) }
      return program.input == [0] ? nil : (program.input == [9] ? 137 : 1, program.input)
    }
  }

  private static func program(_ input: UInt8, _ arguments: [String] = ["-n"]) -> ProgramRun {
    ProgramRun("bash", arguments, input: [input])
  }

  @Test func eachThingIsAskedOnce() {
    let (asked, answers) = (Asked(), ProgramAnswers())
    for _ in 0..<3 {
      let run = answers.remembering(asked.run)
      #expect(run(Self.program(1))?.output == [1])
      #expect(run(Self.program(2))?.status == 1)
    }
    #expect(asked.inputs.withLock { $0 } == [[1], [2]])
  }

  @Test func otherWordsOrAnotherEnvironmentAreAnotherQuestion() {
    let (asked, answers) = (Asked(), ProgramAnswers())
    let run = answers.remembering(asked.run)
    var other = Self.program(1)
    other.environment = ["LC_ALL=C"]
    var loud = Self.program(1)
    loud.takesErrors = true
    for program in [Self.program(1), Self.program(1, ["-x"]), other, loud, other] {
      _ = run(program)
    }
    #expect(asked.inputs.withLock { $0.count } == 4)
  }

  @Test func whatHadNoAnswerIsAskedAgain() {
    let (asked, answers) = (Asked(), ProgramAnswers())
    for _ in 0..<2 {
      let run = answers.remembering(asked.run)
      #expect(run(Self.program(0)) == nil)
      #expect(run(Self.program(9))?.status == 137)
    }
    #expect(asked.inputs.withLock { $0 } == [[0], [9], [0], [9]])
  }

  @Test func whatIsNoLongerAskedIsForgotten() {
    let (asked, answers) = (Asked(), ProgramAnswers())
    for inputs in [[1, 2], [1], [1], [2]] as [[UInt8]] {
      let run = answers.remembering(asked.run)
      for input in inputs { _ = run(Self.program(input)) }
    }
    #expect(asked.inputs.withLock { $0 } == [[1], [2], [2]])
  }
}
