import Testing

@testable import Serving

struct EventStreamsTests {
  private func text(_ bytes: ArraySlice<UInt8>) -> String { String(decoding: bytes, as: UTF8.self) }

  @Test func aPageIsToldItsStateFirst() {
    var streams = EventStreams()
    let number = streams.open(page: "a", Array("1".utf8))
    #expect(text(streams.take(number, upTo: 1_000)) == "retry: 500\n\nevent: state\ndata: 1\n\n")
    #expect(streams.take(number, upTo: 1_000) == [])
  }

  @Test func whatDoesNotFitComesNext() {
    var streams = EventStreams()
    let number = streams.open(page: "a", Array("1".utf8))
    var all = ""
    while case let piece = streams.take(number, upTo: 7), !piece.isEmpty { all += text(piece) }
    #expect(all == "retry: 500\n\nevent: state\ndata: 1\n\n")
  }

  @Test func onlyWhatIsNewIsToldAndWakes() {
    var streams = EventStreams()
    let (a, b) = (
      streams.open(page: "a", Array("1".utf8)), streams.open(page: "b", Array("1".utf8))
    )
    for number in [a, b] {
      _ = streams.take(number, upTo: 1_000)
      streams.sleep(number, UInt(100 + number))
    }
    #expect(streams.tell { _ in Array("1".utf8) } == [])
    #expect(streams.tell { Array(($0 == "a" ? "1" : "2").utf8) } == [UInt(100 + b)])
    #expect(streams.take(a, upTo: 1_000) == [])
    #expect(text(streams.take(b, upTo: 1_000)) == "event: state\ndata: 2\n\n")
  }

  @Test func oneThatSleepsIsWokenOnce() {
    var streams = EventStreams()
    let number = streams.open(page: "a", [])
    streams.sleep(number, 7)
    #expect(streams.beat() == [7])
    #expect(streams.beat() == [])
    streams.sleep(number, 7)
    #expect(streams.end() == [7])
    streams.close(number)
    #expect(streams.beat() == [] && streams.count == 0)
  }
}
