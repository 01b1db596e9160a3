private import Foundation

/// How many times as much work four times the input takes: 4 when the work grows with the input, 16 when it
/// grows with its square.
///
/// The work is counted as processor time of this thread, so what else the machine does hardly counts. Both sizes are
/// tried in turn, twice, and up to three times more while the growth looks like more than it should; the least time
/// of each counts.
///
/// - Parameters:
///   - count: the size of the small input, large enough for some milliseconds of work.
///   - input: makes an input of some size, which is not counted.
///   - work: what is done with it.
/// - Returns: the growth, by which a test tells linear work from other work.
package func growth<Input>(
  from count: Int, input: (_ count: Int) -> Input, work: (Input) -> Void
) -> Double {
  let inputs = (input(count), input(4 * count))
  var least = (Double.infinity, Double.infinity)
  var tries = 0
  while tries < 2 || tries < 5 && least.1 > 5 * least.0 {
    least.0 = min(least.0, cost(inputs.0))
    least.1 = min(least.1, cost(inputs.1))
    tries += 1
  }
  return least.1 / max(least.0, 1e-6)

  func cost(_ input: Input) -> Double {
    let start = processorTime()
    work(input)
    return processorTime() - start
  }
}

/// Seconds that this thread, or all threads of this process together, have had of a processor.
package func processorTime(ofProcess: Bool = false) -> Double {
  var time = timespec()
  _ = unsafe clock_gettime(
    ofProcess ? CLOCK_PROCESS_CPUTIME_ID : CLOCK_THREAD_CPUTIME_ID, &time)
  return Double(time.tv_sec) + Double(time.tv_nsec) / 1e9
}
