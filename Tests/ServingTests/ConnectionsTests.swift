import Testing

@testable import Serving

/// The limits of connections, on a clock of the test's.
struct ConnectionsTests {
  private let start = ContinuousClock.now

  @Test func aHeadThatNeverEndsIsOverdue() {
    var connections = Connections()
    #expect(connections.open(5, at: start) == nil)
    #expect(connections.overdue(at: start + .seconds(10)) == [])
    #expect(connections.overdue(at: start + .seconds(11)) == [5])
    connections.close(5)
    #expect(connections.overdue(at: start + .seconds(11)) == [] && connections.count == 0)
  }

  @Test func anAnswerThatNobodyTakesIsOverdue() {
    var connections = Connections()
    _ = connections.open(5, at: start)
    connections.ask(5, at: start + .seconds(9))
    #expect(connections.overdue(at: start + .seconds(69)) == [])
    #expect(connections.overdue(at: start + .seconds(70)) == [5])
    connections.finish(5, at: start + .seconds(30))
    #expect(connections.overdue(at: start + .seconds(40)) == [])
    #expect(connections.overdue(at: start + .seconds(41)) == [5])
  }

  @Test func eventsMayTakeForEver() {
    var connections = Connections()
    _ = connections.open(5, at: start)
    #expect(connections.stream(5, at: start) == true)
    #expect(connections.overdue(at: start + .seconds(100_000)) == [])
  }

  @Test func thereAreOnlySoManyStreams() {
    var connections = Connections()
    let taken = (0..<100).filter { socket in
      _ = connections.open(Int32(socket), at: start)
      return connections.stream(Int32(socket), at: start)
    }
    #expect(taken.count == 64)
    connections.close(0)
    #expect(connections.stream(99, at: start) == true)
  }

  @Test func theLongestSilentMakesRoom() {
    var connections = Connections()
    for socket in 0..<240 {
      #expect(connections.open(Int32(socket), at: start + .milliseconds(socket)) == nil)
    }
    connections.ask(0, at: start + .seconds(1))
    #expect(connections.stream(1, at: start + .seconds(1)) == true)
    #expect(connections.open(240, at: start + .seconds(1)) == 2)
  }

  /// A number that is closed and used again is another connection.
  @Test func whatIsClosedIsNotFinished() {
    var connections = Connections()
    _ = connections.open(5, at: start)
    connections.close(5)
    connections.finish(5, at: start)
    #expect(connections.count == 0)
  }
}
