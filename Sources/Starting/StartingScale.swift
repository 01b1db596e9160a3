/// The four severities that a starting policy has, in the words that reviews use already.
struct StartingScale: Equatable {
  /// The worst first.
  let names: [String]
  /// Whether the reviews use them; otherwise nobody has said anything.
  let isKnown: Bool

  static let usual = StartingScale(names: ["P0", "P1", "P2", "P3"], isKnown: false)

  /// Of the severities as reviews write them. Most of them must be of one form: a word and a number (`SEV-1`, `S2`,
  /// `P3`), or words such as "Critical".
  init(of written: [String]) {
    let levels = written.compactMap(Self.level)
    let forms = Dictionary(grouping: levels) { $0.prefix.lowercased() }
    guard let (_, most) = forms.max(by: { ($0.value.count, $1.key) < ($1.value.count, $0.key) }),
      2 * most.count > written.count, most.allSatisfy({ $0.number <= 4 })
    else {
      self = .usual
      return
    }
    let prefix = most[0].prefix
    let first =
      most.contains { $0.number == 0 } || prefix == "P" && !most.contains { $0.number == 4 } ? 0 : 1
    self.init(names: (first..<first + 4).map { "\(prefix)\($0)" }, isKnown: true)
  }

  private init(names: [String], isKnown: Bool) {
    self.names = names
    self.isKnown = isKnown
  }

  /// The word at the start with the mark behind it, and the number.
  private static func level(_ text: String) -> (prefix: String, number: Int)? {
    let word = text.prefix { $0.isLetter }
    let mark = text.dropFirst(word.count).prefix { "- ".contains($0) }
    let digits = text.dropFirst(word.count + mark.count).prefix { $0.isNumber }
    guard (1...8).contains(word.count), mark.count <= 1, digits.count == 1, let number = Int(digits)
    else { return nil }
    return (String(word + mark), number)
  }
}
