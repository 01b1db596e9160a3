private import Foundation

/// How many times as much work four times the input takes: 4 when the work grows with the input, 16 when it
/// grows with its square.
///
/// The work is counted as processor time of this thread, so what else the machine does hardly counts, and
/// the lesser of two tries is taken.
///
/// - Parameters:
///   - count: the size of the small input, large enough for some milliseconds of work.
///   - input: makes an input of some size, which is not counted.
///   - work: what is done with it.
/// - Returns: the growth, by which a test tells linear work from other work.
package func growth<Input>(
  from count: Int, input: (_ count: Int) -> Input, work: (Input) -> Void
) -> Double {
  func cost(_ count: Int) -> Double {
    let input = input(count)
    let costs = (0..<2).map { _ in
      let start = processorTime()
      work(input)
      return processorTime() - start
    }
    return costs.min() ?? 0
  }
  return cost(4 * count) / max(cost(count), 1e-6)
}

/// Seconds that this thread, or all threads of this process together, have had of a processor.
package func processorTime(ofProcess: Bool = false) -> Double {
  var time = timespec()
  _ = unsafe clock_gettime(
    ofProcess ? CLOCK_PROCESS_CPUTIME_ID : CLOCK_THREAD_CPUTIME_ID, &time)
  return Double(time.tv_sec) + Double(time.tv_nsec) / 1e9
}
