/// What is looked for, in words.
package enum SecretCatalogue {
  /// The names of the kinds that a rule reports, with commas between.
  package static func names(of code: String) -> String {
    var seen: Set<String> = []
    let all = SecretKind.all.filter { $0.code == code && seen.insert($0.name).inserted }
    return (all.map(\.name) + (code == SecretCode.token ? ["Telegram bot token"] : []))
      .joined(separator: ", ")
  }
}
